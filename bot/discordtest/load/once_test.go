package load_test

import (
	"slices"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
)

// atOnceWithin is what the p99 of 100 interactions at once may be, in the middle
// one of many volleys: what else is at work on the machine is in some of them.
const atOnceWithin = 25 * time.Millisecond

func TestHundredAtOnce(t *testing.T) {
	c := gather(t, 100, discordtest.Remember(500))
	c.listen()
	verbatim(t, c.d, gateway.Timing{})
	rounds := 2
	if *load {
		rounds = 30
	}
	first := c.volley(t, 100)
	var all figures
	var p99s figures
	for range rounds {
		one := c.volley(t, 100)
		all = append(all, one...)
		p99s = append(p99s, one.at(.99))
		time.Sleep(50 * time.Millisecond)
	}
	t.Log("the first volley, which nothing was matched before and no connection was open for:", first)
	t.Log("all others:", all)
	slices.Sort(p99s)
	t.Logf("the p99 of a volley: median %v, least %v, most %v of %d", p99s.at(.5), p99s.at(0), p99s.at(1), rounds)
	if *load && p99s.at(.5) > atOnceWithin {
		t.Errorf("the median p99 of a volley is %v, want at most %v", p99s.at(.5), atOnceWithin)
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
