package answer_test

import (
	"strings"
	"testing"

	"verbatim/data"
	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
)

const ferries = `
statement:
  id: ferries-2031
  title: Ferry accord
  date: 2031-05-04
  place: Osaka
  parties: [Japan, Chile]
sources:
  - {id: text, title: Ferry accord, publisher: Harbour Office, published: 2031-05-04, url: https://example.org/f, language: en, kind: statement, text: "Both sides agreed on the ferries.\n\nThe lighthouse keepers of Valparaiso shall polish the brass lantern every Thursday."}
facts:
  - id: ferries
    question: Will Chile buy ferries from Japan?
    also_asked: [Does Chile buy Japanese ferries?, Are ferries bought by Chile?]
    answer: Yes, Chile will buy them.
    party: Chile
    citations: [{source: text, quote: agreed on the ferries}]
  - id: loan
    question: Does Japan lend money to Chile?
    also_asked: [Is there a loan from Japan for Chile?]
    answer: Yes, at a low rate.
    party: Japan
    citations: [{source: text}]
`

// TestTheWayThatAnsweredIsExplained asks what is answered in other ways than as it
// stands, and looks that the explanation is of that way.
func TestTheWayThatAnsweredIsExplained(t *testing.T) {
	x, err := index.Of(index.Usual(), kbtest.Read(t, ferries))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, question, previous string
		id, path                 string
	}{
		{"as it stands", "Will Chile buy ferries from Japan?", "", "ferries-2031/ferries", ""},
		{"the same again", "who said so?", "Will Chile buy ferries from Japan?", "ferries-2031/ferries", "answered as the question before"},
		{"a paragraph", "When do the lighthouse keepers polish the brass lantern?", "", "ferries-2031/text#2", ""},
	} {
		a, e := explain(x, kb.Question{Text: c.question, Previous: c.previous})
		if plain := ask(x, kb.Question{Text: c.question, Previous: c.previous}); plain.ID != a.ID || plain.Confidence != a.Confidence {
			t.Errorf("%s: explained it is answered %s, else %s", c.what, a.ID, plain.ID)
		}
		if got := strings.Join(e.Path, ", "); a.ID != c.id || got != c.path {
			t.Errorf("%s: %q gets %s (%s) by %q; want %s by %q", c.what, c.question, a.ID, a.Reason, got, c.id, c.path)
			continue
		}
		best := e.Candidates
		if a.Kind == kb.KindPassage {
			best = e.Passages
		}
		if len(best) == 0 || best[0].ID != a.ID || best[0].Confidence != a.Confidence || len(e.Words) == 0 {
			t.Errorf("%s: it is answered %s with %.2f, and the best is explained as %+v", c.what, a.ID, a.Confidence, best)
		}
	}
	if _, e := explain(x, kb.Question{Text: "?!"}); len(e.Words)+len(e.Candidates) > 0 || e.Least != answer.Least {
		t.Errorf("no question at all is explained as %+v", e)
	}
}

// TestTheWayIsToldOfWhatIsNotReadAsItStands does the same with what people asked of
// the shipped statements.
func TestTheWayIsToldOfWhatIsNotReadAsItStands(t *testing.T) {
	if testing.Short() {
		t.Skip("learns from the shipped statements, which takes seconds")
	}
	all, err := file.ReadFolder(data.Statements)
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Of(index.Usual(), all)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ question, previous, path string }{
		{"whats syrias take on taiwan lol", "", ""},
		{"and about Taiwan?", "What did Syria say about the One-China principle?", "together with the question before"},
		{"wait is syria really shipping uyghurs to china??", "", "without “really”"},
		{"I failed my exam last week. My father was angry about the car. What did both sides say about the Golan?", "", "one sentence of it alone"},
	} {
		a, e := explain(x, kb.Question{Text: c.question, Previous: c.previous})
		if got := strings.Join(e.Path, ", "); !a.Answered || got != c.path || len(e.Candidates) == 0 || e.Candidates[0].ID != a.ID {
			t.Errorf("%q gets %s by %q, want it by %q; candidates %+v", c.question, a.ID, got, c.path, e.Candidates)
		}
	}
}
