package discordtest

import (
	"encoding/json"
	"slices"
	"time"
)

// sessionOf and end are called with the lock held.
func (d *Discord) sessionOf(l *link) *session {
	for _, s := range d.gateway.sessions {
		if s.link == l {
			return s
		}
	}
	return nil
}

func (d *Discord) end(s *session) {
	d.gateway.sessions = slices.DeleteFunc(d.gateway.sessions, func(x *session) bool { return x == s })
}

// identify starts a session. It is called with the lock held.
func (l *link) identify(data json.RawMessage) {
	d := l.d
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
	early := d.gateway.early(who.Shard[0])
	if reaction := next(&d.gateway.faults.onIdentify); reaction != nil {
		reaction(l, nil)
		return
	}
	switch {
	case early:
		l.send(object{"op": opInvalidSession, "d": false})
	case who.Token != d.Token() && who.Token != "Bot "+d.Token():
		l.closeWith(closeBadToken)
	case who.Intents < 0 || who.Intents > intentsAll:
		l.closeWith(closeBadIntents)
	case who.Intents&intentsPrivileged != 0 && !d.privileged:
		l.closeWith(closePrivileged)
	case who.Shard[0] < 0 || who.Shard[0] >= who.Shard[1]:
		l.closeWith(closeBadShard)
	default:
		l.welcome(who.Intents, who.Shard)
	}
}

// welcome sends READY and the servers, as Discord does. Sessions that lost
// their connection are given up, with all that they missed.
func (l *link) welcome(intents int, shard [2]int) {
	d := l.d
	d.gateway.sessions = slices.DeleteFunc(d.gateway.sessions, func(s *session) bool {
		return s.link == l || s.link == nil && s.shard == shard
	})
	s := &session{id: "session-" + d.nextID(), intents: intents, shard: shard, link: l, twice: d.gateway.faults.twice, remembers: d.remembers}
	d.gateway.sessions = append(d.gateway.sessions, s)
	there := []any{}
	for _, g := range d.guilds {
		if !g.foreign && s.hears(g.id) {
			there = append(there, object{"id": g.id, "unavailable": true})
		}
	}
	s.dispatch(event{kind: "READY", data: object{
		"v": 9, "user": d.bot.json(), "guilds": there, "session_id": s.id, "private_channels": []any{},
		"resume_gateway_url": d.gatewayURL(), "shard": shard,
		"application": object{"id": d.application, "flags": 0},
	}})
	for _, g := range d.guilds {
		if !g.foreign && s.hears(g.id) {
			s.dispatch(event{kind: "GUILD_CREATE", data: g.json()})
		}
	}
}

// has tells whether what came after an event can still be sent again.
func (s *session) has(seq int) bool {
	return seq >= s.gone && seq <= s.gone+len(s.events)
}

// resume sends what a session missed. It is called with the lock held.
func (l *link) resume(data json.RawMessage) {
	d := l.d
	var what struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int    `json:"seq"`
	}
	if json.Unmarshal(data, &what) != nil {
		l.closeWith(closeNotDecoded)
		return
	}
	d.gateway.resumed = append(d.gateway.resumed, time.Now())
	i := slices.IndexFunc(d.gateway.sessions, func(s *session) bool { return s.id == what.SessionID })
	if reaction := next(&d.gateway.faults.onResume); reaction != nil {
		var s *session
		if i >= 0 {
			s = d.gateway.sessions[i]
		}
		reaction(l, s)
		return
	}
	if i < 0 || !d.gateway.sessions[i].has(what.Seq) {
		l.send(object{"op": opInvalidSession, "d": false})
		return
	}
	s := d.gateway.sessions[i]
	s.link, s.last = l, nil
	from := what.Seq - s.gone
	if s.twice && from > 0 {
		from-- // Discord sends again what the bot had, now and then.
	}
	for i, frame := range s.events[from:] {
		if i == 0 && take(&d.gateway.faults.broken) {
			frame = frame[:len(frame)/2]
		}
		l.raw(frame)
	}
	s.dispatch(event{kind: "RESUMED", data: object{}})
}
