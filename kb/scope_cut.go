package kb

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"verbatim/kb/match"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A cutFact is a fact cut into words.
type cutFact struct {
	match.Group          // without its ID; emptied when it is in the index
	countries   []string // region codes of those that it names
	runs        []uint64 // hashes of its phrasings
	details     []detail // that its phrasings ask for
	sum         [sha256.Size]byte
}

// A cutSource is the text of a source cut into words, by paragraphs.
type cutSource struct {
	paragraphs []Paragraph
	words      [][]text.Word // dropped when they are in the index
	sum        [sha256.Size]byte
}

// A change is what can be made ready while questions are being asked, and what
// has to be looked at again afterwards.
type change struct {
	names   map[*scope]*names
	facts   map[store.Key]*cutFact
	sources map[store.Key]*cutSource

	changed    []*heldFact     // facts that are new or others now
	statements map[string]bool // whose heads or sources are
}

// prepare makes a change ready. It changes nothing that a question sees, but
// for making the scopes of new servers.
func (b *Base) prepare(entries []entry) *change {
	c := &change{
		facts: map[store.Key]*cutFact{}, sources: map[store.Key]*cutSource{}, statements: map[string]bool{},
	}
	for _, e := range entries {
		b.ownScope(e.Server)
	}
	c.names = b.newNames(entries)
	var facts []*heldFact
	for sc := range c.names {
		for id, shelf := range sc.shelves {
			facts = slices.AppendSeq(facts, maps.Values(shelf.facts))
			for _, h := range shelf.sources {
				c.cutSource(sc, id, h.source)
			}
		}
	}
	for _, e := range entries {
		switch value := e.value.(type) {
		case *Fact:
			facts = append(facts, &heldFact{scope: b.scopes[e.Server], statement: e.Statement, fact: value})
		case *Source:
			c.cutSource(b.scopes[e.Server], e.Statement, value)
		}
	}
	for i, cut := range c.cutAll(facts) {
		c.facts[facts[i].key()] = cut
	}
	return c
}

// cutAll cuts facts on all cores, for that is most of the time that a start
// takes.
func (c *change) cutAll(facts []*heldFact) []*cutFact {
	cuts := make([]*cutFact, len(facts))
	var next atomic.Int64
	var cutting sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(facts)) {
		cutting.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(facts); i = int(next.Add(1)) - 1 {
				cuts[i] = facts[i].cutWith(cmp.Or(c.names[facts[i].scope], facts[i].scope.names))
			}
		})
	}
	cutting.Wait()
	return cuts
}

// ownScope is the scope of a server's own records.
func (b *Base) ownScope(server string) *scope {
	sc := b.scopes[server]
	if sc == nil {
		sc = newScope(server, b.scopes[""])
		b.mu.Lock()
		b.scopes[server] = sc
		b.mu.Unlock()
	}
	return sc
}

// newNames gives the names of the scopes whose aliases or parties change: all of
// them when shared ones do.
func (b *Base) newNames(entries []entry) map[*scope]*names {
	changed := map[*scope]*naming{}
	for _, e := range entries {
		sc := b.scopes[e.Server]
		switch e.Kind {
		case RecordAlias, RecordStatement:
			if changed[sc] == nil {
				changed[sc] = sc.naming()
			}
		}
		switch e.Kind {
		case RecordAlias:
			alias, _ := e.value.(*Alias)
			changed[sc].aliases[e.Key] = alias
		case RecordStatement:
			head, _ := e.value.(*Statement)
			changed[sc].heads[e.Statement] = head
		}
	}
	all := map[*scope]*names{}
	shared := b.scopes[""]
	if c := changed[shared]; c != nil {
		all[shared] = newNames(nil, inOrder(c.aliases), c.parties())
		for _, sc := range b.scopes {
			if sc != shared && changed[sc] == nil {
				changed[sc] = sc.naming()
			}
		}
	}
	for sc, c := range changed {
		if sc != shared {
			all[sc] = newNames(cmp.Or(all[shared], shared.names), inOrder(c.aliases), c.parties())
		}
	}
	return all
}

// naming is what a scope's own names are made of.
type naming struct {
	aliases map[store.Key]*Alias
	heads   map[string]*Statement // by id
}

