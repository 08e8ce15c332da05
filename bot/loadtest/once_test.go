package loadtest_test

import (
	"testing"
	"time"

	"verbatim/bot/gateway"
)

// atOnceWithin is what the p99 of 100 interactions at once may be.
const atOnceWithin = 25 * time.Millisecond

func TestHundredAtOnce(t *testing.T) {
	c := gather(t, 100)
	c.listen()
	verbatim(t, c.d, gateway.Timing{})
	rounds := 2
	if *load {
		rounds = 30
	}
	var best, all figures
	for range rounds {
		one := c.volley(t, 100)
		t.Log(one)
		all = append(all, one...)
		if best == nil || one.at(.99) < best.at(.99) {
			best = one
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Log("all volleys:", all)
	if *load && all.at(.99) > atOnceWithin {
		t.Errorf("p99 %v, want at most %v", all.at(.99), atOnceWithin)
	}
}

// volley asks n questions at once.
func (c *crowd) volley(t *testing.T, n int) figures {
	t.Helper()
	var asks []ask
	for i := range n {
		asks = append(asks, c.ask(i))
	}
	var f figures
	for _, a := range asks {
		took, ok := a.took()
		if !ok {
			t.Error("a question was not answered within 3 s")
		}
		f = append(f, took)
	}
	_ = f.String() // in order
	return f
}
