package confine_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"verbatim/kb/document/confine"
)

var small = confine.Limits{Memory: 64 << 20, CPU: 5 * time.Second, Time: 20 * time.Second, Output: 1 << 20}

func brief(l confine.Limits) confine.Limits {
	l.CPU, l.Time = time.Second, 3*time.Second
	return l
}

// The readers of this test. They are registered before it begins, as others are.
var (
	upper   = confine.Register("test-upper", small, bytes.ToUpper)
	secrets = confine.Register("test-secrets", small, func([]byte) []byte { return []byte(strings.Join(os.Environ(), "\n")) })
	talker  = confine.Register("test-print", small, func(in []byte) []byte { fmt.Println("I am a library"); return in })
	grower  = confine.Register("test-grow", small, func([]byte) []byte {
		for {
			piece := make([]byte, 1<<16)
			for i := range piece {
				piece[i] = 1
			}
			kept = append(kept, piece)
		}
	})
	large = confine.Register("test-large", small, func([]byte) []byte { return make([]byte, 8<<30)[:1] })
	deep  = confine.Register("test-deep", small, func([]byte) []byte { return []byte{byte(nested(0))} })
	busy  = confine.Register("test-busy", brief(small), func([]byte) []byte {
		for n := 0; ; n++ {
			spun = n
		}
	})
	asleep  = confine.Register("test-asleep", brief(small), func([]byte) []byte { time.Sleep(time.Hour); return nil })
	panics  = confine.Register("test-panic", small, func([]byte) []byte { panic("a library's mistake") })
	leaves  = confine.Register("test-leave", small, func([]byte) []byte { os.Exit(0); return nil })
	endless = confine.Register("test-endless", small, func([]byte) []byte { return make([]byte, 2<<20) })
)

// What readers that never end leave behind.
var (
	kept [][]byte
	spun int
)

func nested(n int) int {
	if n < 0 {
		return n
	}
	return nested(n+1) + 1
}

func TestWhatAReaderGives(t *testing.T) {
	for _, in := range []string{"", "abc", strings.Repeat("京", 300_000)} {
		out, err := upper.Read(context.Background(), []byte(in))
		if err != nil || string(out) != strings.ToUpper(in) {
			t.Errorf("%d bytes give %d, %v", len(in), len(out), err)
		}
	}
	if out, err := talker.Read(context.Background(), []byte("a")); err != nil || string(out) != "a" {
		t.Errorf("what is printed: %q, %v", out, err)
	}
}

// A child holds no secret of the program.
func TestAReaderKnowsNoSecret(t *testing.T) {
	t.Setenv("DISCORD_TOKEN", "secret")
	out, err := secrets.Read(context.Background(), nil)
	if err != nil || strings.Contains(string(out), "secret") {
		t.Errorf("it has %q, %v", out, err)
	}
}

// Whatever a reader does, it ends with a sentence, in time.
func TestWhatAReaderMayNotDo(t *testing.T) {
	for _, c := range []struct {
		what string
		kind *confine.Kind
		want error
	}{
		{"take more and more memory", grower, confine.ErrMemory},
		{"take much memory at once", large, confine.ErrMemory},
		{"call itself for ever", deep, confine.ErrMemory},
		{"run for ever", busy, confine.ErrTime},
		{"sleep for ever", asleep, confine.ErrTime},
		{"panic", panics, confine.ErrBroken},
		{"end without an answer", leaves, confine.ErrBroken},
		{"give more than it may", endless, confine.ErrMemory},
	} {
		start := time.Now()
		out, err := c.kind.Read(context.Background(), []byte("a"))
		if !errors.Is(err, c.want) || out != nil {
			t.Errorf("%s: %d bytes, %v", c.what, len(out), err)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: it took %v", c.what, took)
		}
	}
}

// Who does not want the answer any more does not wait for it.
func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(300*time.Millisecond, cancel)
	start := time.Now()
	_, err := asleep.Read(ctx, nil)
	if !errors.Is(err, context.Canceled) || time.Since(start) > brief(small).Time {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
	if _, err := upper.Read(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a reading that nobody waits for: %v", err)
	}
}

func BenchmarkRead(b *testing.B) {
	in := make([]byte, 1<<20)
	for b.Loop() {
		if _, err := upper.Read(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}
