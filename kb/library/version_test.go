package library_test

import (
	"testing"

	"verbatim/kb/kbtest"
)

func TestTheVersionChangesWithWhateverChangesAnswers(t *testing.T) {
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	first, known := l.Version()
	if again, _ := l.Version(); !known || again != first {
		t.Error("the version changes though nothing did")
	}
	apply(t, s, "1", fact("steam", kbtest.Steam, "Yes."))
	kbtest.Asks(l, kbtest.Steam, "1")
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
