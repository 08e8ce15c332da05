package library_test

import (
	"fmt"
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
)

// TestAnUnknownShortIDIsFoundOutWithoutHashingAll looks up what stands for no id, among
// few facts and among many: it must take no more of these.
func TestAnUnknownShortIDIsFoundOutWithoutHashingAll(t *testing.T) {
	takes := func(facts int) float64 {
		l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
		s := kbtest.ValidStatement(func(s *kb.Statement) {
			for i := range facts {
				f := s.Facts[1].Clone()
				f.ID, f.Question = fmt.Sprint("f-", i), fmt.Sprint("What is number ", i, "?")
				s.Facts = append(s.Facts, f)
			}
		})
		kbtest.Load(t, l, kbtest.Home, s)
		if _, ok := l.FactByShort(kb.ShortID("notes/orders"), kbtest.Home); !ok {
			t.Fatal("an id is not found by what stands for it")
		}
		return testing.AllocsPerRun(50, func() { l.FactByShort(kb.Short{1, 2, 3}, kbtest.Home) })
	}
	if few, many := takes(2), takes(1000); many > few+20 {
		t.Errorf("it takes %.0f allocations of 1,000 facts, and %.0f of two", many, few)
	}
}
