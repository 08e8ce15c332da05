package socket

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"
)

// sessionOf and end are called with the lock held.
func (g *Gateway) sessionOf(l *link) *session {
	for _, s := range g.sessions {
		if s.link == l {
			return s
		}
	}
	return nil
}

func (g *Gateway) end(s *session) {
	g.sessions = slices.DeleteFunc(g.sessions, func(x *session) bool { return x == s })
}

// identify starts a session. It is called with the lock held.
func (l *link) identify(data json.RawMessage, r Ready) {
	g := l.g
	var who struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
		Shard   [2]int `json:"shard"`
	}
	if json.Unmarshal(data, &who) != nil {
		l.closeWith(closeNotDecoded)
		return
	}
	if who.Shard[1] == 0 {
		who.Shard[1] = 1
	}
	early := g.early(who.Shard[0])
	if reaction := next(&g.faults.onIdentify); reaction != nil {
		reaction(l, nil)
		return
	}
	switch {
	case early:
		l.send(object{"op": opInvalidSession, "d": false})
	case who.Token != g.Token && who.Token != "Bot "+g.Token:
		l.closeWith(closeBadToken)
	case who.Intents < 0 || who.Intents > intentsAll:
		l.closeWith(closeBadIntents)
	case who.Intents&intentsPrivileged != 0:
		l.closeWith(closePrivileged)
	case who.Shard[0] < 0 || who.Shard[0] >= who.Shard[1]:
		l.closeWith(closeBadShard)
	default:
		l.welcome(who.Intents, who.Shard, r)
	}
}

// welcome sends READY and the servers, as Discord does. Sessions that lost
// their connection are given up, with all that they missed.
func (l *link) welcome(intents int, shard [2]int, r Ready) {
	g := l.g
	g.sessions = slices.DeleteFunc(g.sessions, func(s *session) bool {
		return s.link == l || s.link == nil && s.shard == shard
	})
	g.named++
	s := &session{id: "session-" + strconv.Itoa(g.named), intents: intents, shard: shard, link: l, twice: g.faults.twice, remembers: g.Remembers}
	g.sessions = append(g.sessions, s)
	there := []any{}
	r.Guilds = slices.DeleteFunc(r.Guilds, func(one Guild) bool { return !s.hears(one.ID) })
	for _, one := range r.Guilds {
		there = append(there, object{"id": one.ID, "unavailable": true})
	}
	s.dispatch(Event{Kind: "READY", Data: object{
		"v": 9, "user": r.Bot, "guilds": there, "session_id": s.id, "private_channels": []any{},
		"resume_gateway_url": r.URL, "shard": shard,
		"application": object{"id": r.Application, "flags": 0},
	}})
	for _, one := range r.Guilds {
		s.dispatch(Event{Kind: "GUILD_CREATE", Data: one.JSON})
	}
}

// has tells whether what came after an event can still be sent again.
func (s *session) has(seq int) bool {
	return seq >= s.gone && seq <= s.gone+len(s.events)
}

// resume sends what a session missed. It is called with the lock held.
func (l *link) resume(data json.RawMessage) {
	g := l.g
	var what struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int    `json:"seq"`
	}
	if json.Unmarshal(data, &what) != nil {
		l.closeWith(closeNotDecoded)
		return
	}
	g.resumed = append(g.resumed, time.Now())
	i := slices.IndexFunc(g.sessions, func(s *session) bool { return s.id == what.SessionID })
	if reaction := next(&g.faults.onResume); reaction != nil {
		var s *session
		if i >= 0 {
			s = g.sessions[i]
		}
		reaction(l, s)
		return
	}
	if i < 0 || !g.sessions[i].has(what.Seq) {
		l.send(object{"op": opInvalidSession, "d": false})
		return
	}
	s := g.sessions[i]
	s.link, s.last = l, nil
	from := what.Seq - s.gone
	if s.twice && from > 0 {
		from-- // Discord sends again what the bot had, now and then.
	}
	for i, frame := range s.events[from:] {
		if i == 0 && take(&g.faults.broken) {
			frame = frame[:len(frame)/2]
		}
		l.raw(frame)
	}
	s.dispatch(Event{Kind: "RESUMED", Data: object{}})
}
