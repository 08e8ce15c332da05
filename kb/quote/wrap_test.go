package quote

import (
	"slices"
	"testing"

	"verbatim/kb/quote/locate"
	"verbatim/kb/quote/word"
)

// printedText is text of a fixed width, as it is copied out of a PDF.
const printedText = `Communiqué

The delegations agreed on inter-
national co-operation and on a common ener-
gy market by 2030. They spoke of long-
and short-term loans, of counter-
terrorism and of counter-terrorism  
 courts, in the years 1990-
2000, at the Bad Ems-
Koblenz line.

` + "Steuerrecht und Po\u00ad\nlitikwissenschaft in Deutschland.\r\nDas gilt.\n\n我们不会关\n闭河流，\n也不征税。他说\nOK 了。\n"

func TestTheLinesOfAParagraphAreOneText(t *testing.T) {
	x := New(Text{"printed", printedText})
	for _, c := range []struct {
		about, text string
		want        Verdict
	}{
		{"a line break is a space", "by 2030. They spoke of", Verbatim},
		{"over two lines", "agreed on inter-\nnational co-operation and on a common ener-\ngy market by 2030", Verbatim},
		{"white space around the line break", "counter-terrorism courts", Verbatim},
		{"a line break of two characters", "in Deutschland. Das gilt", Verbatim},
		{"the source’s line break", "common ener-\ngy market", Verbatim},
		{"Chinese over two lines", "我们不会关闭河流，也不征税", Verbatim},
		{"Chinese beside Latin letters", "他说 OK 了", Verbatim},
		{"two spaces for a line break", "and of counter-terrorism  courts, in", Typographic},
		{"another line break", "They spoke\nof", Typographic},
		{"a space for a line break in Chinese", "我们不会关 闭河流", Verbatim},
		{"a space in Chinese", "我们不会 关闭河流", Typographic},

		{"a word over two lines", "on international co-operation and on a common energy market", Typographic},
		{"the same with its hyphen", "on inter-national co-operation", Typographic},
		{"a word that has its hyphen", "of counter-terrorism and of counter-terrorism courts", Typographic},
		{"the same in one", "of counterterrorism and of counter-terrorism courts", Typographic},
		{"a soft hyphen", "Steuerrecht und Politikwissenschaft in Deutschland", Typographic},
		{"a hyphen before a conjunction", "long- and short-term loans", Verbatim},
		{"numbers", "the years 1990-2000, at", Typographic},
		{"a name", "the Bad Ems-Koblenz line", Typographic},

		{"the hyphen of a conjunction dropped", "of longand short-term loans", Altered},
		{"a hyphen dropped inside a line", "national cooperation and on a common", Altered},
		{"the end of a word", "national co-operation and on a", Altered},
		{"the beginning of a word", "and on a common ener-", Altered},
		{"numbers in one", "in the years 19902000, at the", Altered},
	} {
		r := check(t, x, c.text)
		if r.Verdict != c.want {
			t.Errorf("%s: %q is %s, want %s: %s\n\t%q", c.about, c.text, r.Verdict, c.want, r.Differ, r.Found)
		}
		if !slices.Contains(r.Differ, word.FoldHyphen) {
			holds(t, x, r)
		}
	}
}

func TestALineMayEndInTheQuotation(t *testing.T) {
	x := New(Text{"a", "They agreed on international co-operation and met in a counter-terrorism court."})
	for text, want := range map[string]Verdict{
		"on inter-\nnational co-operation and":      Typographic,
		"on international co-\noperation and met":   Typographic,
		"a counter-\nterrorism court":               Typographic,
		"on international\nco-operation":            Typographic,
		"on inter-\u00ad\nnational co-operation":    Altered,
		"on inter\u00ad\nnational co-operation and": Typographic,
	} {
		if r := check(t, x, text); r.Verdict != want {
			t.Errorf("%q is %s, want %s: %s", text, r.Verdict, want, r.Differ)
		}
	}
}

func TestFindOverLines(t *testing.T) {
	for _, c := range []struct{ about, quoted, want string }{
		{"a line break", "by 2030. They spoke of", "by 2030. They spoke of"},
		{"white space around it", "counter-terrorism courts, in", "counter-terrorism  \n courts, in"},
		{"two characters", "in Deutschland. Das gilt", "in Deutschland.\r\nDas gilt"},
		{"Chinese", "不会关闭河流，也不征税。他说 OK", "不会关\n闭河流，\n也不征税。他说\nOK"},
		{"as it stands", "common ener-\ngy market", "common ener-\ngy market"},
		{"a word in two", "international co-operation", ""},
		{"two spaces", "terrorism and  of", ""},
		{"a blank line", "Communiqué The delegations", ""},
		{"the end of a word", "gy market", ""},
		{"the beginning of a word", "a common ener", ""},
		{"the beginning of a word with its hyphen", "a common ener-", ""},
	} {
		got := ""
		if at := locate.Find(printedText, c.quoted); at >= 0 {
			end, ok := locate.EndAt(printedText, c.quoted, at)
			if got = printedText[at:end]; !ok || !locate.StandsAt(printedText, c.quoted, at) {
				t.Errorf("%s: %q does not stand where it was found", c.about, c.quoted)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q stands at %q, want %q", c.about, c.quoted, got, c.want)
		}
	}
}

func TestAMarkAtTheEdgeOfAWord(t *testing.T) {
	x := New(Text{"a", "They promised ‘same activity, same risk, same regulation’ for the leaders’ plan and the leader's plan.\n\nIt ends: same risk’ she said, and the states’ rights’ end."})
	for _, c := range []struct {
		about, text string
		want        Verdict
	}{
		{"inside single marks", "same activity, same risk, same regulation", Verbatim},
		{"with the marks", "‘same activity, same risk, same regulation’", Verbatim},
		{"with the closing mark alone", "same risk, same regulation’", Verbatim},
		{"with a straight mark at its end", "same risk, same regulation'", Typographic},
		{"with a mark that the source lacks at its end", "same activity, same risk’", Typographic},
		{"a mark before", "’same activity, same risk", Typographic},
		{"a possessive", "the leaders’ plan", Verbatim},
		{"a possessive at the end", "for the leaders’", Verbatim},
		{"a possessive at the end with a straight mark", "for the leaders'", Typographic},
		{"a possessive without its mark", "the leaders plan and", Altered},
		{"a possessive of one", "the leaders plan.", Altered},
		{"a mark that was opened in no paragraph", "It ends: same risk", Verbatim},
	} {
		r := check(t, x, c.text)
		if r.Verdict != c.want {
			t.Errorf("%s: %q is %s, want %s: %s", c.about, c.text, r.Verdict, c.want, r.Differ)
		}
		if c.want == Verbatim && locate.Find(x.texts.Held(0).Body, r.Text) < 0 {
			t.Errorf("%s: %q is not found", c.about, r.Text)
		}
	}
}
