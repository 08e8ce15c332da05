package kb

import (
	"encoding/binary"
	"slices"

	"verbatim/kb/match"
	"verbatim/kb/text"
)

// put places one record on its shelf, in the place of the one that is there.
func (b *Base) put(e entry, c *change) {
	sc := b.scopes[e.Server]
	switch e.Kind {
	case RecordSetting, RecordInbox, RecordTell:
		sc.putOnDesk(e)
		return
	}
	s := sc.shelves[e.Statement]
	if s == nil {
		s = &shelf{sources: map[string]*heldSource{}, facts: map[string]*heldFact{}, aliases: map[string]*heldAlias{}}
		sc.shelves[e.Statement] = s
	}
	switch e.Kind {
	case RecordStatement:
		s.head, _ = e.value.(*Statement)
		c.statements[e.Statement] = true
	case RecordSource:
		b.putSource(sc, s, e)
		c.statements[e.Statement] = true
	case RecordFact:
		b.putFact(sc, s, e, c)
	case RecordAlias:
		putAlias(s, e, b.place)
	}
	if s.head == nil && len(s.sources)+len(s.facts)+len(s.aliases) == 0 {
		delete(sc.shelves, e.Statement)
	}
}

// place is the place after all others.
func (b *Base) place() int {
	b.next++
	return b.next
}

func (b *Base) putFact(sc *scope, s *shelf, e entry, c *change) {
	old := s.facts[e.ID]
	if old != nil {
		b.withdraw(old)
		delete(s.facts, e.ID)
	}
	f, ok := e.value.(*Fact)
	if !ok {
		return
	}
	h := &heldFact{scope: sc, statement: e.Statement, fact: f, question: text.Fold(f.Question)}
	if old != nil {
		h.place = old.place
	} else {
		h.place = b.place()
	}
	s.facts[e.ID] = h
	c.changed = append(c.changed, h)
}

func (b *Base) putSource(sc *scope, s *shelf, e entry) {
	old := s.sources[e.ID]
	if old != nil {
		b.withdrawText(old)
		delete(s.sources, e.ID)
	}
	source, ok := e.value.(*Source)
	if !ok {
		return
	}
	h := &heldSource{scope: sc, statement: e.Statement, source: source}
	if old != nil {
		h.place = old.place
	} else {
		h.place = b.place()
	}
	s.sources[e.ID] = h
}

func putAlias(s *shelf, e entry, place func() int) {
	alias, ok := e.value.(*Alias)
	old := s.aliases[e.ID]
	switch {
	case !ok:
		delete(s.aliases, e.ID)
	case old != nil:
		s.aliases[e.ID] = &heldAlias{alias, old.place}
	default:
		s.aliases[e.ID] = &heldAlias{alias, place()}
	}
}

// settle brings the indexes up to date with the shelves.
func (b *Base) settle(c *change) {
	for _, h := range c.changed {
		if s := h.scope.shelves[h.statement]; s != nil && s.facts[h.fact.ID] == h {
			b.settleFact(h, c)
		}
	}
	for _, sc := range b.scopes {
		if c.names[sc] != nil {
			for _, s := range sc.shelves {
				b.settleShelf(s, c)
			}
			continue
		}
		for id := range c.statements {
			if s := sc.shelves[id]; s != nil {
				b.settleShelf(s, c)
			}
		}
	}
}

func (b *Base) settleShelf(s *shelf, c *change) {
	for _, h := range s.facts {
		b.settleFact(h, c)
	}
	for _, h := range s.sources {
		b.settleText(h, c)
	}
}

// settleFact puts a fact into the index when its statement and one of its
// sources are there, and takes it out when not: nothing is said without a
// source.
func (b *Base) settleFact(h *heldFact, c *change) {
	if !h.backed() {
		b.withdraw(h)
		return
	}
	cut := c.facts[h.key()]
	if h.asked && (cut == nil || cut.sum == h.cut.sum) {
		return
	}
	if cut == nil {
		cut = h.cutWith(h.scope.names)
	}
	b.withdraw(h)
	b.admit(h, cut)
}

func (h *heldFact) backed() bool {
	return h.scope.statement(h.statement) != nil && slices.ContainsFunc(h.fact.Citations, func(c Citation) bool {
		return h.scope.source(h.statement, c.Source) != nil
	})
}

// admit puts a fact into the index. Its group comes from its key and its words,
// and so is the same in every process (but for the rarest coincidence), and
// another when the words change: what is learned of the old ones says nothing
// of the new.
func (b *Base) admit(h *heldFact, cut *cutFact) {
	group := int32(binary.BigEndian.Uint32(cut.sum[:4]) >> 1)
	for b.facts[group] != nil {
		group = (group + 1) & (1<<31 - 1)
	}
	h.asked, h.group, h.cut = true, group, cut
	b.facts[group] = h
	cut.ID = group
	b.index.Put(cut.Group)
	cut.Group = match.Group{}
	h.scope.count(h, 1)
	h.scope.asked.Store(nil)
}

// withdraw takes a fact out of the index, if it is there.
func (b *Base) withdraw(h *heldFact) {
	if !h.asked {
		return
	}
	b.index.Put(match.Group{ID: h.group})
	delete(b.facts, h.group)
	h.scope.count(h, -1)
	h.scope.asked.Store(nil)
	h.asked, h.cut = false, nil
}

// settleText puts the paragraphs of a source into their index when its
// statement is there, and takes them out when not.
func (b *Base) settleText(h *heldSource, c *change) {
	if h.source.Text == "" || h.scope.statement(h.statement) == nil {
		b.withdrawText(h)
		return
	}
	cut := c.sources[SourceKey(h.scope.server, h.statement, h.source.ID)]
	if h.cut != nil && (cut == nil || cut.sum == h.cut.sum) {
		return
	}
	if cut == nil {
		cut = c.cutSource(h.scope, h.statement, h.source)
	}
	b.withdrawText(h)
	h.cut = cut
	for i, p := range cut.paragraphs {
		group := b.free
		b.free++
		b.paragraphs[group] = heldParagraph{h.scope, h.statement, h.source, p}
		h.groups = append(h.groups, group)
		b.passages.Put(match.Group{ID: group, Phrasings: cut.words[i : i+1]})
	}
	cut.words = nil
}

func (b *Base) withdrawText(h *heldSource) {
	for _, group := range h.groups {
		b.passages.Put(match.Group{ID: group})
		delete(b.paragraphs, group)
	}
	h.groups, h.cut = nil, nil
}
