package quote

import (
	"verbatim/kb/quote/change"
	"verbatim/kb/quote/find"
)

// A breakage is a quotation with ellipses whose pieces do not stand in one
// text in that order, and how far it can be put together nevertheless.
type breakage struct {
	judging
	q      *find.Query
	pieces []*find.Query
	places [][]find.Passage // where each stands; empty if nowhere
	close  [][]find.Step    // of those, the nearest passage; nil if none is close
	home   int              // the text that has most of the quotation
	placed [][]find.Step    // what of home the pieces are, in order; nil for the others
}

// broken returns the result for such a quotation: altered, or not found.
func (s judging) broken(q *find.Query, pieces []*find.Query, places [][]find.Passage) Result {
	b := breakage{judging: s, q: q, pieces: pieces, places: places}
	stand := b.approach()
	b.settle()
	r := Result{Text: q.Text, Verdict: NotFound, Pieces: b.report()}
	r.Similarity = b.shared()
	if steps := s.Joined(q, b.placed); stand || b.home >= 0 && r.Similarity >= q.Near() {
		shared, marked := r.Similarity, false
		s.describe(&r, q, steps)
		r.Changes, marked = change.Of(s.Search, q, s.Held(b.home), steps)
		r.Differ = change.Differ(r.Changes)
		r.Verdict, r.Similarity = Altered, shared
		if own, editors := q.Own(); marked && q.HasMarks() && own >= ownLeast*len(pieces) && own >= editors {
			r.Verdict, r.Similarity = Edited, 1
		}
		r.Context = contexts(s.Held(b.home), b.atHome(r.Pieces))
	}
	return r
}

// approach finds the nearest passage of each piece that stands nowhere. It
// reports whether there was none.
func (b *breakage) approach() (stand bool) {
	stand = true
	b.close = make([][]find.Step, len(b.pieces))
	for i, p := range b.pieces {
		if len(b.places[i]) > 0 {
			continue
		}
		stand = false
		if steps := b.Nearest(p); b.Similarity(p, steps) >= p.Near() {
			at, _ := b.Passage(steps)
			b.close[i] = b.Whole(at, steps)
		}
	}
	return stand
}

// settle chooses the text that has most words of the pieces, and places there
// what is in order.
func (b *breakage) settle() {
	words := map[int]int{}
	for i, p := range b.pieces {
		for text := range b.textsOf(i) {
			words[text] += p.To - p.From
		}
	}
	b.home = -1
	for text, n := range words {
		if b.home < 0 || n > words[b.home] || n == words[b.home] && text < b.home {
			b.home = text
		}
	}
	b.placed = make([][]find.Step, len(b.pieces))
	if b.home >= 0 {
		b.put(0, len(b.pieces), b.Held(b.home).First, b.Held(b.home).Last)
	}
}

// put places the longest of some pieces that stands between two tokens of
// home, and the others before and after it.
func (b *breakage) put(from, to, low, high int) {
	longest := -1
	var at []find.Step
	for i := from; i < to; i++ {
		p := b.pieces[i]
		if longest >= 0 && p.To-p.From <= b.pieces[longest].To-b.pieces[longest].From {
			continue
		}
		if steps := b.inside(i, low, high); steps != nil {
			longest, at = i, steps
		}
	}
	if longest < 0 {
		return
	}
	b.placed[longest] = at
	p, _ := b.Passage(at)
	b.put(from, longest, low, p.From)
	b.put(longest+1, to, p.To, high)
}

// textsOf returns the texts that a piece, or something close to it, stands in.
func (b *breakage) textsOf(i int) map[int]bool {
	texts := map[int]bool{}
	for _, p := range b.places[i] {
		texts[p.Text] = true
	}
	if p, ok := b.Passage(b.close[i]); ok {
		texts[p.Text] = true
	}
	return texts
}

// inside returns how a piece stands at home between two tokens; nil if it does
// not.
func (b *breakage) inside(i, low, high int) []find.Step {
	for _, p := range b.places[i] {
		if p.Text == b.home && p.From >= low && p.To <= high {
			return b.Exactly(b.pieces[i], p, high)
		}
	}
	if p, ok := b.Passage(b.close[i]); ok && p.Text == b.home && p.From >= low && p.To <= high {
		return b.close[i]
	}
	return nil
}

// shared returns the similarity of the pieces with what they are at home; what
// the ellipses leave out does not count.
func (b *breakage) shared() float64 {
	var steps []find.Step
	for i, p := range b.pieces {
		if b.placed[i] != nil {
			steps = append(steps, b.placed[i]...)
			continue
		}
		for w := p.From; w < p.To; w++ {
			steps = append(steps, find.Step{Word: w, Token: -1})
		}
	}
	return b.Similarity(b.q, steps)
}

// report returns each piece with where it stands: at home if it does there.
func (b *breakage) report() []Piece {
	var all []Piece
	for i, p := range b.pieces {
		piece := Piece{Text: p.Text[p.Start:p.End], Verdict: NotFound}
		for n, at := range b.places[i] {
			if n == 0 || at.Text == b.home {
				piece = b.standing(p, at)
			}
			if at.Text == b.home {
				break
			}
		}
		if at, ok := b.Passage(b.close[i]); ok {
			t := b.Held(at.Text)
			piece.Verdict, piece.Source = Altered, t.Source
			piece.Start, piece.End = int(b.Token(at.From).Start), int(b.Token(at.To-1).End)
			piece.Found = t.Body[piece.Start:piece.End]
		}
		all = append(all, piece)
	}
	return all
}

// atHome returns the pieces that were placed.
func (b *breakage) atHome(all []Piece) []Piece {
	var home []Piece
	for i, p := range all {
		if b.placed[i] != nil {
			home = append(home, p)
		}
	}
	return home
}
