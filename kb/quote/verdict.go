package quote

import (
	"errors"
	"slices"
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
	Edited      Verdict = "edited"
	Spliced     Verdict = "spliced"
	Altered     Verdict = "altered"
	NotFound    Verdict = "not-found"
)

// Verdicts are all verdicts, in the order of what they say for a quotation, the
// best first.
var Verdicts = []Verdict{Verbatim, Typographic, Edited, Spliced, Altered, NotFound}

// Better reports whether a verdict says more for a quotation than another.
func (v Verdict) Better(other Verdict) bool {
	return slices.Index(Verdicts, v) < slices.Index(Verdicts, other)
}

// True reports whether a verdict says that the words are the source's, and all of
// them: [Verbatim] or [Typographic].
func (v Verdict) True() bool { return v == Verbatim || v == Typographic }

// Longest is how many characters a quotation may have.
const Longest = 10_000

// The reasons for no verdict.
var (
	ErrNoWords = errors.New("there are no words to check: give the words of the quotation")
	ErrTooLong = errors.New("that is too long or too repetitive to check at once: give a shorter quotation")
)

// A Result is what was found out about a text. All but Text, Verdict,
// Similarity, Common, Nearest and Why is of the passage that answers it, and
// empty when not found.
type Result struct {
	Text       string  // what was judged: without white space, quotation marks and marks of a page around
	Verdict    Verdict //
	Similarity float64 // 0 to 1: how much the text and the passage share, words by how rare they are
	Source     string  // of the passage
	Start, End int     // byte offsets of Found in the source's body
	Found      string  // the passage as it stands in the source
	Paragraph  int     // where Found begins, from 1
	Context    string  // the paragraphs that Found is in; those of the pieces, when there are any
	Diff       []Op    // Same and Dropped give Found; Same and Added give Text, but for what is typographic
	Changes    []Change
	Differ     []string // the kinds of Changes, each once
	Pieces     []Piece  // of a text with ellipses that are not its source's
	Places     []Place  // all places where the same words stand, this one first
	Negated    string   // the negation right before the words in the source, that a text of the same words leaves out; empty if there is none
	Common     bool     // the words are too few, or stand in too many places, to be anybody's own
	Nearest    *Place   // of a text not found: the sentence nearest to it by its words; whoever knows one nearer in meaning puts it here
	Why        string   // what the verdict rests on, for people
}

// A Place is a stretch of a source.
type Place struct {
	Source     string
	Start, End int // byte offsets of Found in the source's body
	Found      string
	Paragraph  int     // where Found begins, from 1
	Verdict    Verdict // of the text there; [NotFound] if it only is the nearest
	Similarity float64 // 0 to 1, as in [Result]
}

// A Piece is a part of a quotation between its ellipses.
type Piece struct {
	Text       string
	Verdict    Verdict
	Source     string // empty when not found
	Start, End int
	Found      string
}

// Options say by which texts a quotation is judged.
type Options struct {
	Within func(source string) bool // the sources that are searched; all, if nil
	First  func(source string) bool // of those, the ones that are preferred where the same words stand in several; none, if nil
}

// Check judges a text by the texts held; by those only whose source within
// accepts, unless it is nil. Its errors are [ErrNoWords] and [ErrTooLong].
func (x *Index) Check(text string, within func(source string) bool) (Result, error) {
	return x.Judge(text, Options{Within: within})
}

// Judge judges a text by the texts held. Its errors are [ErrNoWords] and
// [ErrTooLong].
func (x *Index) Judge(text string, o Options) (Result, error) {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > Longest {
		return Result{Text: text}, ErrTooLong
	}
	s := x.search(o)
	best, err := s.judge(bareWords(text))
	if err != nil || best.Verdict.True() {
		return best, err
	}
	for f := range bareForms(text) {
		r, err := s.judge(f.text)
		if err == nil && r.betterThan(best) && !s.narrates(f.tag, r) && !f.tag.hides(r) {
			best = r
		}
		if best.Verdict.True() {
			break
		}
	}
	return best, nil
}

// narrates reports whether a tag is the source's own.
func (s *search) narrates(t tag, r Result) bool {
	i, held := s.current[r.Source]
	return held && r.Found != "" && t.of(s.texts[i].Body, r.Start, r.End)
}

// betterThan reports whether a result says more for a quotation than another.
func (r *Result) betterThan(o Result) bool {
	if r.Verdict != o.Verdict {
		return r.Verdict.Better(o.Verdict)
	}
	return r.Similarity > o.Similarity
}

