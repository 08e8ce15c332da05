package curate_test

import (
	"context"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/quota"
)

// TestWhatTheQuotasAllow holds texts, and measures the memory that each byte of them
// takes. VERBATIM_KB says how many kB; 4,096 are what the usual quotas allow.
func TestWhatTheQuotasAllow(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	most, _ := strconv.Atoi(os.Getenv("VERBATIM_KB"))
	most = max(most, 64) << 10
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{Holding: quota.Holding{Bytes: 2 * most, Paragraphs: 1_000_000}})
	before, began := inUse(), time.Now()
	random := rand.New(rand.NewPCG(1, 2))
	bytes := 0
	for bytes < most {
		body := kbtest.WordsOf(random, 10_000)
		bytes += len(body)
		if _, err := curate.New(l).AddSource(context.Background(), kbtest.Editor(), text("Text "+strconv.Itoa(bytes), body)); err != nil {
			t.Fatal(err)
		}
	}
	factor := float64(inUse()-before) / float64(bytes)
	t.Logf("%d bytes of text in %v take %.1f bytes of memory each", bytes, time.Since(began).Round(time.Millisecond), factor)
	if factor > 60 {
		t.Errorf("each byte of text takes %.1f bytes of memory", factor)
	}
	runtime.KeepAlive(l)
}

func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
