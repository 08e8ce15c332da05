// Package verify says whether words stand where they are said to: quotations by all
// texts and quotes that count in a server ([Texts]), the quotes of facts in the texts
// of their sources ([Statements]), every quotation of an article and who is said to
// have said it ([Claims]), and how a source is cited ([Work], [Link]).
//
// It must never reword a quote, nor call one checked that does not stand, character
// for character, in a text that is held or whose hash and place are recorded. The
// verdicts are those of kb/quote. kb/library has the texts up to date, kb/curate checks
// what editors save.
package verify

import (
	"slices"

	"verbatim/kb"
	"verbatim/kb/quote"
)

// A Quoted is what was found out about a quotation. What stands nearest to it
// is in Statement and Source, and in the Result; all that is empty when the
// verdict is [quote.NotFound].
type Quoted struct {
	quote.Result              // Source is the id of the source; offsets are in its text, or in the fact's quote when Whole is false
	Statement    kb.Statement // without its facts and texts
	From         kb.Source    // without its text
	Whole        bool         // the whole text is held; false: only the quote of a fact is, and nothing is known of the words around it
	Partly       bool         // not Whole, and all that is held stands in the quotation as it is: the rest could not be checked
	Verified     bool         // Found is known to stand in the source's text, as [Verified] says
	Fact         string       // the fact that cites these words, statement/fact; empty if none does
	Party        string       // of that fact
	Speaker      string       // of that fact, or else of whoever has the turn in the text; empty if nobody is named
	Turn         Turn         // of the text, where no fact cites these words
	Locator      string       // of that citation
	SaidBy       []string     // every name that is known of whose words they are, the speaker's first; see [Quoted.Attribute]
	Stands       []Standing   // everywhere that the same words stand, this place first
	Elsewhere    []Standing   // of a quotation that is not so in the statement asked for: where the same words stand in others
	Near         *Standing    // of a quotation not found: what is nearest to it, by its words or its meaning
	Language     string       // of a quotation not found: its language (BCP 47), if that is not the language of Near, so that it may be a translation of it
	Searched     []Searched
}

// A Standing is a place where a quotation stands, or that is nearest to it. The
// Source of its place is the id of the source.
type Standing struct {
	quote.Place
	Statement kb.Statement // without its facts and texts
	From      kb.Source    // without its text
	Whole     bool         // the whole text is held; otherwise only the quote of a fact
	Party     string       // as in [Quoted]
	SaidBy    []string     // as in [Quoted]
	Turn      Turn         // as in [Quoted]
}

// A Searched is a source that a quotation was looked for in.
type Searched struct {
	Statement string    // Statement.ID
	Title     string    // Statement.Title
	Source    kb.Source // without its text
	Whole     bool      // its whole text; otherwise only the quotes that facts have of it
	Quotes    int       // how many those are
}

// Quote judges a quotation by all that counts in q.Server: whole texts, and the
// quotes of facts whose texts are not held. The best verdict wins; of equal
// ones the whole text's. Its errors are [quote.ErrNoWords] and
// [quote.ErrTooLong].
func (t *Texts) Quote(q kb.Question) (Quoted, error) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	v := t.corpora[q.Server]
	if v == nil {
		v = t.corpora[""]
	}
	if v == nil {
		v = &corpus{}
	}
	found := search{texts: t, corpus: v, statement: q.Statement}
	best, err := found.in(t.whole, q.Text, true)
	if err != nil {
		return best, err
	}
	other, err := found.in(t.quotes, q.Text, false)
	if err == nil && other.better(best) {
		best, other = other, best
	}
	if err == nil && best.Verdict.True() && other.Verdict.True() {
		best.standToo(other.Stands)
	}
	if q.Statement != "" && err == nil {
		best.alsoIn(search{texts: t, corpus: v}.realWords(q.Text))
	}
	if best.Verdict != quote.NotFound {
		return best, nil
	}
	best.Searched = v.searched(q.Statement)
	return best, err
}

// realWords are the places of any statement where the words of a quotation stand.
func (a search) realWords(text string) (all []Standing) {
	for _, whole := range []bool{true, false} {
		if r, err := a.in(a.texts.index(whole), text, whole); err == nil && r.Verdict.True() {
			all = append(all, r.Stands...)
		}
	}
	return all
}

// alsoIn tells where the words of a quotation stand in other statements than the one
// that was asked for: besides, if they stand in that too, or else instead.
func (r *Quoted) alsoIn(all []Standing) {
	others := slices.DeleteFunc(all, func(s Standing) bool { return s.Statement.ID == r.Statement.ID })
	if !r.Verdict.True() {
		r.Elsewhere = others
		return
	}
	r.standToo(others)
}

// standToo adds other places where the words stand.
func (r *Quoted) standToo(all []Standing) {
	for _, s := range all[:min(len(all), max(0, standsMost-len(r.Stands)))] {
		r.Stands, r.Places = append(r.Stands, s), append(r.Places, s.Place)
	}
}

