package loadtest_test

import (
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"verbatim/bot/gateway"
)

// besideLeast is how much of an echo bot's throughput the bot has.
const besideLeast = 0.85

func TestBesideAnEcho(t *testing.T) {
	rounds, each := 1, 200*time.Millisecond
	if *load {
		rounds, each = 7, time.Second
	}
	ours, bare := gather(t, 32), gather(t, 32)
	ours.listen()
	bare.listen()
	verbatim(t, ours.d, gateway.Timing{})
	echo(t, bare.d)
	var ratios []float64
	for range rounds {
		before := processor()
		a, n := bare.throughput(t, each)
		between := processor()
		b, m := ours.throughput(t, each)
		after := processor()
		ratios = append(ratios, b/a)
		t.Logf("echo %.0f a second, %v of processor each; verbatim %.0f, %v: %.0f %%", a, (between-before)/time.Duration(n), b, (after-between)/time.Duration(m), 100*b/a)
	}
	slices.Sort(ratios)
	middle := ratios[len(ratios)/2]
	t.Logf("the median of %d rounds: %.0f %%", rounds, 100*middle)
	if *load && middle < besideLeast {
		t.Errorf("%.0f %% of the echo bot's throughput, want at least %.0f %%", 100*middle, 100*besideLeast)
	}
}

// throughput has each of the crowd ask again as soon as they are answered, and
// gives the answers a second, and how many there were.
func (c *crowd) throughput(t *testing.T, while time.Duration) (perSecond float64, total int) {
	t.Helper()
	var group sync.WaitGroup
	answered := make([]int, len(c.people))
	start := time.Now()
	for p := range c.people {
		group.Go(func() {
			for n := p; time.Since(start) < while; n += len(c.people) {
				if _, ok := c.ask(n).took(); !ok {
					t.Error("a question was not answered within 3 s")
					return
				}
				answered[p]++
			}
		})
	}
	group.Wait()
	took := time.Since(start)
	for _, n := range answered {
		total += n
	}
	return float64(total) / took.Seconds(), total
}

// processor is the processor time that this process has taken, which no other
// work on the machine can change: the bot's, the stand-in's and the crowd's.
func processor() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano()).Round(time.Microsecond)
}
