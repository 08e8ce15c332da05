package socket

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// guild is the server that an event is of; empty for direct messages.
func (e Event) guild() string {
	name := "guild_id"
	if strings.HasPrefix(e.Kind, "GUILD_") {
		name = "id"
	}
	id, _ := e.Data[name].(string)
	return id
}

// hears tells whether a session's shard is told of a server.
func (s *session) hears(guild string) bool {
	id, _ := strconv.ParseUint(guild, 10, 64)
	return int(id>>22%uint64(s.shard[1])) == s.shard[0]
}

// early notes an IDENTIFY of a shard, and tells whether it came too soon after the one
// before it of its line. The caller holds the lock.
func (g *Gateway) early(shard int) bool {
	now, line := time.Now(), shard%max(1, g.atOnce)
	if g.lines == nil {
		g.lines = map[int]time.Time{}
	}
	last := g.lines[line]
	g.lines[line], g.identified = now, append(g.identified, now)
	return !last.IsZero() && now.Sub(last) < g.faults.identifyEvery
}

// IdentifyAtOnce sets how many shards may identify at once; 1 unless told.
func (g *Gateway) IdentifyAtOnce(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.atOnce = n
}

// AtOnce is how many shards may identify at once.
func (g *Gateway) AtOnce() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return max(1, g.atOnce)
}

// Shards are those that are connected, by their numbers.
func (g *Gateway) Shards() (all []int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, s := range g.sessions {
		if s.link != nil {
			all = append(all, s.shard[0])
		}
	}
	slices.Sort(all)
	return all
}
