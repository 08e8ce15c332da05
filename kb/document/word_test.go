package document

import (
	"os"
	"strings"
	"testing"

	"verbatim/kb/document/word/wordtest"
)

// What two programs make of the same text comes out with the same words.
func TestWordFilesOfPrograms(t *testing.T) {
	for _, name := range []string{"office", "pandoc"} {
		content, err := os.ReadFile("testdata/" + name + ".docx")
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(t.Context(), name+".docx", content)
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

// Files of hundreds of megabytes when they are unpacked are read within the bounds
// of all files.
func TestHostileWordFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for name, content := range map[string][]byte{
		"spaces.docx":         wordtest.Bomb(t, "", " ", 300<<20),
		"words.docx":          wordtest.Bomb(t, "<w:p><w:r><w:t>", "mill ", 60<<20),
		"elements.docx":       wordtest.Bomb(t, "", "<w:r/>", 20<<20),
		"deep.docx":           wordtest.Bomb(t, "", "<w:r>", 20<<20),
		"attributes.docx":     wordtest.Bomb(t, "<w:p ", `a="b" `, 10<<20),
		"paragraphs.docx":     wordtest.Bomb(t, "", wordtest.Paragraph("a"), 1<<20),
		"cells.docx":          wordtest.File(t, "<w:tbl>"+strings.Repeat("<w:tr>"+strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>`+wordtest.Paragraph("a")+"</w:tc>", 100), 1000), nil),
		"styles.docx":         wordtest.File(t, wordtest.Paragraph("a"), map[string]string{"word/styles.xml": "<w:styles NS>" + strings.Repeat(`<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`, 1<<20)}),
		"loop of styles.docx": wordtest.File(t, wordtest.Paragraph(wordtest.Styled("a"), "a"), map[string]string{"word/styles.xml": `<w:styles NS><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`}),
		"entities.docx":       wordtest.File(t, "<!DOCTYPE a [<!ENTITY b 'cc'>]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>", nil),
	} {
		within(t, name, string(content))
	}
}