func (sc *scope) naming() *naming {
	c := &naming{aliases: sc.aliases(), heads: map[string]*Statement{}}
	for id, shelf := range sc.shelves {
		c.heads[id] = shelf.head
	}
	return c
}

// parties are those of the statements, in an order that every process has.
func (c *naming) parties() []string {
	var all []string
	for _, id := range slices.Sorted(maps.Keys(c.heads)) {
		if head := c.heads[id]; head != nil {
			all = append(all, head.Parties...)
		}
	}
	return all
}

func (sc *scope) aliases() map[store.Key]*Alias {
	aliases := map[store.Key]*Alias{}
	for statement, shelf := range sc.shelves {
		for id, h := range shelf.aliases {
			aliases[store.Key{Server: sc.server, Kind: RecordAlias, Statement: statement, ID: id}] = h.alias
		}
	}
	return aliases
}

// inOrder sorts aliases by statement and name, so that two that are at odds are
// decided the same way in every process.
func inOrder(aliases map[store.Key]*Alias) []*Alias {
	maps.DeleteFunc(aliases, func(_ store.Key, a *Alias) bool { return a == nil })
	keys := slices.SortedFunc(maps.Keys(aliases), func(x, y store.Key) int {
		return cmp.Or(cmp.Compare(x.Statement, y.Statement), cmp.Compare(aliases[x].Name, aliases[y].Name), cmp.Compare(x.ID, y.ID))
	})
	sorted := make([]*Alias, len(keys))
	for i, k := range keys {
		sorted[i] = aliases[k]
	}
	return sorted
}

// cutWith cuts a fact into words.
func (h *heldFact) cutWith(names *names) *cutFact {
	key := h.key()
	cut := &cutFact{Group: groupOf(h.fact, names)}
	cut.countries = slices.Sorted(maps.Keys(countriesIn(append(cut.Phrasings, cut.About)...)))
	all := addTexts(nil, key.Server, key.Statement, key.ID)
	for _, words := range cut.Phrasings {
		all = addWords(all, words)
		cut.runs = append(cut.runs, hashRun(words))
		if d := detailAsked(words); d != "" && !slices.Contains(cut.details, d) {
			cut.details = append(cut.details, d)
		}
	}
	cut.sum = sha256.Sum256(addWords(all, cut.About))
	return cut
}

func (h *heldFact) key() store.Key { return FactKey(h.scope.server, h.statement, h.fact.ID) }

// groupOf cuts what a fact is asked and what it says. Its quotes are among what it
// is asked, for people ask with the words that they have read.
func groupOf(f *Fact, names *names) match.Group {
	phrasings := append([]string{f.Question}, f.AlsoAsked...)
	for _, c := range f.Citations {
		if c.Quote != "" && !slices.Contains(phrasings, c.Quote) {
			phrasings = append(phrasings, c.Quote)
		}
	}
	about := slices.Concat([]string{f.Answer, f.Party, f.Speaker}, f.Topics)
	g := match.Group{About: names.replace(text.Words(strings.Join(about, "\n")))}
	for _, p := range phrasings {
		g.Phrasings = append(g.Phrasings, names.replace(text.Words(p)))
	}
	return g
}

func (c *change) cutSource(sc *scope, statement string, s *Source) *cutSource {
	names := cmp.Or(c.names[sc], sc.names)
	cut := &cutSource{paragraphs: Paragraphs(s.Text)}
	all := addTexts(nil, s.Text)
	for _, p := range cut.paragraphs {
		words := names.replace(text.Words(p.Text))
		cut.words = append(cut.words, words)
		all = addWords(all, words)
	}
	cut.sum = sha256.Sum256(all)
	c.sources[SourceKey(sc.server, statement, s.ID)] = cut
	return cut
}

// addWords appends words to what a sum is made of.
func addWords(all []byte, words []text.Word) []byte {
	for i := range words {
		all = addTexts(all, words[i].Text, words[i].Stem)
	}
	return append(all, 1) // the end of a text
}

// addTexts tells texts apart by what no UTF-8 has.
func addTexts(all []byte, texts ...string) []byte {
	for _, t := range texts {
		all = append(append(all, t...), 0xff)
	}
	return all
}
