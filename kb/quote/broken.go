package quote

// A breakage is a quotation with ellipses whose pieces do not stand in one
// text in that order, and how far it can be put together nevertheless.
type breakage struct {
	*search
	q      *query
	pieces []*query
	places [][]passage // where each stands; empty if nowhere
	close  [][]step    // of those, the nearest passage; nil if none is close
	home   int         // the text that has most of the quotation
	placed [][]step    // what of home the pieces are, in order; nil for the others
}

// broken returns the result for such a quotation: altered, or not found.
func (s *search) broken(q *query, pieces []*query, places [][]passage) Result {
	b := breakage{search: s, q: q, pieces: pieces, places: places}
	stand := b.approach()
	b.settle()
	r := Result{Text: q.text, Verdict: NotFound, Pieces: b.report()}
	r.Similarity = b.shared()
	if steps := s.joined(q, b.placed); stand || b.home >= 0 && r.Similarity >= q.near() {
		shared, marked := r.Similarity, false
		s.describe(&r, q, steps)
		r.Changes, marked = s.changes(q, &s.texts[b.home], steps)
		r.Differ = differ(r.Changes)
		r.Verdict, r.Similarity = Altered, shared
		if own, editors := q.own(); marked && q.hasMarks() && own >= ownLeast*len(pieces) && own >= editors {
			r.Verdict, r.Similarity = Edited, 1
		}
		r.Context = s.texts[b.home].contexts(b.atHome(r.Pieces))
	}
	if r.Why = why(r); stand {
		r.Why = b.disorder()
	}
	return r
}

// approach finds the nearest passage of each piece that stands nowhere. It
// reports whether there was none.
func (b *breakage) approach() (stand bool) {
	stand = true
	b.close = make([][]step, len(b.pieces))
	for i, p := range b.pieces {
		if len(b.places[i]) > 0 {
			continue
		}
		stand = false
		if steps := b.nearest(p); b.similarity(p, steps) >= p.near() {
			at, _ := b.passage(steps)
			b.close[i] = b.whole(at, steps)
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
			words[text] += p.to - p.from
		}
	}
	b.home = -1
	for text, n := range words {
		if b.home < 0 || n > words[b.home] || n == words[b.home] && text < b.home {
			b.home = text
		}
	}
	b.placed = make([][]step, len(b.pieces))
	if b.home >= 0 {
		b.put(0, len(b.pieces), b.texts[b.home].first, b.texts[b.home].last)
	}
}

// put places the longest of some pieces that stands between two tokens of
// home, and the others before and after it.
func (b *breakage) put(from, to, low, high int) {
	longest := -1
	var at []step
	for i := from; i < to; i++ {
		p := b.pieces[i]
		if longest >= 0 && p.to-p.from <= b.pieces[longest].to-b.pieces[longest].from {
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
	p, _ := b.passage(at)
	b.put(from, longest, low, p.from)
	b.put(longest+1, to, p.to, high)
}

// textsOf returns the texts that a piece, or something close to it, stands in.
func (b *breakage) textsOf(i int) map[int]bool {
	texts := map[int]bool{}
	for _, p := range b.places[i] {
		texts[p.text] = true
	}
	if p, ok := b.passage(b.close[i]); ok {
		texts[p.text] = true
	}
	return texts
}

// inside returns how a piece stands at home between two tokens; nil if it does
// not.
func (b *breakage) inside(i, low, high int) []step {
	for _, p := range b.places[i] {
		if p.text == b.home && p.from >= low && p.to <= high {
			return b.exactly(b.pieces[i], p, high)
		}
	}
	if p, ok := b.passage(b.close[i]); ok && p.text == b.home && p.from >= low && p.to <= high {
		return b.close[i]
	}
	return nil
}

// shared returns the similarity of the pieces with what they are at home; what
// the ellipses leave out does not count.
func (b *breakage) shared() float64 {
	var steps []step
	for i, p := range b.pieces {
		if b.placed[i] != nil {
			steps = append(steps, b.placed[i]...)
			continue
		}
		for w := p.from; w < p.to; w++ {
			steps = append(steps, step{w, -1, false})
		}
	}
	return b.similarity(b.q, steps)
}

// report returns each piece with where it stands: at home if it does there.
func (b *breakage) report() []Piece {
	var all []Piece
	for i, p := range b.pieces {
		piece := Piece{Text: p.text[p.start:p.end], Verdict: NotFound}
		for n, at := range b.places[i] {
			if n == 0 || at.text == b.home {
				piece = b.standing(p, at)
			}
			if at.text == b.home {
				break
			}
		}
		if at, ok := b.passage(b.close[i]); ok {
			t := &b.texts[at.text]
			piece.Verdict, piece.Source = Altered, t.Source
			piece.Start, piece.End = int(b.tokens[at.from].start), int(b.tokens[at.to-1].end)
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

// disorder says why pieces that all stand somewhere are not spliced.
func (b *breakage) disorder() string {
	for i := range b.pieces {
		if !b.textsOf(i)[b.home] {
			return "The pieces around the ellipsis stand in different sources."
		}
	}
	return "The pieces around the ellipsis stand in the source, but not in this order."
}
