package quote

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/quote/change"
	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/find"
	"verbatim/kb/quote/marks"
	"verbatim/kb/quote/word"
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
	ErrTooLong = find.ErrTooLong
)

// Check judges a text by the texts held; by those only whose source within
// accepts, unless it is nil. Its errors are [ErrNoWords] and [ErrTooLong].
func (x *Index) Check(text string, within func(source string) bool) (Result, error) {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > Longest {
		return Result{Text: text}, find.ErrTooLong
	}
	s := judging{x.texts.Search(within)}
	best, err := s.judge(marks.Bare(text))
	if err != nil || best.Verdict.True() {
		return best, err
	}
	for f := range marks.Forms(text) {
		r, err := s.judge(f.Text)
		if err == nil && r.betterThan(best) && !s.narrates(f.Tag, r) && (!f.Tag.Parts() || !r.hidesNegation()) {
			best = r
		}
		if best.Verdict.True() {
			break
		}
	}
	return best, nil
}

// narrates reports whether a tag is the source's own.
func (s judging) narrates(t marks.Tag, r Result) bool {
	i, held := s.Number(r.Source)
	return held && r.Found != "" && t.Of(s.Held(i).Body, r.Start, r.End)
}

// hidesNegation reports whether a negation is left out of the source at an ellipsis,
// or at a tag that parts the quotation.
func (r *Result) hidesNegation() bool {
	return slices.ContainsFunc(r.Changes, func(c change.Change) bool {
		return c.Kind == editor.Omitted && slices.ContainsFunc(word.Spellings(c.Source), editor.Negates)
	})
}

// betterThan reports whether a result says more for a quotation than another.
func (r *Result) betterThan(o Result) bool {
	if r.Verdict != o.Verdict {
		return r.Verdict.Better(o.Verdict)
	}
	return r.Similarity > o.Similarity
}

// judging is one quotation on its way to a verdict.
type judging struct{ *find.Search }

// judge judges a text, in whichever way it is read that says most for it.
func (s judging) judge(text string) (Result, error) {
	readings := s.Readings(text)
	if !readings[0].HasWords() {
		return Result{Text: text}, ErrNoWords
	}
	for _, q := range readings {
		places, err := s.Exact(q)
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
	if s.Spent() && best.Verdict == NotFound {
		return Result{Text: text}, find.ErrTooLong
	}
	return best, nil
}

// near judges a quotation whose words do not stand in a passage as they are.
func (s judging) near(q *find.Query) (Result, error) {
	e := s.Edited(q)
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

func (s judging) closest(q *find.Query) (Result, error) {
	if !q.HasWords() {
		return Result{Text: q.Text, Verdict: NotFound}, nil
	}
	if pieces := s.Pieces(q); len(pieces) > 1 {
		return s.splice(q, pieces)
	}
	return s.compare(q, s.Nearest(q)), nil
}

// stands returns the result for a quotation whose words stand in some passages.
func (s judging) stands(q *find.Query, places []find.Passage) Result {
	r := Result{Text: q.Text, Similarity: 1}
	for _, p := range places {
		r.Places = append(r.Places, s.place(q, p))
	}
	best := r.Places[0]
	r.Verdict, r.Source, r.Start, r.End, r.Found = best.Verdict, best.Source, best.Start, best.End, best.Found
	r.Paragraph, r.Context = s.Held(places[0].Text).Around(r.Start, r.End)
	r.Diff = []Op{{Op: Same, Text: r.Found}}
	if r.Verdict == Typographic {
		r.Changes = change.Typography(s.Search, q, places[0], r.Start, r.End)
		r.Differ = change.Differ(r.Changes)
	}
	r.Common = isCommon(q, len(places))
	r.Negated = s.negated(places[0])
	return r
}

// negated returns the negation right before a passage, if there is one.
func (s judging) negated(p find.Passage) string {
	if !s.CarriesOn(s.Held(p.Text), p.From) {
		return ""
	}
	if before := s.Spelling(p.From - 1); editor.Negates(before) {
		return before
	}
	return ""
}

// place returns where a quotation stands whose words a passage has.
func (s judging) place(q *find.Query, p find.Passage) Place {
	t := s.Held(p.Text)
	at := Place{Source: t.Source, Verdict: Typographic, Similarity: 1}
	if _, _, ok := s.Raw(q, p); ok {
		at.Verdict = Verbatim
	}
	at.Start, at.End = s.Extent(q, p)
	at.Found = t.Body[at.Start:at.End]
	at.Paragraph, _ = t.Around(at.Start, at.End)
	return at
}

// Words are common that are fewer than ownWords, or that stand in several places
// and are fewer than ownSeveral.
const (
	ownWords   = 3
	ownSeveral = 5
	several    = 3
)

func isCommon(q *find.Query, places int) bool {
	n := q.Size()
	return n < ownWords || n < ownSeveral && places >= several
}
