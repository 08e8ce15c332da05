package kb_test

import "testing"

func TestTheVersionChangesWithWhateverChangesAnswers(t *testing.T) {
	s := opened(t, newPath(t))
	l := library(t, s, notesFile())
	first, known := l.Version()
	if again, _ := l.Version(); !known || again != first {
		t.Error("the version changes though nothing did")
	}
	apply(t, s, "1", fact("steam", steam, "Yes."))
	asks(l, steam, "1")
	second, _ := l.Version()
	if second == first {
		t.Error("a fact was added, and the version is the same")
	}
	if err := l.Learn(t.Context()); err != nil {
		t.Fatal(err)
	}
	if third, _ := l.Version(); third == second {
		t.Error("the library has learned, and the version is the same")
	}
}
