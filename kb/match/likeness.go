package match

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/kb/meaning"
)

// likenesses are those of the groups that count, for one question.
type likenesses struct {
	of    map[int32]Likeness // of those that were compared
	best  []int32            // groups, the most alike first
	means Likeness
	rest  func(group int32) Likeness // of another one
}

// nearestGroups is how many groups are candidates for their likeness alone.
const nearestGroups = 12

// likenesses compares a question with what its owners' groups say.
// Rows that are out are left aside.
func (x *Index) likenesses(q *Question, allow func(group int32) bool, out map[uint32]bool) likenesses {
	l := likenesses{of: map[int32]Likeness{}, rest: func(int32) Likeness { return Likeness{} }}
	if q.Vector == nil {
		return l
	}
	var means mean
	for owner, v := range x.vectors {
		switch table, inMemory := v.rows.InMemory(); {
		case q.Owners != nil && !slices.Contains(q.Owners, owner):
		case inMemory && v.rows.Len() <= scannedMost:
			means.add(v.compare(q.Vector, table, allow, out, &l))
		default:
			means.add(v.shortlist(q.Vector, allow, out, &l))
			l.rest = func(group int32) Likeness { return x.likeness(q, group, out) }
		}
	}
	l.means = means.value()
	return l
}

// likeness compares a question with one group.
func (x *Index) likeness(q *Question, group int32, out map[uint32]bool) Likeness {
	owner := x.owner[group]
	if v := x.vectors[owner]; v != nil && (q.Owners == nil || slices.Contains(q.Owners, owner)) {
		return v.likeness(q.Vector, group, out)
	}
	return Likeness{}
}

// at is the likeness of a group, compared before or not.
func (l *likenesses) at(group int32) Likeness {
	if of, ok := l.of[group]; ok {
		return of
	}
	return l.rest(group)
}

// A mean is that of likenesses, each for so many groups.
type mean struct {
	sum    Likeness
	groups float32
}

func (m *mean) add(o mean) {
	m.sum.Phrased += o.sum.Phrased
	m.sum.Told += o.sum.Told
	m.groups += o.groups
}

func (m *mean) value() Likeness {
	n := max(m.groups, 1)
	return Likeness{m.sum.Phrased / n, m.sum.Told / n}
}

// scannedMost is how many rows are all compared: some milliseconds of work. Of more,
// signs tell first which are worth it.
const scannedMost = 1 << 16

// compare adds the likenesses of all of these vectors' groups.
func (v *vectors) compare(q *meaning.Vector, table []int8, allow func(group int32) bool, out map[uint32]bool, l *likenesses) (m mean) {
	near := make([]Likeness, len(v.ids))
	cosines := make([]float32, len(v.slot))
	meaning.Scan(q, table, cosines)
	for i, cos := range cosines {
		if slot := v.slot[i]; slot != noSlot && !out[uint32(i)] {
			near[slot/2].raise(slot, cos)
		}
	}
	for slot, id := range v.ids {
		if id < 0 || !allow(id) {
			continue
		}
		l.of[id] = near[slot]
		m.add(mean{near[slot], 1})
		l.rank(id)
	}
	return m
}

// raise takes in the cosine of a row, whose slot says what it is.
func (l *Likeness) raise(slot uint32, cos float32) {
	if slot%2 == 0 {
		l.Phrased = max(l.Phrased, cos)
	} else {
		l.Told = max(l.Told, cos)
	}
}

// likeness is that of one group, from its rows.
func (v *vectors) likeness(q *meaning.Vector, group int32, out map[uint32]bool) (l Likeness) {
	for _, row := range v.of[group] {
		if !out[row] {
			vector := v.rows.Vector(int(row))
			l.raise(v.slot[row], meaning.Cosine(q, &vector))
		}
	}
	return l
}

// What is compared of very many rows. A list of 2 % has what is most alike for 99 of
// 100 questions (TestAShortlistHasWhatIsMostAlike of kb/meaning); the mean is that of
// some groups.
const (
	shortlistPart  = 50 // one row in so many
	shortlistLeast = 256
	shortlistMost  = 8192
	meanOf         = 128
)

