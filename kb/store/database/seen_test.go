package database_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"
)

// What one saves, another hears of: measured from the answer to the one until
// the other has read it.
func TestWhatIsSavedIsSeenElsewhere(t *testing.T) { eachEngine(t, seenElsewhere) }

func seenElsewhere(t *testing.T, path string) { seen(t, path, 200) }

// seen saves some times and looks how long it took.
func seen(t *testing.T, path string, times int) {
	t.Helper()
	ctx := context.Background()
	one, other := mustOpen(t, path), mustOpen(t, path)
	rev := int64(0)
	var took []time.Duration
	for i := range times {
		pulse, err := other.Pulse(ctx)
		must(t, err)
		put(t, one, fmt.Sprint(i))
		saved := time.Now()
		for {
			now, err := other.Pulse(ctx)
			must(t, err)
			if now != pulse {
				changed, err := other.Since(ctx, rev)
				must(t, err)
				if rev = changed.Rev; len(changed.Records) == 1 {
					break
				}
				pulse = now
			}
			time.Sleep(100 * time.Microsecond)
		}
		took = append(took, time.Since(saved))
	}
	slices.Sort(took)
	p99 := took[(times-1)*99/100]
	t.Logf("seen after: p50 %s, p99 %s, most %s", took[times/2], p99, took[times-1])
	if p99 > time.Second {
		t.Errorf("p99 is %s, want a second at most", p99)
	}
}
