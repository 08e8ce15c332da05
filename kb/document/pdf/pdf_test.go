package pdf_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/document/pdf"
	"verbatim/kb/document/pdf/pdftest"
	"verbatim/kb/document/plain"
)

func TestReadPDF(t *testing.T) {
	wide := "The ministers of Ostland and Brilland met in Harl, to look at what was done and"
	for _, c := range []struct {
		what  string
		pages []pdftest.Page
		want  string
	}{
		{"lines of a paragraph", []pdftest.Page{{Stream: pdftest.Lines(50, 700, wide, "what is left to be done, in inter-", "national and in home affairs.")}}, wide + " what is left to be done, in international and in home affairs."},
		{"paragraphs apart", []pdftest.Page{{Stream: pdftest.Lines(50, 700, wide, "what is left.") + pdftest.Lines(50, 660, "It grinds.")}}, wide + " what is left.\n\nIt grinds."},
		{"paragraphs that begin further in", []pdftest.Page{{Stream: pdftest.Lines(50, 700, wide, "what is left to be done before the winter comes to the mill and to the town of it.") + pdftest.Lines(70, 672, "It grinds since the spring, and it will grind until the snow is on the wheel and") + pdftest.Lines(50, 658, "longer.")}}, wide + " what is left to be done before the winter comes to the mill and to the town of it.\n\nIt grinds since the spring, and it will grind until the snow is on the wheel and longer."},
		{"a heading in bold", []pdftest.Page{{Stream: "BT /F2 12 Tf 50 714 Td (The mill) Tj ET " + pdftest.Lines(50, 700, wide, "what is left.")}}, "The mill\n\n" + wide + " what is left."},
		{"spaces that are not there", []pdftest.Page{{Stream: "BT /F1 12 Tf 50 700 Td [(We)-300(will)-250(p)10(ay)] TJ ET"}}, "We will pay"},
		{"columns", []pdftest.Page{{Stream: pdftest.Lines(50, 700, "The ministers of Ostland and", "Brilland met in Harl.") + pdftest.Lines(300, 700, "They looked at what was", "left to be done.")}}, "The ministers of Ostland and Brilland met in Harl.\n\nThey looked at what was left to be done."},
		{"a sentence over columns", []pdftest.Page{{Stream: pdftest.Lines(50, 700, "The ministers of Ostland and", "Brilland met in") + pdftest.Lines(300, 700, "the town of Harl.")}}, "The ministers of Ostland and Brilland met in the town of Harl."},
		{"cells", []pdftest.Page{{Stream: pdftest.Lines(50, 700, "Ostland") + pdftest.Lines(300, 700, "40 million") + pdftest.Lines(50, 686, "Brilland") + pdftest.Lines(300, 686, "25 million")}}, "Ostland | 40 million\n\nBrilland | 25 million"},
		{"a mark and a footnote", []pdftest.Page{{Stream: "BT /F1 12 Tf 50 700 Td (by the League) Tj 4 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf ( in June.) Tj ET BT /F1 9 Tf 50 100 Td (1 See the treaty.) Tj ET"}}, "by the League in June.\n\n[1] See the treaty."},
		{"a power", []pdftest.Page{{Stream: "BT /F1 12 Tf 50 700 Td (It has 40 km) Tj 5 Ts /F1 7 Tf (2) Tj ET"}}, "It has 40 km²"},
		{"running heads", []pdftest.Page{{Stream: pdftest.Lines(50, 800, "MILL LEAGUE") + pdftest.Lines(50, 700, wide, "what is left to be") + pdftest.Lines(290, 40, "1")}, {Stream: pdftest.Lines(50, 800, "MILL LEAGUE") + pdftest.Lines(50, 700, "done before the winter.") + pdftest.Lines(290, 40, "2")}, {Stream: pdftest.Lines(290, 40, "3") + pdftest.Lines(50, 800, "MILL LEAGUE") + pdftest.Lines(50, 700, "It grinds.")}}, wide + " what is left to be done before the winter.\n\nIt grinds."},
		{"what is marked as no text", []pdftest.Page{{Stream: "/Artifact BMC " + pdftest.Lines(50, 800, "CONFIDENTIAL") + "EMC " + pdftest.Lines(50, 700, "It grinds.")}}, "It grinds."},
		{"words that stand for others", []pdftest.Page{{Stream: "BT /F1 12 Tf 50 700 Td /Span<</ActualText(fi)>>BDC (xy) Tj EMC (nal) Tj ET"}}, "final"},
		{"a form", []pdftest.Page{{Stream: "q 1 0 0 1 50 700 cm /X Do Q " + pdftest.Lines(50, 600, "It grinds."), Resources: "/XObject<</X 20 0 R>>"}}, "In a form.\n\nIt grinds."},
		{"a mark across the page", []pdftest.Page{{Stream: "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET " + pdftest.Lines(50, 700, "It grinds.")}}, "It grinds."},
		{"a page that lies on its side", []pdftest.Page{{Stream: "BT /F1 12 Tf 0 1 -1 0 100 50 Tm 14 TL (It grinds) Tj T* (the flour of the town.) Tj ET"}}, "It grinds the flour of the town."},
		{"a picture in the stream", []pdftest.Page{{Stream: "BI /W 1 /H 1 /BPC 8 /CS /G ID xEI EI\n" + pdftest.Lines(50, 700, "It grinds.")}}, "It grinds."},
		{"letters that are printed twice", []pdftest.Page{{Stream: "BT /F1 12 Tf 50 700 Td (mill) Tj ET BT /F1 12 Tf 50.2 700 Td (mill) Tj ET"}}, "mill"},
		{"signs of the encoding", []pdftest.Page{{Stream: pdftest.Lines(50, 700, "\\223It\\222s\\224 \\226 \\(caf\\351\\) 5 \\200")}}, "“It’s” – (café) 5 €"},
	} {
		form := pdftest.Stream(t, "/Type/XObject/Subtype/Form/BBox[0 0 1 1]", "BT /F1 12 Tf (In a form.) Tj ET")
		d, err := pdf.Read(pdftest.File(t, c.pages, form))
		if diff := cmp.Diff(c.want, d.Text); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

func TestPDFFilesThatCannotBeRead(t *testing.T) {
	whole := pdftest.File(t, []pdftest.Page{{Stream: pdftest.Lines(50, 700, "It grinds.")}})
	picture := pdftest.Page{Stream: "q 500 0 0 700 0 0 cm /X Do Q", Resources: "/XObject<</X 20 0 R>>"}
	locked, err := os.ReadFile("../testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what    string
		content []byte
		want    error
	}{
		{"pictures of pages", pdftest.File(t, []pdftest.Page{picture, picture}, pdftest.Stream(t, "/Type/XObject/Subtype/Image/Width 1/Height 1", "x")), plain.ErrScanned},
		{"letters that cannot be told", pdftest.File(t, []pdftest.Page{{Stream: "BT /F3 12 Tf <00010002000300040005> Tj ET", Resources: "/Font<</F3 20 0 R>>"}}, "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>"), plain.ErrScanned},
		{"a password", locked, plain.ErrLocked},
		{"only the beginning", []byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type /Catalog>>\nendobj\n"), plain.ErrDamaged},
		{"cut off", whole[:len(whole)/2], plain.ErrDamaged},
	} {
		if d, err := pdf.Read(c.content); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v; %q", c.what, err, c.want, d.Text)
		}
	}
}

func FuzzPDF(f *testing.F) {
	f.Add("BT /F1 12 Tf 50 700 Td (It grinds.) Tj ET", "<0001><0041> endbfchar <00><ff><0041> endbfrange")
	f.Add("/Span<</ActualText(\xfe\xff\x00a)>>BDC [<41>-900(b)]TJ EMC q Q Q BI ID x EI 1 0 0 1 0 0 cm T* ' \"", "<00><01>[<0041>(b)] endbfrange")
	f.Fuzz(func(t *testing.T, stream, table string) {
		file := pdftest.File(t, []pdftest.Page{{Stream: stream, Resources: "/Font<</F3 20 0 R>>/XObject<</X 22 0 R>>"}}, "<</Type/Font/Subtype/Type0/ToUnicode 21 0 R>>", pdftest.Stream(t, "", table), pdftest.Stream(t, "/Subtype/Form", stream))
		d, err := pdf.Read(file)
		if err == nil && strings.ToValidUTF8(d.Text, "") != d.Text {
			t.Errorf("%q", d.Text)
		}
	})
}
