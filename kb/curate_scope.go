package kb

import (
	"context"
	"slices"

	"verbatim/kb/store"
)

// headOf is a statement with its sources, without their texts and without
// facts; nil if it does not count.
func (l *Library) headOf(server, id string) *Statement {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
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
	counts   map[string]*Count
}

func (sc *scope) deskOf() *desk {
	if sc.desk == nil {
		sc.desk = &desk{waiting: map[string]*Waiting{}, tells: map[string]*tell{}, counts: map[string]*Count{}}
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
	case RecordCount:
		onOrOff(d.counts, e)
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
	case r.Kind == RecordCount:
		value, err = decode[Count](r)
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
