package wording

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/quote"
)

const source = "The Analytical Engine has no pretensions whatever to originate any thing. " +
	"It can do whatever we know how to order it to perform. It can follow analysis; but it has no power of anticipating any analytical relations or truths."

func judge(t *testing.T, text string) quote.Result {
	t.Helper()
	x := quote.New(quote.Text{Source: "notes", Body: source})
	r, err := x.Check(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// quotations are of every verdict, with one change or many.
var quotations = []string{
	"no pretensions whatever to originate any thing",
	"no pretensions  whatever to originate any thing",
	"no pretensions at all to originate any thing",
	"no pretensions to originate any thing",
	"no pretensions whatever to ever originate any thing",
	"NO PRETENSIONS WHATEVER TO ORIGINATE ANY THING",
	"no pretensions whatever to originate, any thing",
	"pretensions no whatever to originate any thing",
	"[it] has no pretensions whatever to originate any thing",
	"The Analytical Engine has no pretensions […] to originate any thing",
	"The Analytical Engine has no pretensions … It can follow analysis",
	"The Analytical Motor has some claims maybe to create any new things at all",
	"it has a power of anticipating any analytical relations or truths",
	"The weather is fine in the mountains today and tomorrow",
}

// river are the texts that kb/quote is tried on.
func river(t *testing.T) *quote.Index {
	t.Helper()
	names, err := filepath.Glob("../quote/testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d texts: %v", len(names), err)
	}
	var texts []quote.Text
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, quote.Text{Source: filepath.Base(name), Body: string(body)})
	}
	return quote.New(texts...)
}

func TestWhatAVerdictRestsOnIsSaid(t *testing.T) {
	x := river(t)
	for _, c := range []struct{ about, text, want string }{
		{"a dropped word", "We will close the river", "One word left out: “not”."},
		{"an added word", "Averland will not pay 40 per cent of the cost", "One word added: “not”."},
		{"a changed word", "Averland will pay 45 per cent of the cost", "One word changed: “45” for “40”."},
		{"a changed word at the end", "it will not be amended before 2041.", "One word changed: “2041” for “2040”."},
		{"words added at both ends", "Surely Averland will pay 40 per cent of the cost, she said", "One word added: “Surely”; 2 words added: “, she said”."},
		{"words in another order", "Averland Cordonia supports in the dispute with the port owners", "The words are the same, but their order differs."},
		{"case inside", "Averland Will pay 40 per cent of the cost", "The words are the same, but not as they are written: capitals (“Will” for “will”)."},
		{"an apostrophe too many", "It's findings are public; its minutes", "The words are the same, but not as they are written: apostrophes (“It's” for “Its”)."},
		{"an apostrophe too few", "its minutes, the ministers letters and the pilots’ logs", "The words are the same, but not as they are written: apostrophes (“ministers” for “ministers’”)."},
		{"a dropped comma", "early often and openly", "The punctuation differs: nothing for “,”."},
		{"a cut word", "peaceful step, and they will consult", "One word left out: “non-”."},
		{"Chinese", "我们会关闭河流，也不打算", "One word left out: “不”."},
		{"typographic differences beside a change", "we don't intend  to tax them. She added", "One word changed: “them” for “it”."},
		{"pieces", "Averland will pay … of the cost.", "The pieces around the ellipsis stand in the source in this order; the words between them are left out."},
		{"a dropped word at the source’s own ellipsis", "The commission shall report twice a year... shall report to nobody else", "One word left out: “It”."},
		{"pieces in another order", "lent for two seasons … Averland will pay", "The pieces around the ellipsis stand in the source, but not in this order."},
		{"pieces of two sources", "Averland will pay 40 per cent … 不会", "The pieces around the ellipsis stand in different sources."},
		{"words that nobody has to themselves", "the river", "It stands in the source character for character. They are too few, or too common, to be anybody's own words."},
	} {
		r, err := x.Check(c.text, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := Why(catalog.English, r); got != c.want {
			t.Errorf("%s: %q is %s\n\t%s\nwant\n\t%s", c.about, c.text, r.Verdict, got, c.want)
		}
	}
}

func TestWhatCannotBeSeenIsNamed(t *testing.T) {
	x := quote.New(quote.Text{Source: "a", Body: "They met on 3\u00a0May in Aver\u00adland, and left at\u202f5."}, quote.Text{Source: "b", Body: "\u200fقالت الوزيرة\u200f لن نغلق"})
	for text, want := range map[string]string{
		"They met on 3 May in":                   "white space (a space for a no-break space before “May”)",
		"They met on 3\u2009May in":              "white space (a thin space for a no-break space before “May”)",
		"in Averland, and":                       "invisible characters (the source has a soft hyphen at “Averland”)",
		"and\u200b left at\u202f5":               "invisible characters (a zero-width space at “left”)",
		"and le\u2060ft at\u202f5":               "invisible characters (a word joiner at “left”)",
		"They met\u00a0on 3 May":                 "white space (a no-break space for a space before “on”; a space for a no-break space before “May”)",
		"قالت الوزيرة لن نغلق":                   "invisible characters (the source has a right-to-left mark at “لن”)",
		"قالت الوزيرة\u200f \u202aلن نغلق\u202c": "invisible characters (a right-to-left mark and a direction mark at “لن”; a direction mark)",
	} {
		r, err := x.Check(text, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.TrimSuffix(strings.TrimPrefix(Why(catalog.English, r), "The words are the same; only this differs: "), ".")
		if r.Verdict != quote.Typographic || got != want {
			t.Errorf("%q is %s: %s\nwant %s", text, r.Verdict, got, want)
		}
	}
}

func TestNothingIsSaidInEnglishElsewhere(t *testing.T) {
	for _, l := range catalog.Languages()[1:] {
		for _, text := range quotations {
			r := judge(t, text)
			got := Why(l, r)
			for _, words := range []string{"The words", "left out", "added", "changed", "the source", "why.", "kind."} {
				if strings.Contains(got, words) {
					t.Errorf("%s of %q has %q: %s", l, text, words, got)
				}
			}
		}
	}
}

func TestAnAbstentionTellsWhatIsLacking(t *testing.T) {
	places := []kb.Mention{{Text: "a"}, {Text: "b"}}
	for _, c := range []struct {
		a    kb.Answer
		want string
	}{
		{kb.Answer{Reason: kb.ReasonUnknown}, "Nothing in what I hold answers that."},
		{kb.Answer{Reason: kb.ReasonNotInText, Lacks: "when"}, "The whole text is here, and says nothing of that."},
		{kb.Answer{Reason: kb.ReasonUnknown, Lacks: "when"}, "Nothing in what I hold answers that."},
		{kb.Answer{Reason: kb.ReasonUnknown, Lacks: "when", Nearest: []kb.Nearest{{}}}, "Nothing here tells when."},
		{kb.Answer{Reason: kb.ReasonUnknown, Mentions: places[:1]}, "I hold no answer to that. One place speaks of it."},
		{kb.Answer{Reason: kb.ReasonUnknown, Mentions: places, Lacks: "how many"}, "2 places speak of that; none tells how many."},
	} {
		if got := Abstention(catalog.English, c.a); got != c.want {
			t.Errorf("%+v: %q, want %q", c.a, got, c.want)
		}
	}
}
