package curate_test

import (
	"context"
	"math/rand/v2"
	"os"
	"runtime"
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

// TestWhatTheQuotasAllow holds texts, and measures the memory that they take. VERBATIM_KB says how many kB; 4,096 are what the usual quotas allow.
func TestWhatTheQuotasAllow(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	most, _ := strconv.Atoi(os.Getenv("VERBATIM_KB"))
	most = max(most, 64) << 10
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{Holding: quota.Holding{Bytes: 2 * most, Paragraphs: 1_000_000}})
	random := rand.New(rand.NewPCG(1, 2))
	distinct := map[string]bool{}
	add := func(name string, words int) int {
		body := kbtest.WordsOf(random, words)
		for w := range strings.FieldsSeq(body) {
			distinct[strings.TrimSuffix(w, ".")] = true
		}
		if _, err := curate.New(l).AddSource(context.Background(), kbtest.Editor(), text(name, body)); err != nil {
			t.Fatal(err)
		}
		ask(l)
		return len(body)
	}
	add("First", 100) // what is made once, whatever is held
	before, began := inUse(), time.Now()
	bytes := 0
	for bytes < most {
		bytes += add("Text "+strconv.Itoa(bytes), 10_000)
	}
	took := inUse() - before
	t.Logf("%d bytes of text with %d different words in %v take %d of memory", bytes, len(distinct), time.Since(began).Round(time.Millisecond), took)
	if most := int64(byteTakes*bytes + wordTakes*len(distinct) + answerTakes); took > most {
		t.Errorf("%d bytes of text take %d of memory, want %d at most", bytes, took, most)
	}
	runtime.KeepAlive(l)
}

// What a byte of text takes, and a word, of which each is there once. Real texts have a
// different word for some 200 bytes, so that a byte takes 5 to 6 in all; those of this
// test have one for 30.
const (
	byteTakes   = 5
	wordTakes   = 400
	answerTakes = 1 << 20 // what is kept of what was asked
)

// ask lets everything be put in its place that is found by the next question.
func ask(l *library.Library) {
	l.Ask(context.Background(), kb.Question{Text: "Who keeps w1 and w2?", Server: kbtest.Home})
}

func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
