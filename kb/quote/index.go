package quote

import (
	"math"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Text is a whole text that quotations are looked for in.
type Text struct {
	Source string // what names it; results carry it
	Body   string // its own characters decide what is verbatim
}

// An Index holds texts, ready to be searched all at once. Any number of
// goroutines may check quotations; nobody may while a text is added or removed.
type Index struct {
	texts    []held
	current  map[string]int // by source
	gone     int            // texts that were removed or replaced
	tokens   []token        // of all texts, a border before each
	ids      map[string]int32
	group    []int32          // of each id: all spellings that look like one word (see likeness)
	groups   map[string]int32 // by their likeness
	postings [][]uint32       // of each group: where its words stand in tokens
	broken   map[int32]bool   // the words that a hyphen at the end of a line parts somewhere
	counters sync.Pool        // of *[]float32
}

// A token is a word as an Index holds it.
type token struct {
	start, end uint32 // in the body
	id         int32
	kind       kind
	trail      trail
}

// Identifiers of what is not in the index: the border between two texts, and
// the words of a quotation that no text has.
const (
	border  int32 = -2
	unknown int32 = -1
)

// held is a text in an Index.
type held struct {
	Text
	first, last int // its tokens
	paragraphs  []Paragraph
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
		x.tokens = append(x.tokens, token{id: border})
		first := len(x.tokens)
		for w := range wrapped(t.Body) {
			x.hold(w)
		}
		x.texts = append(x.texts, held{Text: t, first: first, last: len(x.tokens), paragraphs: Paragraphs(t.Body)})
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
			held += t.last - t.first
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

// Len returns how many texts are held.
func (x *Index) Len() int { return len(x.current) }

func (x *Index) hold(w word) {
	id, ok := x.ids[w.spelling]
	if !ok {
		id = x.learn(w.spelling)
	}
	if w.broken {
		x.broken[id] = true
	}
	if w.kind == isWord {
		g := x.group[id]
		x.postings[g] = append(x.postings[g], uint32(len(x.tokens)))
	}
	x.tokens = append(x.tokens, token{uint32(w.start), uint32(w.end), id, w.kind, w.trail})
}

// learn gives a new spelling its identifier and its group.
func (x *Index) learn(spelling string) int32 {
	id := int32(len(x.group))
	x.ids[spelling] = id
	like := likeness(spelling)
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
	return sort.Search(len(x.texts), func(i int) bool { return x.texts[i].last > at })
}

// weight returns how much a word says: 1 for one that is nowhere in the texts,
// less the more often it stands there, and little for a mark.
func (x *Index) weight(group int32, k kind) float64 {
	switch {
	case k != isWord:
		return 0.1
	case group < 0:
		return 1
	}
	all, here := float64(len(x.tokens)), float64(len(x.postings[group]))
	return max(0.1, 1-math.Log(here+1)/math.Log(all+2))
}

// spans reports whether a word goes on across the border before a token: the
// point of an abbreviation joins it, and so does the hyphen after a prefix that is
// no word (non-peaceful) or before a number (Crew-10). Any other hyphen is a
// border.
func (x *Index) spans(t *held, at int) bool {
	return x.joins(t, at-1) || x.joins(t, at)
}

// joins reports whether a token joins the two beside it into one word.
func (x *Index) joins(t *held, at int) bool {
	if at <= t.first || at+1 >= t.last || !x.tight(t, at) || !x.tight(t, at+1) {
		return false
	}
	before, this, after := x.tokens[at-1], x.tokens[at], x.tokens[at+1]
	mark := t.Body[this.start:this.end]
	switch this.kind {
	case isDash:
		r, size := utf8.DecodeRuneInString(mark)
		return size == len(mark) && isHyphen[r] && before.kind == isWord && after.kind == isWord &&
			(isPrefix[strings.ToLower(t.Body[before.start:before.end])] || startsWithDigit(t.Body[after.start:]))
	case isMark:
		return mark == "." && before.end-before.start == 1 && before.kind == isWord && (after.kind == isWord || x.joins(t, at+1))
	}
	return false
}

// isPrefix has what is written before a hyphen and is no word by itself: without
// it the word behind may say the opposite.
var isPrefix = func() map[string]bool {
	prefixes := map[string]bool{}
	for p := range strings.FieldsSeq(`anti bi co contra counter de dis ex extra hyper il im in infra inter intra ir mid
		micro mini mis multi neo non para post pre pro pseudo quasi re semi sub super trans tri ultra un under vice`) {
		prefixes[p] = true
	}
	return prefixes
}()

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// tight reports whether nothing visible stands between a token and the one
// before it.
func (x *Index) tight(t *held, at int) bool {
	for _, r := range t.Body[x.tokens[at-1].end:x.tokens[at].start] {
		if classOf(r) != invisible {
			return false
		}
	}
	return true
}

// spelling returns a token as it is compared.
func (x *Index) spelling(at int) string {
	t, w := &x.texts[x.textAt(at)], x.tokens[at]
	letters, _ := unbroken(t.Body[w.start:w.end])
	spelling := spell(letters)
	if w.trail == possessive {
		spelling = strings.TrimSuffix(spelling, "'")
	}
	return spelling
}
