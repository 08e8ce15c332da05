package curate_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/quota"
)

// answeredWithin is how long a question of another server may take while a server is
// filled: that it waits for all of what is brought, takes longer.
const answeredWithin = time.Second

// TestAFullServerLeavesOthersAnswered brings into one server a hundredth of what the usual
// quotas allow, or as many as VERBATIM_FULL says (100 are all), while questions are asked
// in another, and measures how long these take, and what memory the whole takes.
func TestAFullServerLeavesOthersAnswered(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	hundredths, _ := strconv.Atoi(os.Getenv("VERBATIM_FULL"))
	hundredths = max(hundredths, 1)
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{})
	s := filling(hundredths)
	kbtest.Asks(l, kbtest.Think, kbtest.Away) // what is made at the first question
	before, began := inUse(), time.Now()
	ended := make(chan error, 1)
	go func() {
		_, err := curate.New(l).Import(context.Background(), kbtest.Editor(), []*kb.Statement{s})
		ended <- err
	}()
	took := asksUntil(t, l, ended)
	imported := time.Since(began)
	if got := kbtest.Asks(l, s.Facts[len(s.Facts)-1].Question, kbtest.Home); got != s.Facts[len(s.Facts)-1].Answer {
		t.Errorf("the last fact is answered with %q", got)
	}
	h := held(l, kbtest.Home)
	if len(took) == 0 {
		t.Fatal("it came in before anybody asked")
	}
	slices.Sort(took)
	t.Logf("%+v came in %v and take %d MB; of %d questions elsewhere meanwhile p99 %v, the slowest %v",
		h, imported.Round(time.Millisecond), (inUse()-before)>>20, len(took), took[len(took)*99/100], took[len(took)-1])
	runtime.KeepAlive(l)
	if slowest := took[len(took)-1]; slowest > answeredWithin {
		t.Errorf("a question elsewhere took %v", slowest)
	}
}

// asksUntil asks in another server until an import has ended, and tells how long each
// answer took.
func asksUntil(t *testing.T, l *library.Library, ended <-chan error) (took []time.Duration) {
	t.Helper()
	for n := 0; ; n++ {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
			return took
		default:
		}
		at := time.Now()
		got := kbtest.Asks(l, kbtest.Think, kbtest.Away)
		l.Ask(context.Background(), kb.Question{Text: fmt.Sprintf("Who paid for engine number %d in London?", n), Server: kbtest.Away})
		if took = append(took, time.Since(at)/2); got != kbtest.ThinkAnswer {
			t.Fatalf("elsewhere it is answered %q", got)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// filling is a statement of so many hundredths of the usual quotas.
func filling(hundredths int) *kb.Statement {
	most, random := quota.Usual, rand.New(rand.NewPCG(3, 4))
	of := func(n int) int { return n * hundredths / 100 }
	words := func(n int) string {
		return strings.TrimSpace(strings.NewReplacer(".\n\n", " ").Replace(kbtest.WordsOf(random, n)))
	}
	return kbtest.ValidStatement(func(s *kb.Statement) {
		s.Facts, s.Aliases = nil, nil
		for i := range of(most.Facts) {
			f := kb.Fact{
				ID: fmt.Sprint("f", i), Question: fmt.Sprintf("Who keeps %s in mill %d?", words(2), i), Answer: fmt.Sprintf("Miller %d.", i),
				Party: "Ada Lovelace", Citations: []kb.Citation{{Source: "held"}},
			}
			for range most.Phrasings/most.Facts - 1 {
				f.AlsoAsked = append(f.AlsoAsked, fmt.Sprintf("%s of mill %d", words(3), i))
			}
			s.Facts = append(s.Facts, f)
		}
		for i := range of(most.Aliases) {
			s.Aliases = append(s.Aliases, kb.Alias{Name: fmt.Sprintf("name %d", i), Other: []string{fmt.Sprintf("other %d", i)}})
		}
		for i := 0; i < hundredths; i++ { // what is left of the bytes
			s.Sources = append(s.Sources, kb.Source{
				ID: fmt.Sprint("text", i), Title: fmt.Sprint("Text ", i), Publisher: "Taylor", Published: "1843", Language: "en",
				Kind: kb.KindReport, Text: kbtest.WordsOf(random, 1000),
			})
		}
	})
}