// judge judges a text, in whichever way it is read that says most for it.
func (s *search) judge(text string) (Result, error) {
	readings := s.readings(text)
	if !readings[0].hasWords() {
		return Result{Text: text}, ErrNoWords
	}
	for _, q := range readings {
		places, err := s.exact(q)
		if err != nil {
			return Result{Text: text}, err
		}
		if len(places) > 0 {
			return s.stands(q, places), nil
		}
	}
	var best Result
	for i, q := range readings {
		r, err := s.near(q)
		if err != nil {
			return r, err
		}
		if i == 0 || r.betterThan(best) {
			best = r
		}
	}
	if s.work < 0 && best.Verdict == NotFound {
		return Result{Text: text}, ErrTooLong
	}
	return best, nil
}

// near judges a quotation whose words do not stand in a passage as they are.
func (s *search) near(q *query) (Result, error) {
	e := s.edited(q)
	r, err := s.closest(e)
	if err != nil || e == q || r.Verdict == Edited {
		return r, err
	}
	plain, err := s.closest(q) // the brackets may be the source's
	if err == nil && plain.betterThan(r) {
		return plain, nil
	}
	return r, nil
}

func (s *search) closest(q *query) (Result, error) {
	if !q.hasWords() {
		return Result{Text: q.text, Verdict: NotFound, Why: why(Result{Verdict: NotFound})}, nil
	}
	if pieces := s.pieces(q); len(pieces) > 1 {
		return s.splice(q, pieces)
	}
	return s.compare(q, s.nearest(q)), nil
}

// A search is one quotation's way through an index. It does a bounded amount
// of work and then gives up.
type search struct {
	*Index
	allowed    []bool // the texts that are searched
	first      []bool // the texts that are preferred; nil if none is
	everywhere bool   // all of them are
	work       int    // comparisons left
	cells      int    // steps of alignments left
}

// Bounds of the work on one quotation.
const (
	comparisons = 4_000_000 // and one for each word held
	cells       = 3_000_000
)

func (x *Index) search(o Options) *search {
	s := &search{Index: x, allowed: make([]bool, len(x.texts)), everywhere: o.Within == nil && x.gone == 0}
	s.work, s.cells = comparisons+len(x.tokens), cells
	for i, t := range x.texts {
		s.allowed[i] = !t.gone && (o.Within == nil || o.Within(t.Source))
	}
	if o.First != nil {
		s.first = make([]bool, len(x.texts))
		for i, t := range x.texts {
			s.first[i] = s.allowed[i] && o.First(t.Source)
		}
	}
	return s
}

// stands returns the result for a quotation whose words stand in some passages.
func (s *search) stands(q *query, places []passage) Result {
	r := Result{Text: q.text, Similarity: 1}
	for _, p := range places {
		r.Places = append(r.Places, s.place(q, p))
	}
	best := r.Places[0]
	r.Verdict, r.Source, r.Start, r.End, r.Found = best.Verdict, best.Source, best.Start, best.End, best.Found
	r.Paragraph, r.Context = s.texts[places[0].text].around(r.Start, r.End)
	r.Diff = []Op{{Same, r.Found}}
	if r.Verdict == Typographic {
		r.Changes = s.typography(q, places[0], r.Start, r.End)
		r.Differ = differ(r.Changes)
	}
	r.Common = isCommon(q, len(places))
	r.Negated = s.negated(places[0])
	r.Why = why(r)
	return r
}

// negated returns the negation right before a passage, if there is one.
func (s *search) negated(p passage) string {
	if !s.carriesOn(&s.texts[p.text], p.from) {
		return ""
	}
	if word := s.spelling(p.from - 1); negates(word) {
		return word
	}
	return ""
}

// place returns where a quotation stands whose words a passage has.
func (s *search) place(q *query, p passage) Place {
	t := &s.texts[p.text]
	at := Place{Source: t.Source, Verdict: Typographic, Similarity: 1}
	if _, _, ok := s.raw(q, p); ok {
		at.Verdict = Verbatim
	}
	at.Start, at.End = s.extent(q, p)
	at.Found = t.Body[at.Start:at.End]
	at.Paragraph, _ = t.around(at.Start, at.End)
	return at
}

// Words are common that are fewer than ownWords, or that stand in several places
// and are fewer than ownSeveral.
const (
	ownWords   = 3
	ownSeveral = 5
	several    = 3
)

func isCommon(q *query, places int) bool {
	n := q.size()
	return n < ownWords || n < ownSeveral && places >= several
}
