package quote

import (
	"testing"
)

func TestWhatIsAroundAQuotationIsNotPartOfIt(t *testing.T) {
	x := New(own(t)...)
	for _, c := range []struct {
		about, text, judged string
		want                Verdict
	}{
		{"a block quote", "> Averland will pay 40 per cent of the cost.", "Averland will pay 40 per cent of the cost.", Verbatim},
		{"a block quote of two lines", "> Averland will pay\n> 40 per cent of the cost.", "Averland will pay\n40 per cent of the cost.", Typographic},
		{"a block quote in bold", "> **Averland will pay 40 per cent of the cost.**", "Averland will pay 40 per cent of the cost.", Verbatim},
		{"italics", "*Averland will pay 40 per cent*", "Averland will pay 40 per cent", Verbatim},
		{"a word in bold", "Averland **will** pay 40 per cent", "Averland will pay 40 per cent", Verbatim},
		{"underlined", "__Averland will pay__ _40 per cent_", "Averland will pay 40 per cent", Verbatim},
		{"spoilers, struck out, code", "||Averland|| ~~will~~ `pay` 40 per cent", "Averland will pay 40 per cent", Verbatim},
		{"HTML", "<blockquote><p>Averland <b>will</b> pay 40 per cent</p></blockquote>", "Averland will pay 40 per cent", Verbatim},
		{"half of the bold", "**Averland will pay 40 per cent", "Averland will pay 40 per cent", Verbatim},
		{"a list", "- Averland will pay 40 per cent", "Averland will pay 40 per cent", Verbatim},
		{"quotation marks in a block quote", "> “Averland will pay 40 per cent”", "Averland will pay 40 per cent", Verbatim},

		{"a tag behind", "\"Averland will pay 40 per cent of the cost,\" she said.", "Averland will pay 40 per cent of the cost,", Typographic},
		{"a tag before", "The minister told reporters: “Averland will pay 40 per cent of the cost.”", "Averland will pay 40 per cent of the cost.", Verbatim},
		{"a place", "“Averland will pay 40 per cent of the cost” (paragraph 4)", "Averland will pay 40 per cent of the cost", Verbatim},
		{"a dash and a name", "“Averland will pay 40 per cent of the cost.” — Ada Marn", "Averland will pay 40 per cent of the cost.", Verbatim},
		{"a tag between two parts", "“Averland will pay,” she said, “40 per cent of the cost.”", "Averland will pay 40 per cent of the cost.", Verbatim},
		{"a tag between two parts that have words between them", "“Averland will pay 40 per cent,” she said, “lent for two seasons.”", "Averland will pay 40 per cent … lent for two seasons.", Spliced},
		{"a French tag", "« Averland will pay 40 per cent of the cost », a déclaré la ministre.", "Averland will pay 40 per cent of the cost", Verbatim},
		{"a German tag", "„Averland will pay 40 per cent of the cost“, sagte sie.", "Averland will pay 40 per cent of the cost", Verbatim},
		{"a Chinese tag", "外交部长强调：“我们不会关闭河流，也不打算对其征税。”", "我们不会关闭河流，也不打算对其征税。", Verbatim},
		{"an Arabic tag", "«لن نغلق النهر، ولا ننوي فرض رسوم عليه»، قالت الوزيرة للصحفيين", "لن نغلق النهر، ولا ننوي فرض رسوم عليه", Verbatim},
		{"an altered quotation with a tag", "“Averland will pay 45 per cent of the cost,” she said.", "Averland will pay 45 per cent of the cost,", Altered},

		{"the source’s own tag", "“We will not close the river,” the Averlandish minister said", "“We will not close the river,” the Averlandish minister said", Verbatim},
		{"the source’s own tag, changed", "“We will not close the river,” the Cordonian minister said", "“We will not close the river,” the Cordonian minister said", Altered},
		{"the source’s own tag, with a not", "“We will not close the river,” the Averlandish minister has not said", "“We will not close the river,” the Averlandish minister has not said", Altered},
		{"words outside that are no tag", "“We will not close the river” but tax it", "“We will not close the river” but tax it", Altered},
		{"quoted words in a sentence", "will consult each other “early, often and late” before either acts", "will consult each other “early, often and late” before either acts", Altered},
	} {
		r := check(t, x, c.text)
		if r.Verdict != c.want || r.Text != c.judged {
			t.Errorf("%s: %q is %s, judged as %q; want %s, %q\n\t%s", c.about, c.text, r.Verdict, r.Text, c.want, c.judged, r.Differ)
		}
		holds(t, x, r)
	}
}
