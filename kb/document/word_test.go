package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// word makes a .docx file of the inside of its body, and of other parts.
func word(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x" xmlns:wps="y"`
	all := map[string]string{"word/document.xml": "<w:document " + space + "><w:body>" + body + "</w:body></w:document>"}
	for name, part := range parts {
		all[name] = strings.Replace(part, " NS", " "+space, 1)
	}
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for name, part := range all {
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// para makes a paragraph of runs; what is no element is the text of one.
func para(inside ...string) string {
	var s strings.Builder
	for _, in := range inside {
		if !strings.HasPrefix(in, "<") {
			in = `<w:r><w:t xml:space="preserve">` + in + `</w:t></w:r>`
		}
		s.WriteString(in)
	}
	return "<w:p>" + s.String() + "</w:p>"
}

func styled(name string) string { return `<w:pPr><w:pStyle w:val="` + name + `"/></w:pPr>` }

func entry(list string, level int) string {
	return fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr>`, level, list)
}

func superscript(s string) string {
	return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>` + s + `</w:t></w:r>`
}

const wordStyles = `<w:styles NS><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="C"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Art"><w:name w:val="Art"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`

const wordNumbers = `<w:numbering NS><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`

func TestReadWord(t *testing.T) {
	parts := map[string]string{"word/styles.xml": wordStyles, "word/numbering.xml": wordNumbers}
	for _, c := range []struct{ what, body, want string }{
		{"words in several runs", para("We will not ", "close ", "the mill."), "We will not close the mill."},
		{"links and fields", para("See ", `<w:hyperlink><w:r><w:t>the mill</w:t></w:r></w:hyperlink>`, `<w:r><w:instrText>PAGE</w:instrText></w:r>`, "."), "See the mill."},
		{"tracked changes", para("We ", `<w:del><w:r><w:delText>may</w:delText></w:r></w:del>`, `<w:ins><w:r><w:t>will</w:t></w:r></w:ins>`, " pay."), "We will pay."},
		{"words that were moved", para(`<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>`, "here"), "here"},
		{"hidden words", para("a", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>`, "c"), "ac"},
		{"breaks and tabs", para("a", `<w:r><w:br/></w:r>`, "b", `<w:r><w:tab/></w:r>`, "c"), "a\nb c"},
		{"hyphens", para("co", `<w:r><w:noBreakHyphen/></w:r>`, "operation in Po\u00adlitik"), "co‑operation in Politik"},
		{"a text box once", para("a", `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>`+para("in a box")+`</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>`+para("in a box")+`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`), "in a box\n\na"},
		{"lists", para(entry("1", 0), "one") + para(entry("1", 1), "deep") + para(entry("1", 1), "er") + para(entry("1", 0), "two") + para(entry("1", 1), "again") + para(entry("2", 0), "dot") + para(entry("4", 0), "five") + para(entry("0", 0), "none"), "1. one\n\n(a) deep\n\n(b) er\n\n2. two\n\n(a) again\n\n• dot\n\n5. five\n\nnone"},
		{"numbers that a style has", para(styled("Art"), "Seat") + para("It is Harl.") + para(styled("Art"), "Pay"), "Article I Seat\n\nIt is Harl.\n\nArticle II Pay"},
		{"the table of contents", para(styled("C"), "Seat 3") + para("It is Harl."), "It is Harl."},
		{"powers and marks", para("10", superscript("9"), " m", superscript("2"), " of the League", superscript("1"), " by 2030.", superscript("2")), "10⁹ m² of the League by 2030."},
		{"a table", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc("", "State") + tc("", "Share") + `</w:tr><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "Ostland") + tc("", "40") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + `</w:tr></w:tbl>`, "State | Share\n\nState: Ostland | Share: 40\n\nState: Ostland | Share: 2"},
		{"a table in a table", `<w:tbl><w:tr>` + tc("", "a") + `<w:tc><w:tbl><w:tr>` + tc("", "b") + tc("", "c") + `</w:tr></w:tbl>` + para("") + `</w:tc></w:tr></w:tbl>`, "a | b | c"},
	} {
		d, err := parse(".docx", word(t, c.body, parts))
		if diff := cmp.Diff(c.want, d.Text); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

// tc makes a cell of a table.
func tc(properties, words string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + para(words) + "</w:tc>"
}

func TestWhatAWordFileSaysOfItself(t *testing.T) {
	core := `<cp:coreProperties NS><dc:title>%s</dc:title><dcterms:created>2031-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`
	for _, c := range []struct {
		what, body, core string
		want             Document
	}{
		{"a title of its own", para(styled("T"), "The mill") + para("It grinds."), "Other", Document{Title: "The mill"}},
		{"a heading of a style that changes another", para(styled("Own"), "The mill") + para("It grinds."), "Other", Document{Title: "The mill"}},
		{"a title among the properties", para("It grinds."), "The mill", Document{Title: "The mill"}},
		{"a title that a program made", para("It grinds."), "Microsoft Word - mill.doc", Document{}},
		{"a day above the text, and not that of the file", para("Harl, 14 March 2031") + para("It grinds since 1 May 2030."), "", Document{Date: "2031-03-14"}},
		{"no day", para("It grinds since 1 May 2030."), "", Document{}},
	} {
		d, err := parse(".docx", word(t, c.body, map[string]string{"word/styles.xml": wordStyles, "docProps/core.xml": fmt.Sprintf(core, c.core)}))
		d.Text = ""
		if diff := cmp.Diff(c.want, d); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

func TestFootnotesOfAWordFile(t *testing.T) {
	body := para("First", `<w:r><w:endnoteReference w:id="2"/></w:r>`, " and second.", `<w:r><w:footnoteReference w:id="3"/></w:r>`)
	d, err := parse(".docx", word(t, body, map[string]string{
		"word/footnotes.xml": `<w:footnotes NS><w:footnote w:type="separator" w:id="0">` + para("-----") + `</w:footnote><w:footnote w:id="3">` + para(`<w:r><w:footnoteRef/></w:r>`, " Of June.") + para("And more.") + `</w:footnote></w:footnotes>`,
		"word/endnotes.xml":  `<w:endnotes NS><w:endnote w:id="2">` + para("Of May.") + `</w:endnote></w:endnotes>`,
	}))
	want := Document{Text: "First and second.\n\n[1] Of May.\n\n[2] Of June.\n\nAnd more.", Notes: []Note{{"1", 5}, {"2", 17}}}
	if diff := cmp.Diff(want, d); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

// What two programs make of the same text comes out with the same words.
func TestWordFilesOfPrograms(t *testing.T) {
	for _, name := range []string{"office", "pandoc"} {
		content, err := os.ReadFile("testdata/" + name + ".docx")
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(name+".docx", content)
		if err != nil || d.Title != "Joint communiqué of the mill council" || d.Date != "2031-03-14" {
			t.Errorf("%s: %v, title %q, date %q", name, err, d.Title, d.Date)
		}
		for _, want := range []string{
			"before the winter comes. Both sides reaffirmed that “flour passes freely", "\n\nMoney\n\n1. Ostland will pay", "\n\n2. Brilland",
			"\n\n• Its findings are public.\n\nState | Contribution\n\nState: Ostland | Contribution: 40 million\n\n", "\n\nDone at Harl.",
		} {
			if !strings.Contains(d.Text, want) {
				t.Errorf("%s: %q is not in:\n%s", name, want, d.Text)
			}
		}
	}
}

func TestWordFilesThatCannotBeRead(t *testing.T) {
	whole := word(t, para("It grinds."), nil)
	for _, c := range []struct {
		what    string
		content []byte
		want    error
	}{
		{"cut off", whole[:len(whole)-40], ErrDamaged},
		{"another archive", archived(t, "a.txt", "a"), ErrNotSo},
		{"no words", word(t, para(), nil), ErrNoText},
		{"broken inside", word(t, "<w:p><w:r><w:t>a</w:q", nil), ErrDamaged},
		{"too many words", word(t, strings.Repeat(para(strings.Repeat("a ", 1<<19)), 6), nil), ErrTooLong},
		{"tables in tables", word(t, strings.Repeat("<w:tbl><w:tr><w:tc>", 1000)+para("a"), nil), ErrTooDeep},
		{"boxes in boxes", word(t, strings.Repeat("<w:p><w:r>", 1000)+para("a"), nil), ErrTooDeep},
	} {
		if d, err := Read("a.docx", c.content); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v; %q", c.what, err, c.want, d.Text[:min(len(d.Text), 100)])
		}
	}
}

func archived(t *testing.T, name, content string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	w, err := archive.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// Files of hundreds of megabytes when they are unpacked are read within the bounds
// of all files.
func TestHostileWordFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for name, content := range map[string][]byte{
		"spaces.docx":         bomb(t, "", " ", 300<<20),
		"words.docx":          bomb(t, "<w:p><w:r><w:t>", "mill ", 60<<20),
		"elements.docx":       bomb(t, "", "<w:r/>", 20<<20),
		"deep.docx":           bomb(t, "", "<w:r>", 20<<20),
		"attributes.docx":     bomb(t, "<w:p ", `a="b" `, 10<<20),
		"paragraphs.docx":     bomb(t, "", para("a"), 1<<20),
		"cells.docx":          word(t, "<w:tbl>"+strings.Repeat("<w:tr>"+strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>`+para("a")+"</w:tc>", 100), 1000), nil),
		"styles.docx":         word(t, para("a"), map[string]string{"word/styles.xml": "<w:styles NS>" + strings.Repeat(`<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`, 1<<20)}),
		"loop of styles.docx": word(t, para(styled("a"), "a"), map[string]string{"word/styles.xml": `<w:styles NS><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`}),
		"entities.docx":       word(t, "<!DOCTYPE a [<!ENTITY b 'cc'>]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>", nil),
	} {
		within(t, name, string(content))
	}
}

// bomb makes a .docx file whose text is a piece many times, without ever holding it
// whole: what a process is started from counts as the memory of the process.
func bomb(t *testing.T, before, piece string, times int) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	w, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	many := max(1, min(times, 1<<16/len(piece)))
	block := []byte(strings.Repeat(piece, many))
	_, err = io.WriteString(w, `<w:document xmlns:w="x"><w:body>`+before)
	for n := 0; n < times && err == nil; n += many {
		_, err = w.Write(block)
	}
	if err != nil || archive.Close() != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func FuzzWord(f *testing.F) {
	f.Add(para(styled("T"), "a")+para(entry("1", 0), "b"), wordStyles, wordNumbers)
	f.Add("<w:tbl><w:tr>"+tc(`<w:vMerge/>`, "a"), "<w:style><w:numId/>", "<w:num><w:lvlOverride w:ilvl='-3'><w:startOverride w:val='1'/>")
	f.Fuzz(func(t *testing.T, body, styles, numbers string) {
		d, err := parse(".docx", word(t, body, map[string]string{"word/styles.xml": styles, "word/numbering.xml": numbers, "word/footnotes.xml": body}))
		if err == nil && strings.ToValidUTF8(d.Text, "") != d.Text {
			t.Errorf("%q", d.Text)
		}
	})
}
