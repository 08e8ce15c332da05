package kb

import (
	"context"
	"crypto/rand"
	"encoding/hex"

	"verbatim/kb/store"
)

// A Count is how often something was asked in a server within a while of a day.
// Counts of a day are added up.
type Count struct {
	Day      string         `json:"day"`                // YYYY-MM-DD, UTC
	Outcomes map[string]int `json:"outcomes,omitempty"` // answered, passage, unknown …
	Facts    map[string]int `json:"facts,omitempty"`    // statement/fact
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

// AddCounts keeps counts, by server.
func (l *Library) AddCounts(ctx context.Context, counts map[string]Count) error {
	c := Hand{Author: unnamed}.change("count")
	for server, count := range counts {
		var n [8]byte
		_, _ = rand.Read(n[:]) // never fails
		record, err := jsonRecord(store.Key{Server: server, Kind: RecordCount, ID: count.Day + "-" + hex.EncodeToString(n[:])}, count)
		if err != nil {
			return err
		}
		c.Put = append(c.Put, record)
	}
	if len(c.Put) == 0 {
		return nil
	}
	_, err := l.apply(ctx, c)
	return err
}

// Counts gives what was asked in a server from a day on (YYYY-MM-DD), by day.
func (l *Library) Counts(server, from string) map[string]Count {
	return onDesk(l, server, func(d *desk) map[string]Count {
		days := map[string]Count{}
		for _, c := range d.counts {
			if c.Day >= from {
				day := days[c.Day]
				day.Day = c.Day
				day.Add(*c)
				days[c.Day] = day
			}
		}
		return days
	})
}
