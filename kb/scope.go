package kb

import (
	"strconv"
	"sync/atomic"

	"verbatim/kb/text"
)

// A scope is what counts in one server: what is shared by all, and its own. An
// own record stands in the place of a shared one of the same statement, kind
// and id.
type scope struct {
	server  string
	shared  *scope // nil in the shared scope itself
	shelves map[string]*shelf
	names   *names

	parties map[string]map[string]int // own facts by the word of a party or speaker, and their party

	asked atomic.Pointer[[]*heldFact] // own facts in order; nil when it is to be made anew

	desk  *desk // what its moderators have besides; nil if nothing
	alone bool  // only own facts and texts count
}

// A shelf has one scope's own records of one statement.
type shelf struct {
	head    *Statement // without lists; nil if this scope has none of its own
	sources map[string]*heldSource
	facts   map[string]*heldFact
	aliases map[string]*heldAlias // by record id
}

// A heldFact is a fact in its scope.
type heldFact struct {
	scope     *scope
	statement string // Statement.ID
	fact      *Fact
	place     int

	asked    bool                    // it has a source that is there, and so is in the index
	group    int32                   // in the index
	cut      *cutFact                // as it was put into the index
	acting   atomic.Pointer[counted] // who acts in its phrasings; made when it is first wanted
	question string                  // folded
}

// A heldSource is a source in its scope.
type heldSource struct {
	scope     *scope
	statement string
	source    *Source
	place     int
	groups    []int32 // of its paragraphs
	cut       *cutSource
}

// A heldAlias is an alias in its scope.
type heldAlias struct {
	alias *Alias
	place int
}

// A heldParagraph is a paragraph of a held text.
type heldParagraph struct {
	scope     *scope
	statement string
	source    *Source
	Paragraph
}

// id is the id of a passage in an answer.
func (p heldParagraph) id() string {
	return p.statement + "/" + p.source.ID + "#" + strconv.Itoa(p.Number)
}

func newScope(server string, shared *scope) *scope {
	return &scope{
		server: server, shared: shared, shelves: map[string]*shelf{}, names: newNames(sharedNames(shared), nil, nil),
		parties: map[string]map[string]int{},
	}
}

func sharedNames(shared *scope) *names {
	if shared == nil {
		return nil
	}
	return shared.names
}

// words cuts a text into words, with every name in the form that it has first
// among its aliases.
func (sc *scope) words(s string) []text.Word {
	return sc.names.replace(text.Words(s))
}

// statement is a statement as it counts here, without its lists; nil if it does
// not.
func (sc *scope) statement(id string) *Statement {
	if s := sc.shelves[id]; s != nil && s.head != nil {
		return s.head
	}
	if sc.shared == nil {
		return nil
	}
	return sc.shared.statement(id)
}

// source is a source as it counts here, or nil.
func (sc *scope) source(statement, id string) *Source {
	if s := sc.shelves[statement]; s != nil && s.sources[id] != nil {
		return s.sources[id].source
	}
	if sc.shared == nil {
		return nil
	}
	return sc.shared.source(statement, id)
}

// counts says whether a fact counts here: it is shared and nothing of this
// scope stands in its place, or it is of this scope.
func (sc *scope) counts(h *heldFact) bool {
	if h.scope == sc || h.scope != sc.shared || sc.alone {
		return h.scope == sc
	}
	own := sc.shelves[h.statement]
	return own == nil || own.facts[h.fact.ID] == nil
}

// counting tells the matcher which groups count in a scope, of one statement if
// it is not empty.
func (b *Base) counting(sc *scope, statement string) func(group int32) bool {
	return func(group int32) bool {
		h := b.facts[group]
		return h != nil && sc.counts(h) && (statement == "" || h.statement == statement)
	}
}

// countsText says whether a paragraph counts here.
func (sc *scope) countsText(p heldParagraph) bool {
	if p.scope == sc || p.scope != sc.shared || sc.alone {
		return p.scope == sc
	}
	own := sc.shelves[p.statement]
	return own == nil || own.sources[p.source.ID] == nil
}

// countingText does for passages what counting does for facts.
func (b *Base) countingText(sc *scope, statement string) func(group int32) bool {
	return func(group int32) bool {
		p, ok := b.paragraphs[group]
		return ok && sc.countsText(p) && (statement == "" || p.statement == statement)
	}
}

// partyOf is the party, folded, that a name's word speaks for: the one that it
// does in most facts. Own facts go before shared ones.
func (sc *scope) partyOf(word string) (party string, ok bool) {
	most := 0
	for p, n := range sc.parties[word] {
		if n > most || n == most && p < party {
			party, most = p, n
		}
	}
	if most == 0 && sc.shared != nil {
		return sc.shared.partyOf(word)
	}
	return party, most > 0
}

// count adds n to the facts that a fact's party and speaker have.
func (sc *scope) count(h *heldFact, n int) {
	if h.fact.Party == BothSides {
		return
	}
	party := text.Fold(h.fact.Party)
	sc.countParty("@"+party, party, n)
	if h.fact.Speaker != "" {
		sc.countParty("@"+text.Fold(h.fact.Speaker), party, n)
	}
}

func (sc *scope) countParty(word, party string, n int) {
	if sc.parties[word] == nil {
		sc.parties[word] = map[string]int{}
	}
	if sc.parties[word][party] += n; sc.parties[word][party] == 0 {
		delete(sc.parties[word], party)
	}
}