// better reports whether a result says more for the quotation than another.
func (r Quoted) better(o Quoted) bool {
	if r.Verdict != o.Verdict {
		return r.Verdict.Better(o.Verdict)
	}
	return r.near() > o.near()
}

// near is how similar to the quotation what was found is, or else what is nearest.
func (r Quoted) near() float64 {
	if r.Near != nil {
		return r.Near.Similarity
	}
	return r.Similarity
}

// A search is one quotation's way through what counts somewhere.
type search struct {
	texts     *Texts
	corpus    *corpus
	statement string // empty for all
}

// in judges a quotation by one of the two indexes.
func (a search) in(x *quote.Index, text string, whole bool) (Quoted, error) {
	r, err := x.Check(text, func(key string) bool { return a.origin(key) != nil })
	if err != nil {
		return Quoted{Result: r}, err
	}
	if r.Verdict == quote.NotFound {
		return a.notFound(r, whole), nil
	}
	result := Quoted{Result: r, Whole: whole}
	p := a.origin(r.Source)
	result.Statement, result.From = p.statement.Bare(), p.source.Bare()
	result.Source = p.source.ID
	a.stands(&result)
	for i := range result.Pieces {
		if piece := a.origin(result.Pieces[i].Source); piece != nil {
			result.Pieces[i].Source = piece.source.ID
		}
	}
	result.Verified = whole
	c := p.cited(r.Start, r.End)
	if c == nil {
		result.Turn = p.turn(r.Start, r.End)
		result.Speaker = result.Turn.Label
	} else {
		f := c.fact
		result.Fact, result.Party, result.Speaker = p.statement.ID+"/"+f.ID, f.Party, f.Speaker
		result.Locator = c.citation.Locator
		result.Verified = whole || kb.Verified(*c.citation, *p.source)
	}
	result.SaidBy = a.corpus.namesOf(p, c, result.Turn)
	if !whole {
		result.fragment(p.text)
	}
	return result, nil
}

// notFound is a result that has only what is nearest.
func (a search) notFound(r quote.Result, whole bool) Quoted {
	result := Quoted{Result: r}
	if r.Nearest == nil {
		return result
	}
	result.Nearest = nil
	if p := a.origin(r.Nearest.Source); p != nil && r.Nearest.Similarity >= nearLeast {
		near := standing(p, *r.Nearest, whole)
		result.Near, result.Nearest = &near, &near.Place
	}
	return result
}

// nearLeast is how similar to a quotation what is shown as nearest to it is at least.
// Among the shipped quotes, what was nearest to five sentences that are not there had
// 0.24, 0.25 and 0.31 where it spoke of something else, and 0.45 and 0.46 where not.
const nearLeast = 0.35

// standsMost is how many places of one quotation are told at most.
const standsMost = 20

// stands tells everywhere that the words of a result stand: each place of a text,
// for every statement that has this text.
func (a search) stands(r *Quoted) {
	places := r.Places
	r.Places = nil
	for _, place := range places {
		for _, p := range a.corpus.origins[place.Source] {
			if (a.statement == "" || p.statement.ID == a.statement) && len(r.Stands) < standsMost {
				one := standing(p, place, r.Whole)
				c := p.cited(place.Start, place.End)
				if c == nil {
					one.Turn = p.turn(place.Start, place.End)
				} else {
					one.Party = c.fact.Party
				}
				one.SaidBy = a.corpus.namesOf(p, c, one.Turn)
				r.Stands, r.Places = append(r.Stands, one), append(r.Places, one.Place)
			}
		}
	}
}

func standing(p *origin, place quote.Place, whole bool) Standing {
	place.Source = p.source.ID
	if !whole {
		place.Paragraph = 0 // of a text that is not held
	}
	return Standing{Place: place, Statement: p.statement.Bare(), From: p.source.Bare(), Whole: whole}
}

// origin returns the first origin, among those that count, of what a key names.
func (a search) origin(key string) *origin {
	for _, p := range a.corpus.origins[key] {
		if a.statement == "" || p.statement.ID == a.statement {
			return p
		}
	}
	return nil
}

// fragment says what a result is worth that rests on the quote of a fact alone.
func (r *Quoted) fragment(held string) {
	r.Paragraph = 0 // of a text that is not held
	kept := slices.IndexFunc(r.Diff, func(op quote.Op) bool { return op.Op == quote.Dropped }) < 0
	inner := 0
	for _, op := range r.Diff {
		if op.Op == quote.Same {
			inner++
		}
	}
	r.Partly = r.Verdict == quote.Altered && kept && inner == 1 && len(r.Pieces) == 0 && r.Found == held
}

// searched lists the sources that count, of one statement or (if empty) of all.
func (v *corpus) searched(statement string) []Searched {
	var all []Searched
	for _, s := range v.statements {
		if statement != "" && s.ID != statement {
			continue
		}
		for _, source := range s.Sources {
			one := Searched{Statement: s.ID, Title: s.Title, Source: source.Bare(), Whole: source.Text != ""}
			for range citationsOf(s, source.ID) {
				one.Quotes++
			}
			if one.Whole || one.Quotes > 0 {
				all = append(all, one)
			}
		}
	}
	return all
}
