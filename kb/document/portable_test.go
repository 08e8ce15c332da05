package document

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page of a PDF that a test makes: its stream, and what it has besides.
type page struct{ stream, resources string }

// portableFile makes a .pdf file of pages. Font F1 is Times, F2 Times in bold; other
// objects, from 20 on, are put in as they are.
func portableFile(t testing.TB, pages []page, others ...string) []byte {
	t.Helper()
	objects := map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R>>",
		3: "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
		4: "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>",
	}
	var kids []string
	for i, p := range pages {
		at := 100 + 2*i
		kids = append(kids, fmt.Sprintf("%d 0 R", at))
		objects[at] = fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>%s>>>>", at+1, p.resources)
		objects[at+1] = packed(t, "", p.stream)
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), strings.Join(kids, " "))
	for i, o := range others {
		objects[20+i] = o
	}
	return assembled(objects)
}

// packed makes an object of a stream.
func packed(t testing.TB, dict, stream string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(stream)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream", b.Len(), dict, b.String())
}

// assembled writes objects with the table of where they are.
func assembled(objects map[int]string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	last := 0
	for n := range objects {
		last = max(last, n)
	}
	places := make([]int, last+1)
	for n := 1; n <= last; n++ {
		if o, ok := objects[n]; ok {
			places[n] = b.Len()
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for _, at := range places[1:] {
		if at == 0 {
			b.WriteString("0000000000 65535 f \n")
			continue
		}
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", last+1, start)
	return b.Bytes()
}

// set puts lines on a page from a place on, 14 points apart, in letters of 12.
func set(x, y int, lines ...string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "BT /F1 12 Tf 14 TL %d %d Td\n", x, y)
	for _, l := range lines {
		fmt.Fprintf(&s, "(%s) Tj T*\n", l)
	}
	return s.String() + "ET\n"
}

func TestReadPortable(t *testing.T) {
	wide := "The ministers of Ostland and Brilland met in Harl, to look at what was done and"
	for _, c := range []struct {
		what  string
		pages []page
		want  string
	}{
		{"lines of a paragraph", []page{{stream: set(50, 700, wide, "what is left to be done, in inter-", "national and in home affairs.")}}, wide + " what is left to be done, in international and in home affairs."},
		{"paragraphs apart", []page{{stream: set(50, 700, wide, "what is left.") + set(50, 660, "It grinds.")}}, wide + " what is left.\n\nIt grinds."},
		{"paragraphs that begin further in", []page{{stream: set(50, 700, wide, "what is left to be done before the winter comes to the mill and to the town of it.") + set(70, 672, "It grinds since the spring, and it will grind until the snow is on the wheel and") + set(50, 658, "longer.")}}, wide + " what is left to be done before the winter comes to the mill and to the town of it.\n\nIt grinds since the spring, and it will grind until the snow is on the wheel and longer."},
		{"a heading in bold", []page{{stream: "BT /F2 12 Tf 50 714 Td (The mill) Tj ET " + set(50, 700, wide, "what is left.")}}, "The mill\n\n" + wide + " what is left."},
		{"spaces that are not there", []page{{stream: "BT /F1 12 Tf 50 700 Td [(We)-300(will)-250(p)10(ay)] TJ ET"}}, "We will pay"},
		{"columns", []page{{stream: set(50, 700, "The ministers of Ostland and", "Brilland met in Harl.") + set(300, 700, "They looked at what was", "left to be done.")}}, "The ministers of Ostland and Brilland met in Harl.\n\nThey looked at what was left to be done."},
		{"a sentence over columns", []page{{stream: set(50, 700, "The ministers of Ostland and", "Brilland met in") + set(300, 700, "the town of Harl.")}}, "The ministers of Ostland and Brilland met in the town of Harl."},
		{"cells", []page{{stream: set(50, 700, "Ostland") + set(300, 700, "40 million") + set(50, 686, "Brilland") + set(300, 686, "25 million")}}, "Ostland | 40 million\n\nBrilland | 25 million"},
		{"a mark and a footnote", []page{{stream: "BT /F1 12 Tf 50 700 Td (by the League) Tj 4 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf ( in June.) Tj ET BT /F1 9 Tf 50 100 Td (1 See the treaty.) Tj ET"}}, "by the League in June.\n\n[1] See the treaty."},
		{"a power", []page{{stream: "BT /F1 12 Tf 50 700 Td (It has 40 km) Tj 5 Ts /F1 7 Tf (2) Tj ET"}}, "It has 40 km²"},
		{"running heads", []page{{stream: set(50, 800, "MILL LEAGUE") + set(50, 700, wide, "what is left to be") + set(290, 40, "1")}, {stream: set(50, 800, "MILL LEAGUE") + set(50, 700, "done before the winter.") + set(290, 40, "2")}, {stream: set(290, 40, "3") + set(50, 800, "MILL LEAGUE") + set(50, 700, "It grinds.")}}, wide + " what is left to be done before the winter.\n\nIt grinds."},
		{"what is marked as no text", []page{{stream: "/Artifact BMC " + set(50, 800, "CONFIDENTIAL") + "EMC " + set(50, 700, "It grinds.")}}, "It grinds."},
		{"words that stand for others", []page{{stream: "BT /F1 12 Tf 50 700 Td /Span<</ActualText(fi)>>BDC (xy) Tj EMC (nal) Tj ET"}}, "final"},
		{"a form", []page{{stream: "q 1 0 0 1 50 700 cm /X Do Q " + set(50, 600, "It grinds."), resources: "/XObject<</X 20 0 R>>"}}, "In a form.\n\nIt grinds."},
		{"a mark across the page", []page{{stream: "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET " + set(50, 700, "It grinds.")}}, "It grinds."},
		{"a page that lies on its side", []page{{stream: "BT /F1 12 Tf 0 1 -1 0 100 50 Tm 14 TL (It grinds) Tj T* (the flour of the town.) Tj ET"}}, "It grinds the flour of the town."},
		{"a picture in the stream", []page{{stream: "BI /W 1 /H 1 /BPC 8 /CS /G ID xEI EI\n" + set(50, 700, "It grinds.")}}, "It grinds."},
		{"letters that are printed twice", []page{{stream: "BT /F1 12 Tf 50 700 Td (mill) Tj ET BT /F1 12 Tf 50.2 700 Td (mill) Tj ET"}}, "mill"},
		{"signs of the encoding", []page{{stream: set(50, 700, "\\223It\\222s\\224 \\226 \\(caf\\351\\) 5 \\200")}}, "“It’s” – (café) 5 €"},
	} {
		form := packed(t, "/Type/XObject/Subtype/Form/BBox[0 0 1 1]", "BT /F1 12 Tf (In a form.) Tj ET")
		d, err := parse(".pdf", portableFile(t, c.pages, form))
		if diff := cmp.Diff(c.want, d.Text); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

// What programs make of a text comes out with its words, in three scripts.
func TestPortableFilesOfPrograms(t *testing.T) {
	for _, c := range []struct {
		name, title, language string
		want                  []string
	}{
		{"office-en", "Joint communiqué of the mill council", "en-US", []string{
			"before the winter comes. Both sides reaffirmed that “flour passes freely, summer and winter”", "\n\nMoney\n\n1. Ostland will pay", "end of the year.\n\n2. Brilland",
			"\n\n• Its findings are public.\n\n", "efficient offices of the league affirm", "that the counter-terrorism efforts",
		}},
		{"office-ar", "بيان", "", []string{"لن نغلق الطاحونة، ولا ننوي فرض رسوم عليها. ستمر العربات بحرية في 14 آذار 2031.\n\nأكد الجانبان أن الطاحونة ستبقى مفتوحة."}},
		{"office-zh", "声明", "", []string{"我们不会关闭磨坊，现在不会，将来也不会。双方同意在今年年底之前修好联盟的所有道路，并且共同承担费用，因为道路的状况非常糟糕。\n\n大桥将于六月重新开放。"}},
		{"typeset", "Report of the mill council", "", []string{
			"winter comes. Both sides", "\n\n(b) Brilland will supply", "\n\nPRESIDENT OST: We are glad of number 8", "\n\n[1] Treaty of the mill, signed at Harl on 8 December 2021, article 3.",
		}},
	} {
		content, err := os.ReadFile("testdata/" + c.name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read("a.pdf", content)
		if err != nil || d.Title != c.title || d.Language != c.language {
			t.Errorf("%s: %v, title %q, language %q", c.name, err, d.Title, d.Language)
		}
		for _, want := range c.want {
			if !strings.Contains(d.Text, want) {
				t.Errorf("%s: %q is not in:\n%s", c.name, want, d.Text)
			}
		}
	}
}

func TestPortableFilesThatCannotBeRead(t *testing.T) {
	whole := portableFile(t, []page{{stream: set(50, 700, "It grinds.")}})
	picture := page{stream: "q 500 0 0 700 0 0 cm /X Do Q", resources: "/XObject<</X 20 0 R>>"}
	locked, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what    string
		content []byte
		want    error
	}{
		{"pictures of pages", portableFile(t, []page{picture, picture}, packed(t, "/Type/XObject/Subtype/Image/Width 1/Height 1", "x")), ErrScanned},
		{"letters that cannot be told", portableFile(t, []page{{stream: "BT /F3 12 Tf <00010002000300040005> Tj ET", resources: "/Font<</F3 20 0 R>>"}}, "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>"), ErrScanned},
		{"nothing on the page", portableFile(t, []page{{stream: "0 g"}}), ErrNoText},
		{"a password", locked, ErrLocked},
		{"only the beginning", []byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type /Catalog>>\nendobj\n"), ErrDamaged},
		{"cut off", whole[:len(whole)/2], ErrDamaged},
	} {
		if d, err := Read("a.pdf", c.content); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v; %q", c.what, err, c.want, d.Text)
		}
	}
}

// Files that refer to themselves, or unfold to much more, are read within the
// bounds of all files.
func TestHostilePortableFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	text := page{stream: set(50, 700, "It grinds.")}
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	form := func(stream string) string {
		return packed(t, "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 20 0 R>>>>", stream)
	}
	for name, content := range map[string][]byte{
		"spaces.pdf":              portableFile(t, []page{{stream: many(" ", 40<<20)}}),
		"operands.pdf":            portableFile(t, []page{{stream: many("1 ", 20<<20)}}),
		"strings.pdf":             portableFile(t, []page{{stream: "BT /F1 1 Tf " + many("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 200_000)}}),
		"lists.pdf":               portableFile(t, []page{{stream: many("[", 1<<20)}}),
		"dictionaries.pdf":        portableFile(t, []page{{stream: many("<</a", 1<<20)}}),
		"a form in itself.pdf":    portableFile(t, []page{{stream: "/X Do", resources: "/XObject<</X 20 0 R>>"}}, form(many("/X Do ", 50))),
		"saved states.pdf":        portableFile(t, []page{{stream: many("q ", 10<<20)}}),
		"lines.pdf":               portableFile(t, []page{{stream: "BT /F1 12 Tf " + many("0 -1 Td (a) Tj ", 400_000)}}),
		"pages.pdf":               portableFile(t, manyPages(text, 1999)),
		"too many pages.pdf":      portableFile(t, manyPages(text, 3000)),
		"codes.pdf":               portableFile(t, []page{{stream: "BT /F3 12 Tf <0001> Tj ET", resources: "/Font<</F3 20 0 R>>"}}, "<</Type/Font/Subtype/Type0/ToUnicode 21 0 R/DescendantFonts[<</W[0 99999999 1 0 99999999 2]>>]>>", packed(t, "", "beginbfrange "+many("<00000000><ffffffff><0041>\n", 200_000)+"endbfrange "+many("<0001><0041>\n", 500_000)+"endbfchar")),
		"pages in a loop.pdf":     assembled(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>"}),
		"references.pdf":          assembled(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "3 0 R", 3: "2 0 R"}),
		"a length in a loop.pdf":  assembled(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: "<</Type/Page/Contents 4 0 R>>", 4: "<</Length 4 0 R>>\nstream\nx\nendstream"}),
		"tables in a loop.pdf":    bytes.Replace(portableFile(t, []page{text}), []byte("/Root"), []byte("/Prev 9/XRefStm 9/Root"), 1),
		"a table of itself.pdf":   looped(portableFile(t, []page{text})),
		"objects in a stream.pdf": portableFile(t, []page{text}, packed(t, "/Type/ObjStm/N 9999999/First 9999999", many("1 0 ", 10<<20))),
		"filters.pdf":             assembled(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: "<</Type/Page/Contents 4 0 R>>", 4: "<</Length 3/Filter[" + many("/ASCIIHexDecode", 5000) + "]>>\nstream\n61>\nendstream"}),
		"deep objects.pdf":        assembled(map[int]string{1: "<</Type/Catalog/Pages 2 0 R/X " + many("[", 2<<20) + ">>", 2: "<</Type/Pages/Count 0/Kids[]>>"}),
	} {
		within(t, name, string(content))
	}
}

func manyPages(p page, n int) []page {
	all := make([]page, n)
	for i := range all {
		all[i] = p
	}
	return all
}

// looped makes the table of a file refer to itself as the one before.
func looped(file []byte) []byte {
	at := bytes.LastIndex(file, []byte("xref\n0 "))
	return bytes.Replace(file, []byte("/Root"), fmt.Appendf(nil, "/Prev %d/Root", at), 1)
}

func FuzzPortable(f *testing.F) {
	f.Add("BT /F1 12 Tf 50 700 Td (It grinds.) Tj ET", "<0001><0041> endbfchar <00><ff><0041> endbfrange")
	f.Add("/Span<</ActualText(\xfe\xff\x00a)>>BDC [<41>-900(b)]TJ EMC q Q Q BI ID x EI 1 0 0 1 0 0 cm T* ' \"", "<00><01>[<0041>(b)] endbfrange")
	f.Fuzz(func(t *testing.T, stream, table string) {
		file := portableFile(t, []page{{stream: stream, resources: "/Font<</F3 20 0 R>>/XObject<</X 22 0 R>>"}}, "<</Type/Font/Subtype/Type0/ToUnicode 21 0 R>>", packed(t, "", table), packed(t, "/Subtype/Form", stream))
		d, err := parse(".pdf", file)
		if err == nil && strings.ToValidUTF8(d.Text, "") != d.Text {
			t.Errorf("%q", d.Text)
		}
	})
}
