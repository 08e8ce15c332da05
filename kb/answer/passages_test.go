package answer_test

import (
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/index"
)

// twoTexts holds two declarations that say much the same.
func twoTexts(t testing.TB) *index.Index {
	t.Helper()
	text := func(id, title, place, date, body string) *kb.Statement {
		return &kb.Statement{
			ID: id, Title: title, Date: date, Place: place, Parties: []string{"Northland", "Westland"},
			Sources: []kb.Source{{ID: "text", Title: title, Publisher: "Office of the Council", Kind: kb.KindStatement, Text: body}},
		}
	}
	x, err := index.Of(index.Usual(), []*kb.Statement{
		text("lisbon", "Lisbon Declaration on Fisheries", "Lisbon", "2001-03-04",
			"The ministers agreed that no boat may catch more than forty tonnes of cod in a year.\n\nThey will build a harbour for the islands.\n\nThe harbour master reports to both governments."),
		text("oslo", "Oslo Declaration on Fisheries", "Oslo", "2004-05-06",
			"The ministers agreed that no boat may catch more than ninety tonnes of cod in a year.\n\nThey will close the harbour of the islands.\n\nThe harbour master has to leave his house."),
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestTheTextThatIsNamedIsSearchedFirst(t *testing.T) {
	x := twoTexts(t)
	for question, want := range map[string]string{
		"How many tonnes of cod may a boat catch in a year by the Lisbon Declaration?": "lisbon/text#1",
		"How many tonnes of cod may a boat catch in a year by the Oslo Declaration?":   "oslo/text#1",
	} {
		if a := ask(x, kb.Question{Text: question}); a.ID != want {
			t.Errorf("%q gets %q (%.2f, nearest %v); want %q", question, a.ID, a.Confidence, a.Nearest, want)
		}
	}
}

// Who asks what somebody said is told that a place only speaks of them.
func TestAPlaceThatSpeaksOfSomebodyIsNotSaidToBeTheirWords(t *testing.T) {
	x, err := index.Of(index.Usual(), []*kb.Statement{{
		ID: "strait", Title: "Joint Statement of Averland and Cordonia", Date: "2031-05-03", Place: "Averton", Parties: []string{"Averland", "Cordonia"},
		Sources: []kb.Source{{ID: "text", Title: "Joint Statement", Publisher: "Averland Gazette", Kind: kb.KindStatement, Text: "The two sides met in Averton and reviewed their cooperation on fishing in the northern gulf.\n\n" +
			"They expressed serious concern over the conduct of China and of Minister Orlo in the southern strait, and called for calm."}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for asked, want := range map[string]string{
		"What did China say about its conduct in the southern strait?":            "This place speaks of China. It may not be what China said.",
		"what did orlo say about his conduct in the southern strait":              "This place speaks of Orlo. It may not be what Orlo said.",
		"What do they say about the conduct of China in the southern strait?":     "",
		"Did they express concern over China claims in the southern strait?":      "",
		"What did Averland say about the conduct of China in the southern strait": "",
	} {
		a := ask(x, kb.Question{Text: asked})
		if a.Kind != kb.KindPassage || !strings.Contains(a.Text, "southern strait") {
			t.Errorf("%q is answered with %q (%v)", asked, a.Text, a.Reason)
		}
		if said := strings.Contains(a.Note, "It may not be what"); a.Note != want && (want != "" || said) {
			t.Errorf("%q has the note %q, want %q", asked, a.Note, want)
		}
	}
}
