package document

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"verbatim/kb/document/pdf/pdftest"
)

// What programs make of a text comes out with its words, in three scripts.
func TestPDFFilesOfPrograms(t *testing.T) {
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
		d, err := Read(t.Context(), "a.pdf", content)
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

// Files that refer to themselves, or unfold to much more, are read within the
// bounds of all files.
func TestHostilePDFFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	text := pdftest.Page{Stream: pdftest.Lines(50, 700, "It grinds.")}
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	form := func(stream string) string {
		return pdftest.Stream(t, "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 20 0 R>>>>", stream)
	}
	for name, content := range map[string][]byte{
		"spaces.pdf":              pdftest.File(t, []pdftest.Page{{Stream: many(" ", 40<<20)}}),
		"operands.pdf":            pdftest.File(t, []pdftest.Page{{Stream: many("1 ", 20<<20)}}),
		"strings.pdf":             pdftest.File(t, []pdftest.Page{{Stream: "BT /F1 1 Tf " + many("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 200_000)}}),
		"lists.pdf":               pdftest.File(t, []pdftest.Page{{Stream: many("[", 1<<20)}}),
		"dictionaries.pdf":        pdftest.File(t, []pdftest.Page{{Stream: many("<</a", 1<<20)}}),
		"a form in itself.pdf":    pdftest.File(t, []pdftest.Page{{Stream: "/X Do", Resources: "/XObject<</X 20 0 R>>"}}, form(many("/X Do ", 50))),
		"saved states.pdf":        pdftest.File(t, []pdftest.Page{{Stream: many("q ", 10<<20)}}),
		"lines.pdf":               pdftest.File(t, []pdftest.Page{{Stream: "BT /F1 12 Tf " + many("0 -1 Td (a) Tj ", 400_000)}}),
		"pages.pdf":               pdftest.File(t, pdftest.Pages(text, 1999)),
		"too many pages.pdf":      pdftest.File(t, pdftest.Pages(text, 3000)),
		"codes.pdf":               pdftest.File(t, []pdftest.Page{{Stream: "BT /F3 12 Tf <0001> Tj ET", Resources: "/Font<</F3 20 0 R>>"}}, "<</Type/Font/Subtype/Type0/ToUnicode 21 0 R/DescendantFonts[<</W[0 99999999 1 0 99999999 2]>>]>>", pdftest.Stream(t, "", "beginbfrange "+many("<00000000><ffffffff><0041>\n", 200_000)+"endbfrange "+many("<0001><0041>\n", 500_000)+"endbfchar")),
		"pages in a loop.pdf":     pdftest.Objects(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>"}),
		"references.pdf":          pdftest.Objects(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "3 0 R", 3: "2 0 R"}),
		"a length in a loop.pdf":  pdftest.Objects(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: "<</Type/Page/Contents 4 0 R>>", 4: "<</Length 4 0 R>>\nstream\nx\nendstream"}),
		"tables in a loop.pdf":    bytes.Replace(pdftest.File(t, []pdftest.Page{text}), []byte("/Root"), []byte("/Prev 9/XRefStm 9/Root"), 1),
		"a table of itself.pdf":   pdftest.Looped(pdftest.File(t, []pdftest.Page{text})),
		"objects in a stream.pdf": pdftest.File(t, []pdftest.Page{text}, pdftest.Stream(t, "/Type/ObjStm/N 9999999/First 9999999", many("1 0 ", 10<<20))),
		"filters.pdf":             pdftest.Objects(map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: "<</Type/Page/Contents 4 0 R>>", 4: "<</Length 3/Filter[" + many("/ASCIIHexDecode", 5000) + "]>>\nstream\n61>\nendstream"}),
		"deep objects.pdf":        pdftest.Objects(map[int]string{1: "<</Type/Catalog/Pages 2 0 R/X " + many("[", 2<<20) + ">>", 2: "<</Type/Pages/Count 0/Kids[]>>"}),
	} {
		within(t, name, string(content))
	}
}
