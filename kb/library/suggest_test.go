package library_test

import (
	"slices"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

func TestSuggest(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile(), library.File{Name: "other.yaml", Content: []byte(kbtest.Written(t, kbtest.ValidStatement(func(*kb.Statement) {})))})
	apply(t, s, "g", fact("payer", secret, "Babbage."))
	const music = "Could the engine compose music?"
	for _, c := range []struct {
		what, typed, statement, server string
		first                          string
	}{
		{"nothing typed", "", "", "", kbtest.Think},
		{"white space", " \t", "", "", kbtest.Think},
		{"nothing typed in a server of its own", "", "", "g", secret},
		{"nothing typed, in one statement", "", "notes", "g", "Can it think?"},
		{"the beginning of a word", "comp", "engine-notes-1843", "", music},
		{"a slip", "compoze musik", "engine-notes-1843", "", music},
		{"letters in order", "cldengmsc", "", "", music},
		{"capitals", "COMPOSE MUSIC", "", "", music},
		{"another phrasing", "anything new?", "", "", kbtest.Think},
		{"Chinese", "思考", "notes", "", "Can it think?"},
		{"a word that stands nowhere", "quantum", "", "", ""},
		{"words that stand nowhere", "banana bread", "", "", ""},
		{"a question about nothing that is here", "how do I bake bread", "", "", ""},
		{"letters that any question has", "one", "", "", ""},
		{"letters within words", "hnlytcl", "", "", ""},
		{"a replacement character", "\ufffd\ufffd\ufffd\ufffd\ufffd", "", "", ""},
		{"an unknown statement", "music", "another", "", ""},
		{"broken text", "\xff\xfe", "", "", ""},
	} {
		got := l.Suggest(c.typed, c.statement, c.server)
		switch {
		case c.first == "" && len(got) == 0:
		case len(got) == 0 || got[0].Question != c.first:
			t.Errorf("%s: %q suggests %v, want %q first", c.what, c.typed, got, c.first)
		}
		ids := make([]string, len(got))
		for i, s := range got {
			ids[i] = s.ID
		}
		slices.Sort(ids)
		if len(slices.Compact(ids)) != len(got) {
			t.Errorf("%s: %q suggests a question twice: %v", c.what, c.typed, got)
		}
	}
}

// TestSuggestionsComeWhileSomebodyTypes holds them to what a benchmark measures among ten
// times as many: a third of what is meant for those, for the machine may be busy.
func TestSuggestionsComeWhileSomebodyTypes(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	kbtest.Load(t, l, "", many(2000))
	const question = "what does the word say that it is"
	var took []time.Duration
	for range 5 {
		for i := range len(question) {
			took = append(took, suggesting(l, question[:i]))
		}
	}
	slices.Sort(took)
	if middle := took[len(took)/2]; middle > 35*time.Millisecond {
		t.Errorf("suggestions take %s among 2,000 facts", middle)
	}
}

func TestSuggestGivesAtMost25(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	kbtest.Load(t, l, "", many(30))
	for _, typed := range []string{"", "what"} {
		if got := len(l.Suggest(typed, "", "")); got != 25 {
			t.Errorf("typing %q suggests %d", typed, got)
		}
	}
}
