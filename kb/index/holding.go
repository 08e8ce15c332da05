package index

import (
	"verbatim/kb"
	"verbatim/kb/quota"
	"verbatim/kb/store"
)

// A counted is what is kept of each record for who wants to know how much a server
// has, whose it is, and whether something is newer.
type counted struct {
	origin  string // see store.Record
	version int64  // also of what was removed
	holding quota.Holding
}

// account puts what there is of a part in the place of what there was of its key.
func (l *layer) account(p Part, holding quota.Holding) {
	key := withoutServer(p.Key)
	l.holding = l.holding.Plus(-1, l.counted[key].holding).Plus(1, holding)
	if p.Value == nil && p.Version == 0 {
		delete(l.counted, key)
		return
	}
	l.counted[key] = counted{p.Origin, p.Version, holding}
}

// withoutServer is a key within the layer of its server.
func withoutServer(key store.Key) store.Key {
	key.Server = ""
	return key
}

// Holding is what the server has of its own.
func (v *View) Holding() quota.Holding {
	if !v.own {
		return quota.Holding{}
	}
	return v.layer.holding
}

// Growth is what parts would add to what the server has of its own, each in the place
// of what has its key; a part without a value takes that away.
func (v *View) Growth(parts []Part) (more quota.Holding) {
	for _, p := range parts {
		more = more.Plus(1, quota.Of(p.Value))
		if v.own {
			more = more.Plus(-1, v.layer.counted[withoutServer(p.Key)].holding)
		}
	}
	return more
}

// Records are those that the server has of statements, as they are kept, with their
// origins.
func (v *View) Records(statements map[string]bool) map[store.Key]store.Record {
	all := map[store.Key]store.Record{}
	for id := range statements {
		if !v.own || v.layer.statements[id] == nil {
			continue
		}
		s := kb.Statement{ID: id}
		head := v.layer.statements[id].head
		if head != nil {
			s = head.Bare()
		}
		v.layer.statements[id].addTo(&s, nil)
		parts := PartsOf(v.layer.server, &s)
		if head == nil {
			parts = parts[1:]
		}
		for _, p := range parts {
			if r, err := p.record(); err == nil { // it was one
				r.Origin = v.layer.counted[withoutServer(p.Key)].origin
				all[r.Key] = r
			}
		}
	}
	return all
}
