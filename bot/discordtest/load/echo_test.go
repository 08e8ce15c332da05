package load_test

import (
	"fmt"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
)

// besideLeast is how much of an echo bot's throughput the bot has.
const besideLeast = 0.85

func TestBesideAnEcho(t *testing.T) {
	rounds, each := 1, 200*time.Millisecond // short ones, so that what else is at work on the machine is in both
	if *load {
		rounds = 40
	}
	ours, bare := gather(t, 32, discordtest.Remember(500)), gather(t, 32, discordtest.Remember(500))
	ours.listen()
	bare.listen()
	verbatim(t, ours.d, gateway.Timing{})
	echo(t, bare.d)
	beside(t, bare, ours, len(ours.people), rounds, each)
}

// beside compares, in rounds in turn, how many questions a second two bots answer.
func beside(t *testing.T, bare, ours *crowd, atOnce, rounds int, each time.Duration) {
	t.Helper()
	var ratios []float64
	var echoed, answered spent
	for n := range rounds + 1 {
		a, b := bare.throughput(t, atOnce, each), ours.throughput(t, atOnce, each)
		if n == 0 {
			continue // both warm up
		}
		ratios = append(ratios, b.perSecond()/a.perSecond())
		echoed, answered = echoed.and(a), answered.and(b)
	}
	slices.Sort(ratios)
	part := answered.perSecond() / echoed.perSecond()
	t.Logf("echo: %v", echoed)
	t.Logf("verbatim: %v", answered)
	t.Logf("%.0f %% of it; of %d rounds the median is %.0f %%, a quarter below %.0f %%, a quarter above %.0f %%",
		100*part, rounds, 100*ratios[rounds/2], 100*ratios[rounds/4], 100*ratios[rounds*3/4])
	if *load && part < besideLeast {
		t.Errorf("%.0f %% of the echo bot's throughput, want at least %.0f %%", 100*part, 100*besideLeast)
	}
}

// spent is what a number of answers took.
type spent struct {
	answers         int
	time, processor time.Duration
}

func (s spent) perSecond() float64 { return float64(s.answers) / s.time.Seconds() }

func (s spent) and(more spent) spent {
	return spent{s.answers + more.answers, s.time + more.time, s.processor + more.processor}
}

func (s spent) String() string {
	return fmt.Sprintf("%.0f a second, %v of processor each", s.perSecond(), (s.processor / time.Duration(max(1, s.answers))).Round(time.Microsecond))
}

// throughput has so many at a time of the crowd, in turn, ask again as soon as one is
// answered.
func (c *crowd) throughput(t *testing.T, atOnce int, while time.Duration) spent {
	t.Helper()
	before := processor()
	var group sync.WaitGroup
	answered := make([]int, atOnce)
	start := time.Now()
	for p := range atOnce {
		group.Go(func() {
			for time.Since(start) < while {
				a := c.ask(int(c.asks.Add(1)))
				if _, ok := a.took(); !ok {
					t.Error("a question was not answered within 3 s")
					return
				}
				c.wires.Delete(a.reply.Token())
				answered[p]++
			}
		})
	}
	group.Wait()
	s := spent{time: time.Since(start), processor: processor() - before}
	for _, n := range answered {
		s.answers += n
	}
	return s
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
