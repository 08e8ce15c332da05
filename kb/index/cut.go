package index

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"slices"
	"strings"
	"sync"

	"verbatim/kb"
	"verbatim/kb/index/ahead"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/meaning"
	"verbatim/kb/passage"
	"verbatim/kb/quota"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A cutFact is a fact cut into words.
type cutFact struct {
	match.Group          // without its ID; emptied when it is in the index
	countries   []string // region codes of those that it names
	runs        []uint64 // hashes of its phrasings
	sum         [sha256.Size]byte
}

// A cutSource is the text of a source cut into words, by paragraphs.
type cutSource struct {
	passages []passage.Passage // dropped when they are in the index, as what follows
	groups   []match.Group     // without their IDs
	sum      [sha256.Size]byte
}

// A change is what can be made ready while questions are being asked, and what
// has to be looked at again afterwards.
type change struct {
	names   map[*layer]*lexicon.Names
	facts   map[factIn]int // places in cuts
	cuts    *ahead.Line[*cutFact]
	sources map[store.Key]*cutSource

	changed    []*Entry        // facts that are new or others now
	statements map[string]bool // whose heads or sources are

	reader   Reader
	holdings []quota.Holding // of the parts
	mu       sync.Mutex
	made     []store.Vectors
}

// A factIn is a fact in a layer.
type factIn struct {
	layer *layer
	fact  *kb.Fact
}

// prepare makes a change ready: the words of all that is new are cut, and of all
// that is read with other names now. It runs without the lock that questions wait
// for, so whatever takes time of a new fact or text belongs here. It changes nothing
// that a question sees, but for making the layers of new servers.
func (x *Index) prepare(parts []Part, names func(Part) bool, servers []string, ahead *named) *change {
	c := &change{
		facts: map[factIn]int{}, sources: map[store.Key]*cutSource{}, statements: map[string]bool{},
		reader: x.reader, holdings: make([]quota.Holding, len(parts)),
	}
	for i, p := range parts {
		x.ownLayer(p.Server)
		c.holdings[i] = quota.Of(p.Value)
	}
	c.names = x.newNames(parts, names, servers, ahead)
	var facts []*Entry
	kept := map[*Entry]*store.Vectors{}
	for l := range c.names {
		for id, s := range l.statements {
			facts = slices.AppendSeq(facts, maps.Values(s.facts))
			for _, h := range s.sources {
				c.cutSource(l, id, h.source, x.textVectors(h), nil)
			}
		}
	}
	for _, p := range parts {
		switch value := p.Value.(type) {
		case *kb.Fact:
			e := &Entry{layer: x.layers[p.Server], statement: p.Statement, fact: value}
			facts, kept[e] = append(facts, e), p.Vectors
		case *kb.Source:
			c.cutSource(x.layers[p.Server], p.Statement, value, nil, p.Vectors)
		}
	}
	for i, e := range facts {
		c.facts[factIn{e.layer, e.fact}] = i
	}
	c.cutAll(x, facts, kept)
	return c
}

// cutAll cuts facts on all cores, for that is most of the time that a start takes. Those
// of an index that nobody sees yet are cut while the first ones are put into it.
func (c *change) cutAll(x *Index, facts []*Entry, kept map[*Entry]*store.Vectors) {
	c.cuts = ahead.Of(len(facts), func(i int) *cutFact {
		names := c.names[facts[i].layer]
		if names == nil {
			names = facts[i].layer.names
		}
		cut := facts[i].cutWith(names)
		c.encode(x, facts[i], cut, kept[facts[i]])
		return cut
	})
	if !x.filling {
		c.cuts.Wait()
	}
}

// cutOf is a fact as it was cut for the change; nil if it was not.
func (c *change) cutOf(e *Entry) *cutFact {
	if i, is := c.facts[factIn{e.layer, e.fact}]; is {
		return c.cuts.Take(i)
	}
	return nil
}

// encode gives a cut fact its vectors: those that it has in the index, or that are
// kept, or new ones.
func (c *change) encode(x *Index, e *Entry, cut *cutFact, kept *store.Vectors) {
	cut.Owner = e.layer.server
	if e.asked {
		cut.Vectors, cut.Told = x.asked.Vectors(e.group)
		return
	}
	asked, told := factTexts(e.fact)
	all := c.read(e.key(), append(asked, told...), kept)
	cut.Vectors, cut.Told = all[:len(asked)], all[len(asked):]
}

