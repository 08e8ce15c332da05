package quote

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// A Verdict says how a text stands to the texts held; the package comment
// defines each.
type Verdict string

// The verdicts.
const (
	Verbatim    Verdict = "verbatim"
	Typographic Verdict = "typographic"
	Altered     Verdict = "altered"
	Spliced     Verdict = "spliced"
	NotFound    Verdict = "not-found"
)

// Longest is how many characters a quotation may have: what one message holds.
const Longest = 4000

// The reasons for no verdict.
var (
	ErrNoWords = errors.New("there are no words to check: give the words of the quotation")
	ErrTooLong = errors.New("that is too long or too repetitive to check at once: give a shorter quotation")
)

// A Result is what was found out about a text. All but Text, Verdict,
// Similarity and Why is of the nearest passage, and empty when not found.
type Result struct {
	Text       string  // what was judged: without white space and quotation marks around
	Verdict    Verdict //
	Similarity float64 // 0 to 1: how much the text and the passage share, words by how rare they are
	Source     string  // of the passage
	Start, End int     // byte offsets of Found in the source's body
	Found      string  // the passage as it stands in the source
	Paragraph  int     // where Found begins, from 1
	Context    string  // the paragraphs that Found is in; those of the pieces, when spliced
	Diff       []Op    // Same and Dropped give Found; Same and Added give Text, but for what is typographic
	Differ     []string
	Pieces     []Piece // of a text with ellipses that are not its source's
	Why        string  // one sentence for people
}

// A Piece is a part of a quotation between its ellipses.
type Piece struct {
	Text       string
	Verdict    Verdict
	Source     string // empty when not found
	Start, End int
	Found      string
}

// Check judges a text by the texts held; by those only whose source within
// accepts, unless it is nil. Its errors are [ErrNoWords] and [ErrTooLong].
func (x *Index) Check(text string, within func(source string) bool) (Result, error) {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > Longest {
		return Result{Text: text}, ErrTooLong
	}
	text = bareWords(text)
	q := x.query(text)
	if !q.hasWords() {
		return Result{Text: text}, ErrNoWords
	}
	s := x.search(within)
	p, v, err := s.exact(q)
	if err != nil {
		return Result{Text: text}, err
	}
	if v != NotFound {
		return s.stands(q, p, v), nil
	}
	if pieces := x.pieces(q); len(pieces) > 1 {
		return s.splice(q, pieces)
	}
	return s.compare(q, s.nearest(q)), nil
}

// bareWords returns a text without white space and without a pair of quotation
// marks around it.
func bareWords(text string) string {
	for {
		spans := marked(text)
		if len(spans) == 0 || spans[0].outer != [2]int{0, len(text)} {
			return text
		}
		text = strings.TrimSpace(spans[0].Text)
	}
}

// A search is one quotation's way through an index. It does a bounded amount
// of work and then gives up.
type search struct {
	*Index
	allowed    []bool // the texts that are searched
	everywhere bool   // all of them are
	work       int    // comparisons left
	cells      int    // steps of alignments left
}

// Bounds of the work on one quotation.
const (
	comparisons = 4_000_000 // and one for each word held
	cells       = 6_000_000
)

func (x *Index) search(within func(source string) bool) *search {
	s := &search{Index: x, allowed: make([]bool, len(x.texts)), everywhere: within == nil && x.gone == 0}
	s.work, s.cells = comparisons+len(x.tokens), cells
	for i, t := range x.texts {
		s.allowed[i] = !t.gone && (within == nil || within(t.Source))
	}
	return s
}

// stands returns the result for a quotation whose words stand in a passage.
func (s *search) stands(q *query, p passage, v Verdict) Result {
	t := &s.texts[p.text]
	start, end := s.extent(q, p)
	r := Result{Text: q.text, Verdict: v, Similarity: 1, Source: t.Source, Start: start, End: end, Found: t.Body[start:end]}
	r.Paragraph, r.Context = t.around(start, end)
	r.Diff = []Op{{Same, r.Found}}
	if v == Typographic {
		r.Differ = differ(q.text, r.Found)
	}
	r.Why = why(r)
	return r
}
