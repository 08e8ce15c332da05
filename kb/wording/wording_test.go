package wording

import (
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

// TestEnglishIsWhatTheVerdictSays holds the sentences of the catalog to those that
// `quote --json` has.
func TestEnglishIsWhatTheVerdictSays(t *testing.T) {
	for _, text := range quotations {
		r := judge(t, text)
		if got := Why(catalog.English, r); got != r.Why {
			t.Errorf("%q is %s:\n\t%s\nand the verdict says\n\t%s", text, r.Verdict, got, r.Why)
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
