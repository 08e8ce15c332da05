package index

import (
	"sync/atomic"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/quota"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A layer is what one server has of its own, over what is shared by all. An own
// record stands in the place of a shared one of the same statement, kind and id.
type layer struct {
	server     string
	shared     *layer // nil in the shared layer itself
	statements map[string]*statementEntry
	names      *lexicon.Names

	parties map[string]map[string]int // own facts by the word of a party or speaker, and their party

	asked atomic.Pointer[[]*Entry] // own facts in order; nil when it is to be made anew

	counted map[store.Key]counted // own records of statements; keys without the server
	holding quota.Holding         // all of them together

	settings kb.Settings
	others   map[string]map[string]*other // own records that are no part of a statement, by kind and id
}

// A statementEntry has one layer's own records of one statement.
type statementEntry struct {
	head    *kb.Statement // without lists; nil if this layer has none of its own
	sources map[string]*sourceEntry
	facts   map[string]*Entry
	aliases map[string]*aliasEntry // by record id
}

// A sourceEntry is a source in its layer.
type sourceEntry struct {
	layer     *layer
	statement string
	source    *kb.Source
	place     int
	groups    []int32 // of its paragraphs
	cut       *cutSource
}

// An aliasEntry is an alias in its layer.
type aliasEntry struct {
	alias *kb.Alias
	place int
}

func newLayer(server string, shared *layer) *layer {
	l := &layer{
		server: server, shared: shared, statements: map[string]*statementEntry{},
		parties: map[string]map[string]int{}, others: map[string]map[string]*other{}, counted: map[store.Key]counted{},
	}
	var names *lexicon.Names
	if shared != nil {
		names = shared.names
	}
	l.names = lexicon.NewNames(names, nil, nil)
	return l
}

// alone says whether only own facts and texts count.
func (l *layer) alone() bool { return l.settings.ShippedOff && l.shared != nil }

// words cuts a text into words, with every name in the form that it has first
// among its aliases.
func (l *layer) words(s string) []text.Word { return l.names.Replace(text.Words(s)) }

// statement is a statement as it counts here, without its lists; nil if it does
// not.
func (l *layer) statement(id string) *kb.Statement {
	if s := l.statements[id]; s != nil && s.head != nil {
		return s.head
	}
	if l.shared == nil {
		return nil
	}
	return l.shared.statement(id)
}

// heads are the statements that are there, without their lists, by id.
func (l *layer) heads() map[string]*kb.Statement {
	heads := map[string]*kb.Statement{}
	if l.shared != nil {
		heads = l.shared.heads()
	}
	for id, s := range l.statements {
		if s.head != nil {
			heads[id] = s.head
		}
	}
	return heads
}

// source is a source as it counts here, or nil.
func (l *layer) source(statement, id string) *kb.Source {
	if s := l.statements[statement]; s != nil && s.sources[id] != nil {
		return s.sources[id].source
	}
	if l.shared == nil {
		return nil
	}
	return l.shared.source(statement, id)
}

// fact is a fact as it counts here, or nil.
func (l *layer) fact(statement, id string) *Entry {
	if s := l.statements[statement]; s != nil && s.facts[id] != nil {
		return s.facts[id]
	}
	if l.shared == nil || l.alone() {
		return nil
	}
	return l.shared.fact(statement, id)
}

// counts says whether a fact counts here: it is shared and nothing of this layer
// stands in its place, or it is of this layer.
func (l *layer) counts(e *Entry) bool {
	if e.layer == l || e.layer != l.shared || l.alone() {
		return e.layer == l
	}
	own := l.statements[e.statement]
	return own == nil || own.facts[e.fact.ID] == nil
}

// countsText says whether a passage counts here.
func (l *layer) countsText(p *Passage) bool {
	if p.layer == l || p.layer != l.shared || l.alone() {
		return p.layer == l
	}
	own := l.statements[p.statement]
	return own == nil || own.sources[p.source.ID] == nil
}

// partyOf is the party, folded, that a name's word speaks for: the one that it
// does in most facts. Own facts go before shared ones.
func (l *layer) partyOf(word string) (party string, ok bool) {
	most := 0
	for p, n := range l.parties[word] {
		if n > most || n == most && p < party {
			party, most = p, n
		}
	}
	if most == 0 && l.shared != nil {
		return l.shared.partyOf(word)
	}
	return party, most > 0
}

// count adds n to the facts that a fact's party and speaker have.
func (l *layer) count(e *Entry, n int) {
	if e.fact.Party == kb.BothSides {
		return
	}
	party := text.Fold(e.fact.Party)
	l.countParty("@"+party, party, n)
	if e.fact.Speaker != "" {
		l.countParty("@"+text.Fold(e.fact.Speaker), party, n)
	}
}

func (l *layer) countParty(word, party string, n int) {
	if l.parties[word] == nil {
		l.parties[word] = map[string]int{}
	}
	if l.parties[word][party] += n; l.parties[word][party] == 0 {
		delete(l.parties[word], party)
	}
}
