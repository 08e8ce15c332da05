package answer_test

import (
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
