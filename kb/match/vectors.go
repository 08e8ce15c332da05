package match

import (
	"slices"

	"verbatim/kb/meaning"
)

// A Likeness is how near what is said of a group comes to the meaning of a question:
// the cosine of the nearest of its phrasings, and of the nearest of what else is
// said of it. A group that has none of either is as far as can be: 0.
type Likeness struct{ Phrased, Told float32 }

// sum is the likeness that groups are ranked by: what is asked counts whole, what is
// told half.
func (l Likeness) sum() float32 { return l.Phrased + toldCounts*l.Told }

// toldCounts is flat from 0.3 to 0.7 on few phrasings.
const toldCounts = 0.5

// vectors are those of the groups of one owner, row by row.
type vectors struct {
	rows  []int8   // one vector after the other
	slot  []uint32 // by row: its group's slot, doubled, and 1 more for what is told; noSlot if free
	free  []uint32 // rows
	ids   []int32  // by slot: the group; negative if free
	slots map[int32]uint32
	of    map[int32][]uint32 // rows of a group
	spare []uint32           // slots
}

const noSlot = 1<<32 - 1

func newVectors() *vectors {
	return &vectors{slots: map[int32]uint32{}, of: map[int32][]uint32{}}
}

// put makes a group's vectors those that it has from now on.
func (v *vectors) put(g *Group) {
	v.remove(g.ID)
	if len(g.Vectors)+len(g.Told) == 0 {
		return
	}
	slot := uint32(len(v.ids))
	if n := len(v.spare); n > 0 {
		slot, v.spare = v.spare[n-1], v.spare[:n-1]
		v.ids[slot] = g.ID
	} else {
		v.ids = append(v.ids, g.ID)
	}
	v.slots[g.ID] = slot
	for i := range g.Vectors {
		v.add(g.ID, 2*slot, &g.Vectors[i])
	}
	for i := range g.Told {
		v.add(g.ID, 2*slot+1, &g.Told[i])
	}
}

func (v *vectors) add(group int32, slot uint32, row *meaning.Vector) {
	at := uint32(len(v.slot))
	if n := len(v.free); n > 0 {
		at, v.free = v.free[n-1], v.free[:n-1]
		copy(v.rows[at*meaning.Size:], row[:])
		v.slot[at] = slot
	} else {
		v.rows, v.slot = append(v.rows, row[:]...), append(v.slot, slot)
	}
	v.of[group] = append(v.of[group], at)
}

func (v *vectors) remove(group int32) {
	slot, ok := v.slots[group]
	if !ok {
		return
	}
	for _, row := range v.of[group] {
		v.slot[row] = noSlot
	}
	v.free = append(v.free, v.of[group]...)
	v.ids[slot] = -1
	v.spare = append(v.spare, slot)
	delete(v.slots, group)
	delete(v.of, group)
}

// likenesses are those of all groups that count, for one question.
type likenesses struct {
	of    map[int32]Likeness
	best  []int32 // groups, the most alike first
	means Likeness
}

// nearestGroups is how many groups are candidates for their likeness alone.
const nearestGroups = 12

// likenesses compares a question with all that its owners' groups say.
// Rows that are out are left aside.
func (x *Index) likenesses(q *Question, allow func(group int32) bool, out map[uint32]bool) likenesses {
	l := likenesses{of: map[int32]Likeness{}}
	if q.Vector == nil {
		return l
	}
	for owner, v := range x.vectors {
		if q.Owners == nil || slices.Contains(q.Owners, owner) {
			v.compare(q.Vector, allow, out, &l)
		}
	}
	n := float32(max(len(l.of), 1))
	l.means.Phrased /= n
	l.means.Told /= n
	return l
}

// compare adds the likenesses of these vectors' groups.
func (v *vectors) compare(q *meaning.Vector, allow func(group int32) bool, out map[uint32]bool, l *likenesses) {
	near := make([]Likeness, len(v.ids))
	cosines := make([]float32, len(v.slot))
	meaning.Scan(q, v.rows, cosines)
	for i, cos := range cosines {
		slot := v.slot[i]
		if slot == noSlot || out[uint32(i)] {
			continue
		}
		if of := &near[slot/2]; slot%2 == 0 {
			of.Phrased = max(of.Phrased, cos)
		} else {
			of.Told = max(of.Told, cos)
		}
	}
	for slot, id := range v.ids {
		if id < 0 || !allow(id) {
			continue
		}
		l.of[id] = near[slot]
		l.means.Phrased += near[slot].Phrased
		l.means.Told += near[slot].Told
		l.rank(id)
	}
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
	own, other := l.of[group], Likeness{}
	for _, g := range l.best {
		if of := l.of[g]; g != group {
			other.Phrased, other.Told = max(other.Phrased, of.Phrased), max(other.Told, of.Told)
		}
	}
	s.Phrased, s.Told = float64(own.Phrased), float64(own.Told)
	s.PhrasedGap, s.ToldGap = float64(own.Phrased-other.Phrased), float64(own.Told-other.Told)
	s.PhrasedLift, s.ToldLift = float64(own.Phrased-l.means.Phrased), float64(own.Told-l.means.Told)
}

// Vectors are copies of those that a group has.
func (x *Index) Vectors(group int32) (asked, told []meaning.Vector) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	v := x.vectors[x.owner[group]]
	if v == nil {
		return nil, nil
	}
	for _, row := range v.of[group] {
		vector := meaning.Vector(v.rows[row*meaning.Size : (row+1)*meaning.Size])
		if v.slot[row]%2 == 0 {
			asked = append(asked, vector)
		} else {
			told = append(told, vector)
		}
	}
	return asked, told
}
