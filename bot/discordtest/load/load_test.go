package load_test

import (
	"flag"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/bot/discordtest"
)

var (
	load  = flag.Bool("load", false, "measure for as long as it takes, and judge the figures")
	lasts = flag.Duration("for", time.Minute, "how long TestSteadyQuestions and TestFaultyMinute ask, with -load")
)

// discordWaits is how long Discord waits for the answer to an interaction.
const discordWaits = 3 * time.Second

// crowd asks a bot at a stand-in, and knows when each answer was on the wire.
type crowd struct {
	d      *discordtest.Discord
	people []*discordtest.Person
	asked  []string
	wires  sync.Map // of chan time.Time, by the token of the interaction
	asks   atomic.Int64
}

// gather brings people to a stand-in that checks nothing.
func gather(t testing.TB, people int, options ...discordtest.Option) *crowd {
	options = append([]discordtest.Option{discordtest.Unchecked(), discordtest.Heartbeat(41 * time.Second)}, options...)
	c := &crowd{d: discordtest.Start(t, options...), asked: spread(questions(t), 200)}
	server := c.d.Guild("News")
	for n := range people {
		c.people = append(c.people, server.Member(fmt.Sprint("p", n)))
	}
	return c
}

// spread takes n of all, from everywhere: a crowd asks about what is in the news,
// and so the bot has matched most of it before. BenchmarkMatch is what it takes
// when it has not.
func spread(all []string, n int) []string {
	var some []string
	for i := range min(n, len(all)) {
		some = append(some, all[i*len(all)/min(n, len(all))])
	}
	return some
}

// listen notes when callbacks come. It takes the place of faults of callbacks.
func (c *crowd) listen() {
	c.d.FaultAlways("POST /interactions/*/*/callback", func(w http.ResponseWriter, r *http.Request, work func(http.ResponseWriter)) {
		now := time.Now()
		work(w)
		parts := strings.Split(r.URL.Path, "/")
		select {
		case c.wire(parts[len(parts)-2]) <- now:
		default: // a second one; the stand-in refuses it
		}
	})
}

// wire tells when the callback of an interaction came.
func (c *crowd) wire(token string) chan time.Time {
	w, _ := c.wires.LoadOrStore(token, make(chan time.Time, 1))
	return w.(chan time.Time)
}

// A ask is a question on its way.
type ask struct {
	reply *discordtest.Reply
	sent  time.Time
	wire  chan time.Time
}

// ask has somebody ask something, which n says.
func (c *crowd) ask(n int) ask {
	question := c.asked[n%len(c.asked)]
	sent := time.Now()
	r := c.people[n%len(c.people)].Interact(2, map[string]any{
		"id": "1", "name": "ask", "type": 1,
		"options": []any{map[string]any{"name": "question", "type": 3, "value": question}},
	})
	return ask{r, sent, c.wire(r.Token())}
}

// took waits for the callback; ok is false when none came in time.
func (a ask) took() (after time.Duration, ok bool) {
	select {
	case at := <-a.wire: // it may have come long ago
		return at.Sub(a.sent), at.Sub(a.sent) <= discordWaits
	default:
	}
	late := time.NewTimer(discordWaits - time.Since(a.sent))
	defer late.Stop()
	select {
	case at := <-a.wire:
		return at.Sub(a.sent), true
	case <-late.C:
		return 0, false
	}
}

// figures are times in order.
type figures []time.Duration

func (f figures) String() string {
	slices.Sort(f)
	return fmt.Sprintf("p50 %v, p99 %v, longest %v of %d", f.at(.5), f.at(.99), f.at(1), len(f))
}

// at is a quantile of sorted figures.
func (f figures) at(q float64) time.Duration {
	if len(f) == 0 {
		return 0
	}
	return f[min(len(f)-1, int(q*float64(len(f))))].Round(10 * time.Microsecond)
}
