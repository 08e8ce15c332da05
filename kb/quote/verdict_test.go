package quote

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// inline returns a difference in one line: {-dropped-} and {+added+}.
func inline(ops []Op) string {
	var b strings.Builder
	for _, op := range ops {
		if op.Op == Same {
			b.WriteString(op.Text)
		} else {
			fmt.Fprintf(&b, "{%s%s%s}", op.Op, op.Text, op.Op)
		}
	}
	return b.String()
}

func TestVerdicts(t *testing.T) {
	x := New(own(t)...)
	for _, c := range []struct {
		about, text string
		want        Verdict
	}{
		{"a sentence as it stands", "Averland will pay 40 per cent of the cost.", Verbatim},
		{"half a sentence", "12 dredgers and 3 ice-breakers by June", Verbatim},
		{"across paragraphs", "is a rumour.\n\nCordonia will supply 250 barges", Verbatim},
		{"quotation marks inside", "“We will not close the river,” the Averlandish minister said", Verbatim},
		{"quotation marks around", "“Averland will pay 40 per cent”", Verbatim},
		{"German quotation marks around", "„Averland will pay 40 per cent“", Verbatim},
		{"white space around", "  Averland will pay  ", Verbatim},
		{"an ellipsis of the source", "report twice a year... It shall report", Verbatim},
		{"one word", "rumour", Verbatim},
		{"Arabic", "لن نغلق النهر، ولا ننوي فرض رسوم عليه", Verbatim},
		{"Chinese, from the middle of a sentence", "不会关闭河流，也不打算", Verbatim},

		{"straight quotation marks", "\"We will not close the river,\" the Averlandish", Typographic},
		{"a straight apostrophe", "we don't intend to tax it", Typographic},
		{"an apostrophe at the end of a word", "the ministers' letters", Typographic},
		{"quotation marks left out", "the so-called winter toll is a rumour", Typographic},
		{"double spaces", "Averland  will pay", Typographic},
		{"a line break", "Averland\nwill pay", Typographic},
		{"no paragraph break", "is a rumour. Cordonia will supply", Typographic},
		{"a hyphen for a dash", "fishermen's rights-whether on", Typographic},
		{"two hyphens for a dash", "rights -- whether on", Typographic},
		{"a spaced dash", "rights – whether on", Typographic},
		{"an ellipsis character", "twice a year… It shall", Typographic},
		{"spaced points for an ellipsis", "twice a year . . . It shall", Typographic},
		{"a capital at the start", "Will pay 40 per cent", Typographic},
		{"a small letter at the start", "both sides reaffirmed", Typographic},
		{"a closing point added", "Averland will pay.", Typographic},
		{"another closing mark", "Averland will pay 40 per cent of the cost!", Typographic},
		{"an ellipsis around", "…Averland will pay…", Typographic},
		{"letters for ligatures", "The efficient running", Typographic},
		{"accents encoded apart", "the nai\u0308ve optimism of the cafe\u0301 owners", Typographic},
		{"a soft hyphen", "Aver\u00adland will pay", Typographic},
		{"a hyphen for a minus", "Temperatures of -5 degrees", Typographic},
		{"Chinese with spaces and other quotation marks", "「我们不会关闭河流， 也不打算", Typographic},
		{"a Chinese dash", "支持科多尼亚—上游", Typographic},
		{"Arabic with other quotation marks", "وقالت الوزيرة: \"لن نغلق النهر", Typographic},

		{"a dropped not", "We will close the river", Altered},
		{"an added not", "Averland will not pay 40 per cent", Altered},
		{"a changed number", "Averland will pay 45 per cent of the cost", Altered},
		{"a changed decimal", "has kept the peace for 375 years", Altered},
		{"a comma for a decimal point", "has kept the peace for 37,5 years", Altered},
		{"a space in a number", "recalled that the treaty of 1 204 articles has kept the peace", Altered},
		{"a dropped sign", "Temperatures of 5 degrees are no reason", Altered},
		{"names exchanged", "Cordonia supports Averland in the dispute", Altered},
		{"case inside", "averland will pay 40 Per cent of the cost", Altered},
		{"its for it’s", "It's findings are public; its minutes", Altered},
		{"an apostrophe dropped at the end of a word", "its minutes, the ministers letters and", Altered},
		{"a hyphen dropped", "the counter smuggling patrols that began", Altered},
		{"a hyphenated word in one", "to the countersmuggling patrols that began", Altered},
		{"a dash dropped", "fishermen’s rights whether on the upper", Altered},
		{"a comma dropped inside", "early often and openly", Altered},
		{"a question for a statement inside", "Averland supports? Cordonia in the dispute", Altered},
		{"it starts inside a word", "peaceful step, and they will consult", Altered},
		{"it starts inside letters", "land will pay 40 per cent", Altered},
		{"it ends inside a word", "and to the counter", Altered},
		{"it starts inside an abbreviation", "S.-built dredger, lent for two seasons", Altered},
		{"it starts inside a number", "204 articles has kept the peace", Altered},
		{"Chinese with a dropped not", "我们会关闭河流，也不打算", Altered},
		{"Chinese with another comma", "我们不会关闭河流,也不打算", Altered},
		{"Arabic with a dropped vowel mark", "المعاهدة لن تعدل قبل عام 2040", Altered},
		{"Arabic with other digits", "ستقدم 250 صندلاً قبل حزيران", Altered},

		{"pieces in order", "Averland will pay 40 per cent … lent for two seasons", Spliced},
		{"pieces around two ellipses in brackets", "Both sides reaffirmed [...] the free passage […] and to", Spliced},
		{"pieces of two paragraphs around an ellipsis in brackets", "a rumour. […] Cordonia will supply", Spliced},
		{"pieces of distant paragraphs around an ellipsis in brackets", "is a rumour […] Its findings are public", Spliced},
		{"a not left out at an ellipsis in brackets", "We will […] close the river", Spliced},
		{"pieces with typographic differences", "we don't intend to tax it (…) Cordonia will supply 250 barges.", Spliced},
		{"three pieces", "The ministers ... met in Port Selwyn … to review", Spliced},
		{"Chinese pieces", "双方重申……船只无论冬夏均可自由通行", Spliced},
		{"Arabic pieces", "لن نغلق النهر … كوردونيا ستقدم", Spliced},
		{"the source’s own ellipsis and another", "report twice a year… It shall report … Its findings", Spliced},

		{"pieces in another order", "lent for two seasons … Averland will pay 40 per cent", Altered},
		{"pieces of two sources", "Averland will pay 40 per cent … 不会关闭河流", Altered},
		{"a piece with another word", "Averland will pay 45 per cent … lent for two seasons", Altered},

		{"another subject", "the price of bread rose sharply in the capital yesterday", NotFound},
		{"the same formula about other things", "reaffirmed their commitment to the defence of the northern islands and of nuclear deterrence", NotFound},
		{"a script that no text has", "Совет реки не будет закрыт", NotFound},
	} {
		r := check(t, x, c.text)
		if r.Verdict != c.want {
			t.Errorf("%s: %q is %s, want %s (%.2f, %s)\n\t%s", c.about, c.text, r.Verdict, c.want, r.Similarity, r.Differ, inline(r.Diff))
		}
		holds(t, x, r)
	}
}

func TestErrors(t *testing.T) {
	x := New(own(t)...)
	for text, want := range map[string]error{
		"":                                 ErrNoWords,
		" “…” — !\u200b":                   ErrNoWords,
		strings.Repeat("a ", Longest):      ErrTooLong,
		strings.Repeat("“ ", Longest/2+10): ErrTooLong,
	} {
		if _, err := x.Check(text, nil); !errors.Is(err, want) {
			t.Errorf("Check(%.20q) gives %v, want %v", text, err, want)
		}
	}
}
