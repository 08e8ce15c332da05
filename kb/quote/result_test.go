package quote

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/quote/word"
)

func TestDifferencesAreReadable(t *testing.T) {
	x := New(own(t)...)
	for _, c := range []struct{ about, text, want, why string }{
		{"a dropped word", "We will close the river", "We will {-not -}close the river", "One word left out: “not”."},
		{"an added word", "Averland will not pay 40 per cent of the cost", "Averland will {+not +}pay 40 per cent of the cost", "One word added: “not”."},
		{"a changed word", "Averland will pay 45 per cent of the cost", "Averland will pay {-40-}{+45+} per cent of the cost", "One word changed: “45” for “40”."},
		{"a changed word at the end", "it will not be amended before 2041.", "it will not be amended before {-2040-}{+2041+}", "One word changed: “2041” for “2040”."},
		{"words added at both ends", "Surely Averland will pay 40 per cent of the cost, she said", "{+Surely +}Averland will pay 40 per cent of the cost{+, she said+}", "One word added: “Surely”; 2 words added: “, she said”."},
		{"words in another order", "Averland Cordonia supports in the dispute with the port owners", "Averland {+Cordonia +}supports {-Cordonia -}in the dispute with the port owners", "The words are the same, but their order differs."},
		{"case inside", "Averland Will pay 40 per cent of the cost", "Averland {-will-}{+Will+} pay 40 per cent of the cost", "The words are the same, but not as they are written: capitals (“Will” for “will”)."},
		{"an apostrophe too many", "It's findings are public; its minutes", "{-Its-}{+It's+} findings are public; its minutes", "The words are the same, but not as they are written: apostrophes (“It's” for “Its”)."},
		{"an apostrophe too few", "its minutes, the ministers letters and the pilots’ logs", "its minutes, the {-ministers’-}{+ministers+} letters and the pilots’ logs", "The words are the same, but not as they are written: apostrophes (“ministers” for “ministers’”)."},
		{"a dropped comma", "early often and openly", "early{-,-} often and openly", "The punctuation differs: nothing for “,”."},
		{"a cut word", "peaceful step, and they will consult", "{-non--}peaceful step, and they will consult", "One word left out: “non-”."},
		{"Chinese", "我们会关闭河流，也不打算", "我们{-不-}会关闭河流，也不打算", "One word left out: “不”."},
		{"typographic differences beside a change", "we don't intend  to tax them. She added", "we don’t intend to tax {-it-}{+them+}.” She added", "One word changed: “them” for “it”."},
		{"pieces", "Averland will pay … of the cost.", "Averland will pay {-40 per cent-}{+…+} of the cost.", "The pieces around the ellipsis stand in the source in this order; the words between them are left out."},
		{"a dropped word at the source’s own ellipsis", "The commission shall report twice a year... shall report to nobody else", "The commission shall report twice a year... {-It -}shall report to nobody else", "One word left out: “It”."},
		{"pieces in another order", "lent for two seasons … Averland will pay", "lent for two seasons{+ … Averland will pay+}", "The pieces around the ellipsis stand in the source, but not in this order."},
		{"pieces of two sources", "Averland will pay 40 per cent … 不会", "Averland will pay 40 per cent{+ … 不会+}", "The pieces around the ellipsis stand in different sources."},
	} {
		r := check(t, x, c.text)
		if got := inline(r.Diff); got != c.want || r.Why != c.why {
			t.Errorf("%s: %q\n\thas %q\n\twant %q\n\t%s", c.about, c.text, got, c.want, r.Why)
		}
	}
}

func TestWhatDiffersIsNamed(t *testing.T) {
	x := New(own(t)...)
	for text, want := range map[string][]string{
		"Averland will pay.":           {word.FoldClosing},
		"Averland  will pay":           {word.FoldSpace},
		"Averland\nwill pay":           {word.FoldLine},
		"will pay 40":                  nil,
		"…Averland will pay":           {word.FoldEllipsis},
		"Will pay 40 per cent":         {word.FoldCase},
		"we don't intend to tax it":    {word.FoldApostrophe},
		"so-called \"winter toll\"":    {word.FoldQuotation},
		"fishermen’s rights – whether": {word.FoldDash, word.FoldSpace},
		"Temperatures of -5 degrees":   {word.FoldDash},
		"twice a year… It":             {word.FoldEllipsis},
		"The efficient running":        {word.FoldLigature},
		"the nai\u0308ve optimism":     {word.FoldEncoding},
		"Aver\u00adland will pay":      {word.FoldInvisible},
	} {
		r := check(t, x, text)
		if diff := cmp.Diff(want, r.Differ); diff != "" {
			t.Errorf("%q, for %q (%s):\n%s", text, r.Found, r.Verdict, diff)
		}
	}
}

func TestEveryFoldIsNamedOnce(t *testing.T) {
	var names []string
	for _, f := range word.Folds {
		if f.Name == "" || f.Rule == "" || slices.Contains(names, f.Name) {
			t.Errorf("fold %+v", f)
		}
		names = append(names, f.Name)
	}
}

func TestTheResultSaysWhereItStands(t *testing.T) {
	x := New(own(t)...)
	for _, c := range []struct {
		about, text, found string
		paragraph          int
		context            string // its beginning and end, around …
	}{
		{"a verbatim text", "Averland will pay", "Averland will pay", 4, "Cordonia will supply … (see Annex B)."},
		{"quotation marks of the source", "\"early, often and openly\" before either acts.", "“early, often and openly” before either acts.", 6, "On the lower river … either acts."},
		{"closing marks of the source", "We will not close the river.\"", "We will not close the river,”", 3, "Both sides … rumour."},
		{"over paragraphs", "is a rumour. Cordonia will", "is a rumour.\n\nCordonia will", 3, "Both sides … (see Annex B)."},
		{"pieces in two paragraphs", "Port Selwyn … is a rumour", "Port Selwyn on", 2, "The ministers … rumour."},
		{"pieces far apart", "Port Selwyn … stayed open", "Port Selwyn on", 2, "The ministers … 2029."},
	} {
		r := check(t, x, c.text)
		begins, ends, _ := strings.Cut(c.context, " … ")
		if !strings.HasPrefix(r.Found, c.found) || r.Paragraph != c.paragraph || !strings.HasPrefix(r.Context, begins) || !strings.HasSuffix(r.Context, ends) {
			t.Errorf("%s: found %q in paragraph %d of %q", c.about, r.Found, r.Paragraph, r.Context)
		}
	}
	if r := check(t, x, "Port Selwyn … stayed open"); strings.Count(r.Context, "\n\n[…]\n\n") != 1 || len(r.Pieces) != 2 {
		t.Errorf("pieces far apart have the context %q and the pieces %+v", r.Context, r.Pieces)
	}
}