func (c *change) read(key store.Key, texts []string, kept *store.Vectors) []meaning.Vector {
	all, made := c.reader.Read(key, texts, kept)
	if made != nil {
		c.mu.Lock()
		c.made = append(c.made, *made)
		c.mu.Unlock()
	}
	return all
}

// textVectors are those that the passages of a source have in the index.
func (x *Index) textVectors(h *sourceEntry) (all [][]meaning.Vector) {
	for _, group := range h.groups {
		vectors, _ := x.paragraphs.Vectors(group)
		all = append(all, vectors)
	}
	return all
}

// ownLayer is the layer of a server's own records.
func (x *Index) ownLayer(server string) *layer {
	l := x.layers[server]
	if l == nil {
		l = newLayer(server, x.layers[""])
		x.mu.Lock()
		x.layers[server] = l
		x.mu.Unlock()
		x.renamed++ // names that are made ahead know nothing of this layer
	}
	return l
}

// cutWith cuts a fact into words.
func (e *Entry) cutWith(names *lexicon.Names) *cutFact {
	key := e.key()
	cut := &cutFact{Group: groupOf(e.fact, names)}
	cut.countries = slices.Sorted(maps.Keys(lexicon.Countries(append(cut.Phrasings, cut.About)...)))
	all := text.AddTexts(nil, key.Server, key.Statement, key.ID)
	for _, words := range cut.Phrasings {
		all = text.AddWords(all, words)
		cut.runs = append(cut.runs, text.HashRun(words))
	}
	cut.sum = sha256.Sum256(text.AddWords(all, cut.About))
	return cut
}

func (e *Entry) key() store.Key { return FactKey(e.layer.server, e.statement, e.fact.ID) }

// groupOf cuts what a fact is asked and what it says. Its quotes are among what it
// is asked, for people ask with the words that they have read.
func groupOf(f *kb.Fact, names *lexicon.Names) match.Group {
	phrasings := append([]string{f.Question}, f.AlsoAsked...)
	for _, c := range f.Citations {
		if c.Quote != "" && !slices.Contains(phrasings, c.Quote) {
			phrasings = append(phrasings, c.Quote)
		}
	}
	about := slices.Concat([]string{f.Answer, f.Party, f.Speaker}, f.Topics)
	g := match.Group{About: names.Replace(text.Words(strings.Join(about, "\n")))}
	for _, p := range phrasings {
		g.Phrasings = append(g.Phrasings, names.Replace(text.Words(p)))
	}
	return g
}

// cutSource cuts the text of a source. Vectors are those of its passages, if they are
// in the index already; kept are those that the store has.
func (c *change) cutSource(l *layer, statement string, s *kb.Source, vectors [][]meaning.Vector, kept *store.Vectors) *cutSource {
	names, key := cmp.Or(c.names[l], l.names), SourceKey(l.server, statement, s.ID)
	cut := &cutSource{passages: passage.Of(s.Text)}
	sum := sha256.New()
	_, _ = sum.Write(text.AddTexts(nil, s.Text)) // a hash never fails
	for i := range cut.passages {
		p := &cut.passages[i]
		words := names.Replace(text.Words(p.Words()))
		g := match.Group{Owner: l.server, Phrasings: [][]text.Word{words}}
		if p.Heading != "" {
			g.About = names.Replace(text.Words(p.Heading))
			g.Phrasings[0] = slices.Concat(g.About, words)
		}
		cut.groups = append(cut.groups, g)
		_, _ = sum.Write(text.AddWords(nil, g.Phrasings[0]))
	}
	if len(vectors) != len(cut.passages) {
		vectors = c.encodeText(key, cut.passages, len(s.Text), kept)
	}
	for i := range cut.groups {
		cut.groups[i].Vectors = vectors[i]
	}
	sum.Sum(cut.sum[:0])
	c.sources[key] = cut
	return cut
}

func (c *change) encodeText(key store.Key, passages []passage.Passage, bytes int, kept *store.Vectors) [][]meaning.Vector {
	windows, of := passage.Cut(passages, bytes)
	all := c.read(key, windows, kept)
	vectors := make([][]meaning.Vector, len(passages))
	for i, span := range of {
		vectors[i] = all[span.First:span.End]
	}
	return vectors
}
