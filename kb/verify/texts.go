package verify

import (
	"crypto/sha256"
	"iter"
	"sync"

	"verbatim/kb"
	"verbatim/kb/document/block"
	"verbatim/kb/quote"
)

// Texts are the texts and quotes that quotations are checked against, of any
// number of servers, each text held once. They are safe for use by many
// goroutines.
type Texts struct {
	mu      sync.RWMutex
	whole   *quote.Index       // texts of sources, by the key of the text
	quotes  *quote.Index       // quotes of facts whose source's text is not held
	uses    map[string]int     // by key: in how many corpora it is
	corpora map[string]*corpus // by server
}

// A corpus is what counts in one server.
type corpus struct {
	statements []*kb.Statement
	keys       []string             // in the order of the statements
	origins    map[string][]*origin // by key, in the same order
	aliases    map[string][]string  // all names of what has a name, by that, folded
}

// An origin is where a text, or the quote of a fact, comes from.
type origin struct {
	statement *kb.Statement
	source    *kb.Source
	text      string
	whole     bool
	cites     []mention
	blocks    func() []block.Block // of a whole text; read when first asked for
}

// A mention is a stretch of a text that a fact cites.
type mention struct {
	start, end int
	fact       *kb.Fact
	citation   *kb.Citation
}

// New gives texts that hold nothing yet.
func New() *Texts {
	return &Texts{whole: quote.New(), quotes: quote.New(), uses: map[string]int{}, corpora: map[string]*corpus{}}
}

// Hold makes statements all that counts in a server (empty: everywhere that has
// nothing of its own); none of them is to be changed afterwards. Only texts that
// are not held yet are indexed.
func (t *Texts) Hold(server string, statements []*kb.Statement) {
	v := newCorpus(statements)
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, key := range v.keys {
		if t.uses[key]++; t.uses[key] == 1 {
			p := v.origins[key][0]
			t.index(p.whole).Add(quote.Text{Source: key, Body: p.text})
		}
	}
	t.forget(t.corpora[server])
	t.corpora[server] = v
	t.whole.Compact()
	t.quotes.Compact()
}

func (t *Texts) forget(v *corpus) {
	if v == nil {
		return
	}
	for key, origins := range v.origins {
		if t.uses[key]--; t.uses[key] == 0 {
			delete(t.uses, key)
			t.index(origins[0].whole).Remove(key)
		}
	}
}

func (t *Texts) index(whole bool) *quote.Index {
	if whole {
		return t.whole
	}
	return t.quotes
}

func newCorpus(statements []*kb.Statement) *corpus {
	v := &corpus{statements: statements, origins: map[string][]*origin{}, aliases: map[string][]string{}}
	for _, s := range statements {
		v.callAlso(s)
		for i := range s.Sources {
			if source := &s.Sources[i]; source.Text != "" {
				v.hold(&origin{
					statement: s, source: source, text: source.Text, whole: true, cites: cites(s, source),
					blocks: sync.OnceValue(func() []block.Block { return block.Blocks(source.Text) }),
				})
				continue
			}
			v.holdQuotes(s, &s.Sources[i])
		}
	}
	return v
}

// holdQuotes holds the quotes of a source whose text is not there.
func (v *corpus) holdQuotes(s *kb.Statement, source *kb.Source) {
	for c := range citationsOf(s, source.ID) {
		c.start, c.end = 0, len(c.citation.Quote)
		v.hold(&origin{statement: s, source: source, text: c.citation.Quote, cites: []mention{c}})
	}
}

func (v *corpus) hold(p *origin) {
	kind := "quote "
	if p.whole {
		kind = "text "
	}
	sum := sha256.Sum256([]byte(p.text))
	key := kind + string(sum[:])
	if v.origins[key] == nil {
		v.keys = append(v.keys, key)
	}
	v.origins[key] = append(v.origins[key], p)
}

// cites returns where the quotes of facts stand in the text of a source.
func cites(s *kb.Statement, source *kb.Source) []mention {
	var all []mention
	for c := range citationsOf(s, source.ID) {
		c.start = kb.PlaceOf(*c.citation, source.Text)
		if c.end = c.start + len(c.citation.Quote); c.start >= 0 {
			all = append(all, c)
		}
	}
	return all
}

// citationsOf yields the citations that have a quote of a source.
func citationsOf(s *kb.Statement, source string) iter.Seq[mention] {
	return func(yield func(mention) bool) {
		for i := range s.Facts {
			f := &s.Facts[i]
			for j := range f.Citations {
				if c := &f.Citations[j]; c.Source == source && c.Quote != "" && !yield(mention{fact: f, citation: c}) {
					return
				}
			}
		}
	}
}

// cited returns what cites most of a stretch of the text; nil if nothing does.
// Of two that cite as much, the shorter is nearer to it.
func (o *origin) cited(start, end int) *mention {
	var best *mention
	most, length := 0, 0
	for i := range o.cites {
		c := &o.cites[i]
		shared, n := min(end, c.end)-max(start, c.start), c.end-c.start
		if shared > most || shared == most && shared > 0 && n < length {
			best, most, length = c, shared, n
		}
	}
	return best
}
