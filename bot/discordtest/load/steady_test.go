package load_test

import (
	"testing"
	"time"

	"verbatim/bot/gateway"
)

const (
	steadyRate   = 200                    // questions a second
	steadyWithin = time.Second            // for each
	steadyMostly = 100 * time.Millisecond // for 99 of 100
	// steadyGrowth is by how much memory may differ between the first and the
	// last third; a collection more or less makes as much.
	steadyGrowth = 1.2
)

func TestSteadyQuestions(t *testing.T) {
	const people = 500 // the limit of one is a question a second
	c := gather(t, people)
	c.listen()
	memory := func() float64 { return 0 }
	rate, while := 50, 500*time.Millisecond
	if *load {
		p := serve(t, c.d)
		memory = func() float64 { return p.resident(t) }
		rate, while = steadyRate, *lasts
		time.Sleep(3 * time.Second) // to learn
	} else {
		verbatim(t, c.d, gateway.Timing{})
	}
	asks, held := c.steadily(rate, while, memory)
	var f figures
	for _, a := range asks {
		took, ok := a.took()
		if !ok {
			t.Error("a question was not answered within 3 s")
		}
		f = append(f, took)
	}
	t.Log(f)
	if *load && f.at(1) > steadyWithin {
		t.Errorf("the longest took %v, want at most %v", f.at(1), steadyWithin)
	}
	if *load && f.at(.99) > steadyMostly {
		t.Errorf("one in a hundred took %v or longer, want at most %v", f.at(.99), steadyMostly)
	}
	first, last := highest(held[:len(held)/3]), highest(held[2*len(held)/3:])
	t.Logf("resident memory: at most %.1f MB in the first third, %.1f in the last; %.1f", first, last, held)
	if *load && last > first*steadyGrowth {
		t.Errorf("memory grew from %.1f to %.1f MB", first, last)
	}
}

// steadily asks so many questions a second, and looks at the memory at each
// tenth of the time.
func (c *crowd) steadily(rate int, while time.Duration, memory func() float64) (asks []ask, held []float64) {
	every := time.Second / time.Duration(rate)
	start := time.Now()
	for n := range int(while / every) {
		time.Sleep(time.Until(start.Add(time.Duration(n) * every)))
		asks = append(asks, c.ask(n))
		if time.Since(start) > while*time.Duration(len(held))/10 {
			held = append(held, memory())
		}
	}
	return asks, append(held, memory())
}

func highest(all []float64) float64 {
	most := 0.0
	for _, v := range all {
		most = max(most, v)
	}
	return most
}
