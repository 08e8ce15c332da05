package index

import (
	"encoding/binary"
	"slices"

	"verbatim/kb"
	"verbatim/kb/match"
	"verbatim/kb/quota"
	"verbatim/kb/text"
)

// put places one record in its layer, in the place of the one that is there.
func (x *Index) put(p Part, holding quota.Holding, c *change) {
	l := x.layers[p.Server]
	l.account(p, holding)
	switch p.Kind {
	case RecordSetting, RecordInbox, RecordTell:
		x.putOther(p)
		return
	}
	s := l.statements[p.Statement]
	if s == nil {
		s = &statementEntry{sources: map[string]*sourceEntry{}, facts: map[string]*Entry{}, aliases: map[string]*aliasEntry{}}
		l.statements[p.Statement] = s
	}
	switch p.Kind {
	case RecordStatement:
		s.head, _ = p.Value.(*kb.Statement)
		c.statements[p.Statement] = true
	case RecordSource:
		x.putSource(l, s, p)
		c.statements[p.Statement] = true
	case RecordFact:
		x.putFact(l, s, p, c)
	case RecordAlias:
		putAlias(s, p, x.place)
	}
	if s.head == nil && len(s.sources)+len(s.facts)+len(s.aliases) == 0 {
		delete(l.statements, p.Statement)
	}
}

// place is the place after all others.
func (x *Index) place() int {
	x.next++
	return x.next
}

func (x *Index) putFact(l *layer, s *statementEntry, p Part, c *change) {
	old := s.facts[p.ID]
	if old != nil {
		x.withdraw(old)
		delete(s.facts, p.ID)
	}
	f, ok := p.Value.(*kb.Fact)
	if !ok {
		return
	}
	e := &Entry{layer: l, statement: p.Statement, fact: f, folded: text.Fold(f.Question)}
	if old != nil {
		e.place = old.place
	} else {
		e.place = x.place()
	}
	s.facts[p.ID] = e
	c.changed = append(c.changed, e)
}

func (x *Index) putSource(l *layer, s *statementEntry, p Part) {
	old := s.sources[p.ID]
	if old != nil {
		x.withdrawText(old)
		delete(s.sources, p.ID)
	}
	source, ok := p.Value.(*kb.Source)
	if !ok {
		return
	}
	h := &sourceEntry{layer: l, statement: p.Statement, source: source}
	if old != nil {
		h.place = old.place
	} else {
		h.place = x.place()
	}
	s.sources[p.ID] = h
}

func putAlias(s *statementEntry, p Part, place func() int) {
	alias, ok := p.Value.(*kb.Alias)
	old := s.aliases[p.ID]
	switch {
	case !ok:
		delete(s.aliases, p.ID)
	case old != nil:
		s.aliases[p.ID] = &aliasEntry{alias, old.place}
	default:
		s.aliases[p.ID] = &aliasEntry{alias, place()}
	}
}

// settle brings the indexes up to date with the statements.
func (x *Index) settle(c *change) {
	for _, e := range c.changed {
		if s := e.layer.statements[e.statement]; s != nil && s.facts[e.fact.ID] == e {
			x.settleFact(e, c)
		}
	}
	for _, l := range x.layers {
		if c.names[l] != nil {
			for _, s := range l.statements {
				x.settleStatement(s, c)
			}
			continue
		}
		for id := range c.statements {
			if s := l.statements[id]; s != nil {
				x.settleStatement(s, c)
			}
		}
	}
}

func (x *Index) settleStatement(s *statementEntry, c *change) {
	for _, e := range s.facts {
		x.settleFact(e, c)
	}
	for _, h := range s.sources {
		x.settleText(h, c)
	}
}

// settleFact puts a fact into the index when its statement and one of its
// sources are there, and takes it out when not: nothing is said without a
// source.
func (x *Index) settleFact(e *Entry, c *change) {
	if !e.backed() {
		x.withdraw(e)
		return
	}
	cut := c.cutOf(e)
	if e.asked && (cut == nil || cut.sum == e.cut.sum) {
		return
	}
	if cut == nil {
		cut = e.cutWith(e.layer.names)
		c.encode(x, e, cut, nil)
	}
	x.withdraw(e)
	x.admit(e, cut)
}

func (e *Entry) backed() bool {
	return e.layer.statement(e.statement) != nil && slices.ContainsFunc(e.fact.Citations, func(c kb.Citation) bool {
		return e.layer.source(e.statement, c.Source) != nil
	})
}

// admit puts a fact into the index. Its group comes from its key and its words,
// and so is the same in every process (but for the rarest coincidence), and
// another when the words change: what is learned of the old ones says nothing
// of the new.
func (x *Index) admit(e *Entry, cut *cutFact) {
	group := int32(binary.BigEndian.Uint32(cut.sum[:4]) >> 1)
	for x.facts[group] != nil {
		group = (group + 1) & (1<<31 - 1)
	}
	e.asked, e.group, e.cut = true, group, cut
	x.facts[group] = e
	cut.ID = group
	x.asked.Put(cut.Group)
	cut.Group = match.Group{}
	x.ids.add(e.ID())
	e.layer.count(e, 1)
	e.layer.asked.Store(nil)
}

// withdraw takes a fact out of the index, if it is there.
func (x *Index) withdraw(e *Entry) {
	if !e.asked {
		return
	}
	x.asked.Put(match.Group{ID: e.group})
	delete(x.facts, e.group)
	x.ids.remove(e.ID())
	e.layer.count(e, -1)
	e.layer.asked.Store(nil)
	e.asked, e.cut = false, nil
}

// settleText puts the paragraphs of a source into their index when its
// statement is there, and takes them out when not.
func (x *Index) settleText(h *sourceEntry, c *change) {
	if h.source.Text == "" || h.layer.statement(h.statement) == nil {
		x.withdrawText(h)
		return
	}
	cut := c.sources[SourceKey(h.layer.server, h.statement, h.source.ID)]
	if h.cut != nil && (cut == nil || cut.sum == h.cut.sum) {
		return
	}
	if cut == nil {
		cut = c.cutSource(h.layer, h.statement, h.source, nil, nil)
	}
	x.withdrawText(h)
	h.cut = cut
	for i, p := range cut.passages {
		group := x.free
		x.free++
		passage := &Passage{h.layer, h.statement, h.source, p}
		x.passages[group] = passage
		x.ids.add(passage.ID())
		h.groups = append(h.groups, group)
		cut.groups[i].ID = group
		x.paragraphs.Put(cut.groups[i])
	}
	cut.passages, cut.groups = nil, nil
}

func (x *Index) withdrawText(h *sourceEntry) {
	for _, group := range h.groups {
		x.paragraphs.Put(match.Group{ID: group})
		x.ids.remove(x.passages[group].ID())
		delete(x.passages, group)
	}
	h.groups, h.cut = nil, nil
}
