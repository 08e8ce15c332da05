package usage

import (
	"context"
	"fmt"
	"strings"

	"verbatim/kb/store"
)

// A Day is a day of a server.
type Day struct {
	Server string
	Date   string // YYYY-MM-DD, UTC
}

// A Count is how often something was asked.
type Count struct {
	Outcomes map[string]int // answered, passage, unknown …: no slash in them
	Facts    map[string]int // by statement/fact
}

// Add adds another count to this one.
func (c *Count) Add(o Count) {
	c.Outcomes, c.Facts = added(c.Outcomes, o.Outcomes), added(c.Facts, o.Facts)
}

func added(to, from map[string]int) map[string]int {
	if to == nil {
		to = map[string]int{}
	}
	for k, n := range from {
		to[k] += n
	}
	return to
}

// tallies are a count as the store keeps it.
func (c Count) tallies(d Day) []store.Tally {
	var all []store.Tally
	for _, counted := range []map[string]int{c.Outcomes, c.Facts} {
		for name, n := range counted {
			all = append(all, store.Tally{Server: d.Server, Day: d.Date, Name: name, N: int64(n)})
		}
	}
	return all
}

// Counts gives what was asked in a server from a day on (YYYY-MM-DD), by day.
func (l *Log) Counts(ctx context.Context, server, from string) (map[string]Count, error) {
	all, err := l.store().Tallies(ctx, server, from)
	if err != nil {
		return nil, fmt.Errorf("read what was counted: %w", err)
	}
	days := map[string]Count{}
	for _, t := range all {
		one := Count{Outcomes: map[string]int{t.Name: int(t.N)}}
		if strings.Contains(t.Name, "/") {
			one = Count{Facts: map[string]int{t.Name: int(t.N)}}
		}
		day := days[t.Day]
		day.Add(one)
		days[t.Day] = day
	}
	return days, nil
}
