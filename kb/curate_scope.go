package kb

import (
	"context"
	"maps"
	"slices"
	"strings"

	"verbatim/kb/store"
	"verbatim/kb/text"
)

// headOf is a statement with its sources, without their texts and without
// facts; nil if it does not count.
func (l *Library) headOf(server, id string) *Statement {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.scope(server).outline(id)
}

// Outlines are the outlines of all statements that count in a server, by id.
func (l *Library) Outlines(server string) []*Statement {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	var all []*Statement
	for _, id := range slices.Sorted(maps.Keys(sc.heads())) {
		if !sc.alone || sc.shelves[id] != nil {
			all = append(all, sc.outline(id))
		}
	}
	return all
}

func (sc *scope) outline(id string) *Statement {
	head := sc.statement(id)
	if head == nil {
		return nil
	}
	s := copyHead(head)
	sources := map[string]*heldSource{}
	if sc.shared != nil && sc.shared.shelves[id] != nil {
		sources = sc.shared.shelves[id].sources
	}
	var own map[string]*heldSource
	if sc.shelves[id] != nil {
		own = sc.shelves[id].sources
	}
	for _, h := range over(sources, own, func(h *heldSource) int { return h.place }) {
		bare := *h.source
		bare.Text = ""
		s.Sources = append(s.Sources, bare)
	}
	return &s
}

// sourceIn is a source as it counts in a server.
func (l *Library) sourceIn(server, statement, source string) (Source, bool) {
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	if s := b.scope(server).source(statement, source); s != nil {
		return *s, true
	}
	return Source{}, false
}

// A desk is what the moderators of one server have besides facts.
type desk struct {
	settings Settings
	waiting  map[string]*Waiting // by record id
	tells    map[string]*tell
}

func (sc *scope) deskOf() *desk {
	if sc.desk == nil {
		sc.desk = &desk{waiting: map[string]*Waiting{}, tells: map[string]*tell{}}
	}
	return sc.desk
}

// putOnDesk places a record that is no part of a statement.
func (sc *scope) putOnDesk(e entry) {
	d := sc.deskOf()
	switch e.Kind {
	case RecordSetting:
		d.settings = Settings{}
		if s, ok := e.value.(*Settings); ok {
			d.settings = *s
		}
		sc.alone = d.settings.ShippedOff && sc.shared != nil
	case RecordInbox:
		onOrOff(d.waiting, e)
	case RecordTell:
		onOrOff(d.tells, e)
	}
}

func onOrOff[T any](on map[string]*T, e entry) {
	if value, ok := e.value.(*T); ok && value != nil {
		on[e.ID] = value
		return
	}
	delete(on, e.ID)
}

// deskEntry understands a record that is no part of a statement; ok is false
// for what it does not know.
func deskEntry(r store.Record) (value any, ok bool, err error) {
	switch {
	case r.Kind == RecordSetting && r.ID == serverSetting:
		value, err = decode[Settings](r)
	case r.Kind == RecordInbox:
		value, err = decode[Waiting](r)
	case r.Kind == RecordTell:
		value, err = decode[tell](r)
	default:
		return nil, false, nil
	}
	return value, true, err
}

// onDesk reads what a server has on its desk.
func onDesk[T any](l *Library, server string, read func(*desk) T) T {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	if sc := b.scopes[server]; sc != nil && sc.desk != nil {
		return read(sc.desk)
	}
	return read(&desk{})
}

// Servers lists the servers that have something of their own, by id.
func (l *Library) Servers() []string {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	var all []string
	for server := range b.scopes {
		if server != "" {
			all = append(all, server)
		}
	}
	slices.Sort(all)
	return all
}

// Outline is a statement with its sources, as it counts in a server, without
// their texts and without facts; ok is false if it does not count.
func (l *Library) Outline(server, statement string) (s *Statement, ok bool) {
	s = l.headOf(server, statement)
	return s, s != nil
}

// citationsIn are those of a fact as it counts in a server; none if it does not.
func (l *Library) citationsIn(server, statement, fact string) []Citation {
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	if h := b.scope(server).held(statement, fact); h != nil {
		return copyCitations(h.fact.Citations)
	}
	return nil
}

// ReadSaidBy reads who says a fact of a statement; see [ReadSaidBy].
func (l *Library) ReadSaidBy(server, statement, written string) (party, speaker string, err error) {
	s := l.headOf(server, statement)
	if s == nil {
		return "", "", refuse("The statement is not here any more: choose another source.")
	}
	s.Facts = l.saidBy(server, statement, strings.TrimSpace(written))
	return ReadSaidBy(s, written)
}

// saidBy is one fact that a person says, if there is one.
func (l *Library) saidBy(server, statement, person string) []Fact {
	folded := text.Fold(person)
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	for _, from := range []*scope{sc, sc.shared} {
		if from == nil || from.shelves[statement] == nil {
			continue
		}
		for _, h := range from.shelves[statement].facts {
			if h.fact.Speaker != "" && text.Fold(h.fact.Speaker) == folded {
				return []Fact{{Party: h.fact.Party, Speaker: h.fact.Speaker}}
			}
		}
	}
	return nil
}
