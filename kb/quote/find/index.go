package find

import (
	"math"
	"sort"
	"strings"
	"sync"

	"verbatim/kb/quote/locate"
	"verbatim/kb/quote/word"
)

// A Text is a whole text that quotations are looked for in.
type Text struct {
	Source string // what names it; results carry it
	Body   string // its own characters decide what is verbatim
}

// An Index holds texts, ready to be searched all at once. Any number of
// goroutines may check quotations; nobody may while a text is added or removed.
type Index struct {
	texts    []Held
	current  map[string]int // by source
	gone     int            // texts that were removed or replaced
	tokens   []word.Token   // of all texts, a border before each
	ids      map[string]int32
	group    []int32          // of each id: all spellings that look like one word (see likeness)
	groups   map[string]int32 // by their likeness
	postings [][]uint32       // of each group: where its words stand in tokens
	broken   map[int32]bool   // the words that a hyphen at the end of a line parts somewhere
	counters sync.Pool        // of *[]float32
}

// Identifiers of what is not in the index: the border between two texts, and
// the words of a quotation that no text has.
const (
	border  int32 = -2
	unknown int32 = -1
)

// Held is a text in an Index.
type Held struct {
	Text
	First, Last int // its tokens
	Paragraphs  []locate.Paragraph
	gone        bool
}

// New returns an index of texts; see [Index.Add].
func New(texts ...Text) *Index {
	x := &Index{current: map[string]int{}, ids: map[string]int32{}, groups: map[string]int32{}, broken: map[int32]bool{}}
	x.Add(texts...)
	return x
}

// Add holds texts from now on. A text replaces the one of the same source.
// Where several texts have the same words, the first added is named.
func (x *Index) Add(texts ...Text) {
	for _, t := range texts {
		x.Remove(t.Source)
		x.current[t.Source] = len(x.texts)
		x.tokens = append(x.tokens, word.Token{ID: border})
		first := len(x.tokens)
		for w := range word.Wrapped(t.Body) {
			x.hold(w)
		}
		x.texts = append(x.texts, Held{Text: t, First: first, Last: len(x.tokens), Paragraphs: locate.Paragraphs(t.Body)})
	}
}

// Remove lets go of a source's text, if there is one. Its memory is freed by
// [Index.Compact].
func (x *Index) Remove(source string) {
	if i, ok := x.current[source]; ok {
		delete(x.current, source)
		x.texts[i].gone = true
		x.gone++
	}
}

// Compact makes the index anew, once more than half of its words are of texts
// that are not held any more.
func (x *Index) Compact() {
	held := 0
	var texts []Text
	for _, t := range x.texts {
		if !t.gone {
			held += t.Last - t.First
			texts = append(texts, t.Text)
		}
	}
	if len(x.tokens) < minCompact || held > len(x.tokens)/2 {
		return
	}
	y := New(texts...)
	x.texts, x.current, x.gone, x.tokens = y.texts, y.current, y.gone, y.tokens
	x.ids, x.group, x.groups, x.postings, x.broken = y.ids, y.group, y.groups, y.postings, y.broken
}

// minCompact is how many words it takes to be worth the work.
const minCompact = 1000

// Len returns how many texts are held: those from 0 on, if none was ever replaced. Only
// tests ask, which go through all texts.
func (x *Index) Len() int { return len(x.current) }

// Held returns a text by its number.
func (x *Index) Held(n int) *Held { return &x.texts[n] }

// Token returns a word of the texts by its number.
func (x *Index) Token(at int) word.Token { return x.tokens[at] }

// Number returns the number of a source's text, if it is held.
func (x *Index) Number(source string) (n int, ok bool) {
	n, ok = x.current[source]
	return n, ok
}

func (x *Index) hold(w word.Word) {
	id, ok := x.ids[w.Spelling]
	if !ok {
		id = x.learn(w.Spelling)
	}
	if w.Broken {
		x.broken[id] = true
	}
	if w.Kind == word.AWord {
		g := x.group[id]
		x.postings[g] = append(x.postings[g], uint32(len(x.tokens)))
	}
	x.tokens = append(x.tokens, word.Token{Start: uint32(w.Start), End: uint32(w.End), ID: id, Kind: w.Kind, Trail: w.Trail})
}

// learn gives a new spelling its identifier and its group.
func (x *Index) learn(spelling string) int32 {
	id := int32(len(x.group))
	x.ids[spelling] = id
	like := word.Likeness(spelling)
	g, ok := x.groups[like]
	if !ok {
		g = int32(len(x.postings))
		x.groups[like] = g
		x.postings = append(x.postings, nil)
	}
	x.group = append(x.group, g)
	return id
}

// textAt returns the number of the text that a token belongs to.
func (x *Index) textAt(at int) int {
	return sort.Search(len(x.texts), func(i int) bool { return x.texts[i].Last > at })
}

// weight returns how much a word says: 1 for one that is nowhere in the texts,
// less the more often it stands there, and little for a mark.
func (x *Index) weight(group int32, k word.Kind) float64 {
	switch {
	case k != word.AWord:
		return 0.1
	case group < 0:
		return 1
	}
	all, here := float64(len(x.tokens)), float64(len(x.postings[group]))
	return max(0.1, 1-math.Log(here+1)/math.Log(all+2))
}

// Spans reports whether a word of a text goes on across the border before a token.
func (x *Index) Spans(t *Held, at int) bool {
	return locate.Spans(t.Body, x.tokens[t.First:t.Last], at-t.First)
}

// Spelling returns a token as it is compared.
func (x *Index) Spelling(at int) string {
	t, w := &x.texts[x.textAt(at)], x.tokens[at]
	letters, _ := word.Unbroken(t.Body[w.Start:w.End])
	spelling := word.Spell(letters)
	if w.Trail == word.Possessive {
		spelling = strings.TrimSuffix(spelling, "'")
	}
	return spelling
}

// Around returns the number, from 1, of the paragraph that a byte offset is
// in, and the text of all paragraphs from there to another offset.
func (t *Held) Around(start, end int) (number int, context string) {
	first, last := locate.Numbers(t.Paragraphs, start, end)
	return first + 1, t.Body[t.Paragraphs[first].Start:t.Paragraphs[last].End]
}
