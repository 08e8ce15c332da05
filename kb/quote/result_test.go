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
	for _, c := range []struct{ about, text, want string }{
		{"a dropped word", "We will close the river", "We will {-not -}close the river"},
		{"an added word", "Averland will not pay 40 per cent of the cost", "Averland will {+not +}pay 40 per cent of the cost"},
		{"a changed word", "Averland will pay 45 per cent of the cost", "Averland will pay {-40-}{+45+} per cent of the cost"},
		{"a changed word at the end", "it will not be amended before 2041.", "it will not be amended before {-2040-}{+2041+}"},
		{"words added at both ends", "Surely Averland will pay 40 per cent of the cost, she said", "{+Surely +}Averland will pay 40 per cent of the cost{+, she said+}"},
		{"words in another order", "Averland Cordonia supports in the dispute with the port owners", "Averland {+Cordonia +}supports {-Cordonia -}in the dispute with the port owners"},
		{"case inside", "Averland Will pay 40 per cent of the cost", "Averland {-will-}{+Will+} pay 40 per cent of the cost"},
		{"an apostrophe too many", "It's findings are public; its minutes", "{-Its-}{+It's+} findings are public; its minutes"},
		{"an apostrophe too few", "its minutes, the ministers letters and the pilots’ logs", "its minutes, the {-ministers’-}{+ministers+} letters and the pilots’ logs"},
		{"a dropped comma", "early often and openly", "early{-,-} often and openly"},
		{"a cut word", "peaceful step, and they will consult", "{-non--}peaceful step, and they will consult"},
		{"Chinese", "我们会关闭河流，也不打算", "我们{-不-}会关闭河流，也不打算"},
		{"typographic differences beside a change", "we don't intend  to tax them. She added", "we don’t intend to tax {-it-}{+them+}.” She added"},
		{"pieces", "Averland will pay … of the cost.", "Averland will pay {-40 per cent-}{+…+} of the cost."},
		{"a dropped word at the source’s own ellipsis", "The commission shall report twice a year... shall report to nobody else", "The commission shall report twice a year... {-It -}shall report to nobody else"},
		{"pieces in another order", "lent for two seasons … Averland will pay", "lent for two seasons{+ … Averland will pay+}"},
		{"pieces of two sources", "Averland will pay 40 per cent … 不会", "Averland will pay 40 per cent{+ … 不会+}"},
	} {
		r := check(t, x, c.text)
		if got := inline(r.Diff); got != c.want {
			t.Errorf("%s: %q\n\thas %q\n\twant %q", c.about, c.text, got, c.want)
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
