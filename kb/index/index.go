// Package index is what is known, in memory, by server: statements with their sources,
// facts and aliases, cut into words and put into the indexes of kb/match.
//
// # Who may see it
//
// The memory and its lock are this package's alone. Others see a [View], which holds
// the read lock as long as a function runs, and only reads. Changes come in as [Part]s,
// by [Index.Apply]: what takes time is made ready before, in one step that needs no
// lock (prepare, in cut.go), and what is left is done while nobody reads.
//
// # What counts in a server
//
// What is shared by all lies at the bottom, and each server has a layer of its own
// over it (layer.go). An own record stands in the place of a shared one of the same
// kind and id, and nobody else sees it.
//
// It must never decide what may be answered: that is kb/answer's. kb/library keeps an
// index up to date with a store; kb/answer, kb/inbox and kb/curate look at views of it.
package index

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"verbatim/kb"
	"verbatim/kb/cover"
	"verbatim/kb/match"
	"verbatim/kb/passage"
	"verbatim/kb/store"
)

// An Index is knowledge held in memory, ready to be asked. It is safe for use by
// many goroutines, while it changes too: a [View] sees all of a change or nothing
// of it.
type Index struct {
	changing sync.Mutex   // one change at a time; it may read without mu
	mu       sync.RWMutex // of everything below but model
	layers   map[string]*layer
	next     int          // the place of the next new record
	renamed  int64        // changes of what names are made of
	steps    atomic.Int64 // changes that were made
	named    atomic.Int64 // how often the names of a server were made out

	facts      map[int32]*Entry   // those that can be asked, by match group
	asked      *match.Index       // their phrasings
	passages   map[int32]*Passage // of held texts, by group
	paragraphs *match.Index       // their words
	free       int32              // the first passage group that was never used
	ids        shortIDs           // of all facts and passages

	reader  Reader
	words   *cover.Words
	filling bool // nobody sees it yet

	called sync.Map // what statements are called, by calledKey; forgotten with each change

	model atomic.Pointer[match.Model]
}

// New is an index of nothing, which reads what comes into it.
func New(r Reader) *Index {
	x := &Index{
		reader: r, words: cover.New(r.Vector),
		layers: map[string]*layer{}, ids: shortIDs{},
		facts: map[int32]*Entry{}, asked: match.New(),
		passages: map[int32]*Passage{}, paragraphs: match.ForTexts(),
	}
	x.layers[""] = newLayer("", nil)
	return x
}

// Of is an index of statements that has learned from their phrasings.
func Of(r Reader, statements []*kb.Statement) (*Index, error) {
	x := New(r)
	ids := map[string]bool{}
	var parts []Part
	for _, s := range statements {
		if ids[s.ID] {
			return nil, fmt.Errorf("the statement %s is there twice; give one another id", s.ID)
		}
		ids[s.ID] = true
		parts = append(parts, PartsOf("", s)...)
	}
	x.Apply(parts)
	x.Use(match.Learn(x.Lessons()))
	return x, nil
}

// layer is what counts in a server: its own, or the shared one where it has none.
func (x *Index) layer(server string) *layer {
	if l := x.layers[server]; l != nil {
		return l
	}
	return x.layers[""]
}

// partsAtOnce bounds how long one step of a large change keeps questions waiting:
// some 10 ms.
const partsAtOnce = 200

// Change makes a change while questions are being asked. A large one is made in
// steps, between which others are made. Names come first, and what they mean is made
// out once for all of them: each fact is read with all names of its server, and so
// whoever brings many would be read anew with each step. What was encoded for it is to
// be kept.
func (x *Index) Change(parts []Part) (made []store.Vectors) {
	if len(parts) <= partsAtOnce {
		return x.Apply(parts)
	}
	var aliases, heads, rest []Part
	renamed := map[string]bool{}
	for _, p := range parts {
		switch p.Kind {
		case RecordAlias:
			aliases, renamed[p.Server] = append(aliases, p), true
		case RecordStatement:
			heads = append(heads, p)
		default:
			rest = append(rest, p)
		}
	}
	for some := range slices.Chunk(aliases, partsAtOnce) {
		x.apply(some, nil)
	}
	made = x.apply(heads, func(p Part) bool { return p.Kind == RecordStatement }, slices.Collect(maps.Keys(renamed))...)
	for some := range slices.Chunk(rest, partsAtOnce) {
		made = append(made, x.Apply(some)...)
	}
	return made
}

// Apply makes a change at once: texts are cut into words and encoded first, while
// questions are being asked, and they wait only for what is left to do. What was
// encoded is to be kept.
func (x *Index) Apply(parts []Part) (made []store.Vectors) {
	return x.apply(parts, isName)
}

// Fill is Apply for an index that nobody else sees yet, which takes less time and memory:
// it is filled while the rest is being cut.
func (x *Index) Fill(parts []Part) (made []store.Vectors) {
	x.filling = true
	defer func() { x.filling = false }()
	return x.Apply(parts)
}

// apply makes a change, after which names are made anew for those servers whose parts
// name something, and for those that are said. A part that is there, or
// older than what is, is left out: of two readings of the store the later may be brought
// in first.
func (x *Index) apply(parts []Part, names func(Part) bool, servers ...string) (made []store.Vectors) {
	parts, made = x.encodeAhead(parts)
	ahead := x.nameAhead(parts, names, servers)
	x.changing.Lock()
	defer x.changing.Unlock()
	for try := 0; try < aheadTries && ahead.isOld(x); try++ {
		x.changing.Unlock()
		ahead = x.nameAhead(parts, names, servers)
		x.changing.Lock()
	}
	parts = slices.DeleteFunc(parts, x.isHeld)
	c := x.prepare(parts, names, servers, ahead)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.called.Clear()
	x.steps.Add(1)
	if len(c.names) > 0 || slices.ContainsFunc(parts, isName) {
		x.renamed++
	}
	for l, names := range c.names {
		l.names = names
	}
	for i, p := range parts {
		x.put(p, c.holdings[i], c)
	}
	x.settle(c)
	c.cuts.Wait()
	return append(made, c.made...)
}

// isName reports whether names are made of a part.
func isName(p Part) bool { return p.Kind == RecordAlias || p.Kind == RecordStatement }

// encodeAhead encodes what is new in parts, while others make their changes, for a long
// text takes seconds. It gives the parts with what they then have, and what is to be
// kept.
func (x *Index) encodeAhead(parts []Part) (with []Part, made []store.Vectors) {
	x.changing.Lock()
	with = slices.DeleteFunc(slices.Clone(parts), x.isHeld)
	x.changing.Unlock()
	for i := range with {
		p := &with[i]
		if p.Vectors != nil {
			continue
		}
		var texts []string
		switch value := p.Value.(type) {
		case *kb.Fact:
			asked, told := factTexts(value)
			texts = append(asked, told...)
		case *kb.Source:
			texts = passage.Texts(value.Text)
		}
		if _, encoded := x.reader.Read(p.Key, texts, nil); encoded != nil {
			p.Vectors = encoded
			made = append(made, *encoded)
		}
	}
	return with, made
}

// Steps is another number whenever something has changed.
func (x *Index) Steps() int64 { return x.steps.Load() }

// isHeld tells whether a part, or a later state of it, is there. It is called while nothing else changes.
func (x *Index) isHeld(p Part) bool {
	l := x.layers[p.Server]
	return l != nil && p.Version > 0 && p.Version <= l.counted[withoutServer(p.Key)].version
}
