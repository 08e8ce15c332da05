package cover

import (
	"fmt"
	"sync"
	"testing"

	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

func even(text.Word) float64 { return 1 }

func words(t *testing.T) *Words {
	t.Helper()
	e, err := meaning.Default()
	if err != nil {
		t.Fatal(err)
	}
	return New(e.Encode)
}

// Of a question whose words are told in others, in any language, more is covered than of
// one that asks for something else.
func TestWhatIsToldInOtherWordsIsCovered(t *testing.T) {
	w := words(t)
	of := func(question, told string) Cover { return w.Of(text.Words(question), text.Words(told), even) }
	told := "The two governments signed an agreement on fishing in the gulf."
	for asked, other := range map[string]string{
		"Which treaty on fishery was signed?": "Which elections on trial were lost?",
		"traité de pêche":                     "grève des trains",
		"渔业协议":                                "选举结果",
	} {
		if is, no := of(asked, told), of(other, told); is.All <= no.All {
			t.Errorf("%q is covered by %+v, %q by %+v", asked, is, other, no)
		}
	}
	if same := of("fishing gulf", told); same.All < 0.999 || same.Least != 1 || same.Missing != 0 {
		t.Errorf("the same words are covered by %+v", same)
	}
	if none := of("what is it?", told); none != (Cover{}) {
		t.Errorf("no word that says something is covered by %+v", none)
	}
}

// However many words there are, so many are compared and remembered.
func TestWordsAreBounded(t *testing.T) {
	var mu sync.Mutex
	encoded := 0
	w := New(func(string) (v meaning.Vector) {
		mu.Lock()
		defer mu.Unlock()
		encoded++
		v[0] = 1
		return v
	})
	var long []text.Word
	for i := range 5 * toldMost {
		long = append(long, text.Word{Text: fmt.Sprint("w", i), Stem: fmt.Sprint("w", i)})
	}
	w.Of(long, long[askedMost:], even)
	if encoded > askedMost+toldMost {
		t.Errorf("%d words are encoded", encoded)
	}
	w.Of(long, long[askedMost:], even)
	if encoded > askedMost+toldMost {
		t.Errorf("asked again, %d words are encoded", encoded)
	}
	var asking sync.WaitGroup
	for n := range 4 {
		asking.Go(func() {
			for i := range rememberedMost {
				w.vector(fmt.Sprint(n, " ", i))
			}
		})
	}
	asking.Wait()
	if n := len(w.young) + len(w.old); n > rememberedMost {
		t.Errorf("%d vectors are remembered", n)
	}
}