// shortlist adds the likenesses of the groups whose signs are nearest to the question's,
// and gives the mean of some, for as many as there are.
func (v *vectors) shortlist(q *meaning.Vector, allow func(group int32) bool, out map[uint32]bool, l *likenesses) (m mean) {
	for _, group := range v.nearest(q, allow, out) {
		l.of[group] = v.likeness(q, group, out)
		l.rank(group)
	}
	step := max(len(v.ids)/meanOf, 1)
	for slot := 0; slot < len(v.ids); slot += step {
		if id := v.ids[slot]; id >= 0 && allow(id) {
			m.add(mean{v.likeness(q, id, out), 1})
		}
	}
	return m
}

// nearest are groups that have one of the rows that are most alike, by their signs
// first and then by their numbers: twice as many as are asked for, for a group may be
// alike in what it is asked and in what it tells.
// Where few of those count, as in a statement among very many, all that do are compared.
func (v *vectors) nearest(q *meaning.Vector, allow func(group int32) bool, out map[uint32]bool) []int32 {
	distances, within := v.distances(q, out)
	most := v.most(q, distances, within, allow)
	if len(most) < nearestGroups {
		most = v.most(q, distances, notCounted-1, allow)
	}
	slots := slices.SortedFunc(maps.Keys(most), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(most[b], most[a]), cmp.Compare(a, b))
	})
	slots = slots[:min(len(slots), 2*nearestGroups)]
	groups := make([]int32, len(slots))
	for i, slot := range slots {
		groups[i] = v.ids[slot]
	}
	return groups
}

// most is the cosine of the nearest row of each group, by its slot, of the rows that are
// within a distance.
func (v *vectors) most(q *meaning.Vector, distances []uint8, within uint8, allow func(group int32) bool) map[uint32]float32 {
	most, refused := map[uint32]float32{}, map[uint32]bool{}
	for row, d := range distances {
		slot := v.slot[row] / 2
		if d > within || refused[slot] {
			continue
		}
		cos, known := most[slot]
		if !known && !allow(v.ids[slot]) {
			refused[slot] = true
			continue
		}
		vector := v.rows.Vector(row)
		most[slot] = max(cos, meaning.Cosine(q, &vector))
	}
	return most
}

// notCounted is the distance of a row that does not count.
const notCounted = 255

// distances are in how many signs each row differs from a question, and within which
// the shortlist lies.
func (v *vectors) distances(q *meaning.Vector, out map[uint32]bool) (distances []uint8, within uint8) {
	signs := q.Signs()
	distances = make([]uint8, len(v.slot))
	var tally [notCounted + 1]int
	for row := range distances {
		d := uint8(notCounted)
		if v.slot[row] != noSlot && !out[uint32(row)] {
			d = uint8(min(signs.Apart(&v.rows.Signs()[row]), notCounted-1))
		}
		distances[row] = d
		tally[d]++
	}
	left := min(max(len(v.slot)/shortlistPart, shortlistLeast), shortlistMost)
	for within < notCounted-1 && tally[within] < left {
		left -= tally[within]
		within++
	}
	return distances, within
}

// rank puts a group in its place among the best.
func (l *likenesses) rank(group int32) {
	i := len(l.best)
	for i > 0 && l.of[group].sum() > l.of[l.best[i-1]].sum() {
		i--
	}
	if i < nearestGroups {
		l.best = slices.Insert(l.best, i, group)
		l.best = l.best[:min(len(l.best), nearestGroups)]
	}
}

// signals are what the likenesses say of a group.
func (l *likenesses) signals(s *Signals, group int32) {
	if len(l.of) == 0 {
		return
	}
	own, other := l.at(group), Likeness{}
	for _, g := range l.best {
		if of := l.of[g]; g != group {
			other.Phrased, other.Told = max(other.Phrased, of.Phrased), max(other.Told, of.Told)
		}
	}
	s.Phrased, s.Told = float64(own.Phrased), float64(own.Told)
	s.PhrasedGap, s.ToldGap = float64(own.Phrased-other.Phrased), float64(own.Told-other.Told)
	s.PhrasedLift, s.ToldLift = float64(own.Phrased-l.means.Phrased), float64(own.Told-l.means.Told)
}
