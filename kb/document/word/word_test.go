package word_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/document/plain"
	"verbatim/kb/document/word"
	"verbatim/kb/document/word/wordtest"
)

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
		{"words in several runs", wordtest.Paragraph("We will not ", "close ", "the mill."), "We will not close the mill."},
		{"links and fields", wordtest.Paragraph("See ", `<w:hyperlink><w:r><w:t>the mill</w:t></w:r></w:hyperlink>`, `<w:r><w:instrText>PAGE</w:instrText></w:r>`, "."), "See the mill."},
		{"tracked changes", wordtest.Paragraph("We ", `<w:del><w:r><w:delText>may</w:delText></w:r></w:del>`, `<w:ins><w:r><w:t>will</w:t></w:r></w:ins>`, " pay."), "We will pay."},
		{"words that were moved", wordtest.Paragraph(`<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>`, "here"), "here"},
		{"hidden words", wordtest.Paragraph("a", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>`, "c"), "ac"},
		{"breaks and tabs", wordtest.Paragraph("a", `<w:r><w:br/></w:r>`, "b", `<w:r><w:tab/></w:r>`, "c"), "a\nb c"},
		{"hyphens", wordtest.Paragraph("co", `<w:r><w:noBreakHyphen/></w:r>`, "operation in Po\u00adlitik"), "co‑operation in Politik"},
		{"a text box once", wordtest.Paragraph("a", `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>`+wordtest.Paragraph("in a box")+`</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>`+wordtest.Paragraph("in a box")+`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`), "in a box\n\na"},
		{"lists", wordtest.Paragraph(wordtest.Entry("1", 0), "one") + wordtest.Paragraph(wordtest.Entry("1", 1), "deep") + wordtest.Paragraph(wordtest.Entry("1", 1), "er") + wordtest.Paragraph(wordtest.Entry("1", 0), "two") + wordtest.Paragraph(wordtest.Entry("1", 1), "again") + wordtest.Paragraph(wordtest.Entry("2", 0), "dot") + wordtest.Paragraph(wordtest.Entry("4", 0), "five") + wordtest.Paragraph(wordtest.Entry("0", 0), "none"), "1. one\n\n(a) deep\n\n(b) er\n\n2. two\n\n(a) again\n\n• dot\n\n5. five\n\nnone"},
		{"numbers that a style has", wordtest.Paragraph(wordtest.Styled("Art"), "Seat") + wordtest.Paragraph("It is Harl.") + wordtest.Paragraph(wordtest.Styled("Art"), "Pay"), "Article I Seat\n\nIt is Harl.\n\nArticle II Pay"},
		{"the table of contents", wordtest.Paragraph(wordtest.Styled("C"), "Seat 3") + wordtest.Paragraph("It is Harl."), "It is Harl."},
		{"powers and marks", wordtest.Paragraph("10", wordtest.Superscript("9"), " m", wordtest.Superscript("2"), " of the League", wordtest.Superscript("1"), " by 2030.", wordtest.Superscript("2")), "10⁹ m² of the League by 2030."},
		{"a table", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>` + wordtest.Cell("", "State") + wordtest.Cell("", "Share") + `</w:tr><w:tr>` + wordtest.Cell(`<w:vMerge w:val="restart"/>`, "Ostland") + wordtest.Cell("", "40") + `</w:tr><w:tr>` + wordtest.Cell(`<w:vMerge/>`, "") + wordtest.Cell("", "2") + `</w:tr></w:tbl>`, "State | Share\n\nState: Ostland | Share: 40\n\nState: Ostland | Share: 2"},
		{"a table in a table", `<w:tbl><w:tr>` + wordtest.Cell("", "a") + `<w:tc><w:tbl><w:tr>` + wordtest.Cell("", "b") + wordtest.Cell("", "c") + `</w:tr></w:tbl>` + wordtest.Paragraph("") + `</w:tc></w:tr></w:tbl>`, "a | b | c"},
	} {
		d, err := word.Read(wordtest.File(t, c.body, parts))
		if diff := cmp.Diff(c.want, d.Text); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

func TestWhatAWordFileSaysOfItself(t *testing.T) {
	core := `<cp:coreProperties NS><dc:title>%s</dc:title><dcterms:created>2031-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`
	for _, c := range []struct {
		what, body, core string
		want             plain.Document
	}{
		{"a title of its own", wordtest.Paragraph(wordtest.Styled("T"), "The mill") + wordtest.Paragraph("It grinds."), "Other", plain.Document{Title: "The mill"}},
		{"a heading of a style that changes another", wordtest.Paragraph(wordtest.Styled("Own"), "The mill") + wordtest.Paragraph("It grinds."), "Other", plain.Document{Title: "The mill"}},
		{"a title among the properties", wordtest.Paragraph("It grinds."), "The mill", plain.Document{Title: "The mill"}},
		{"a title that a program made", wordtest.Paragraph("It grinds."), "Microsoft Word - mill.doc", plain.Document{}},
		{"a day above the text, and not that of the file", wordtest.Paragraph("Harl, 14 March 2031") + wordtest.Paragraph("It grinds since 1 May 2030."), "", plain.Document{Date: "2031-03-14"}},
		{"no day", wordtest.Paragraph("It grinds since 1 May 2030."), "", plain.Document{}},
	} {
		d, err := word.Read(wordtest.File(t, c.body, map[string]string{"word/styles.xml": wordStyles, "docProps/core.xml": fmt.Sprintf(core, c.core)}))
		d.Text = ""
		if diff := cmp.Diff(c.want, d); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

func TestFootnotesOfAWordFile(t *testing.T) {
	body := wordtest.Paragraph("First", `<w:r><w:endnoteReference w:id="2"/></w:r>`, " and second.", `<w:r><w:footnoteReference w:id="3"/></w:r>`)
	d, err := word.Read(wordtest.File(t, body, map[string]string{
		"word/footnotes.xml": `<w:footnotes NS><w:footnote w:type="separator" w:id="0">` + wordtest.Paragraph("-----") + `</w:footnote><w:footnote w:id="3">` + wordtest.Paragraph(`<w:r><w:footnoteRef/></w:r>`, " Of June.") + wordtest.Paragraph("And more.") + `</w:footnote></w:footnotes>`,
		"word/endnotes.xml":  `<w:endnotes NS><w:endnote w:id="2">` + wordtest.Paragraph("Of May.") + `</w:endnote></w:endnotes>`,
	}))
	want := plain.Document{Text: "First and second.\n\n[1] Of May.\n\n[2] Of June.\n\nAnd more.", Notes: []plain.Note{{Mark: "1", At: 5}, {Mark: "2", At: 17}}}
	if diff := cmp.Diff(want, d); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestWordFilesThatCannotBeRead(t *testing.T) {
	whole := wordtest.File(t, wordtest.Paragraph("It grinds."), nil)
	for _, c := range []struct {
		what    string
		content []byte
		want    error
	}{
		{"cut off", whole[:len(whole)-40], plain.ErrDamaged},
		{"another archive", wordtest.Archive(t, "a.txt", "a"), plain.ErrNotSo},
		{"broken inside", wordtest.File(t, "<w:p><w:r><w:t>a</w:q", nil), plain.ErrDamaged},
		{"too many words", wordtest.File(t, strings.Repeat(wordtest.Paragraph(strings.Repeat("a ", 1<<19)), 6), nil), plain.ErrTooLong},
		{"tables in tables", wordtest.File(t, strings.Repeat("<w:tbl><w:tr><w:tc>", 1000)+wordtest.Paragraph("a"), nil), plain.ErrTooDeep},
		{"boxes in boxes", wordtest.File(t, strings.Repeat("<w:p><w:r>", 1000)+wordtest.Paragraph("a"), nil), plain.ErrTooDeep},
	} {
		if d, err := word.Read(c.content); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v; %q", c.what, err, c.want, d.Text[:min(len(d.Text), 100)])
		}
	}
}

func FuzzWord(f *testing.F) {
	f.Add(wordtest.Paragraph(wordtest.Styled("T"), "a")+wordtest.Paragraph(wordtest.Entry("1", 0), "b"), wordStyles, wordNumbers)
	f.Add("<w:tbl><w:tr>"+wordtest.Cell(`<w:vMerge/>`, "a"), "<w:style><w:numId/>", "<w:num><w:lvlOverride w:ilvl='-3'><w:startOverride w:val='1'/>")
	f.Fuzz(func(t *testing.T, body, styles, numbers string) {
		d, err := word.Read(wordtest.File(t, body, map[string]string{"word/styles.xml": styles, "word/numbering.xml": numbers, "word/footnotes.xml": body}))
		if err == nil && strings.ToValidUTF8(d.Text, "") != d.Text {
			t.Errorf("%q", d.Text)
		}
	})
}
