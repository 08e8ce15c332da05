package match

import (
	"verbatim/kb/match/rows"
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
	rows  *rows.Rows
	slot  []uint32 // by row: its group's slot, doubled, and 1 more for what is told; noSlot if free
	free  []uint32 // rows
	ids   []int32  // by slot: the group; negative if free
	slots map[int32]uint32
	of    map[int32][]uint32 // rows of a group
	spare []uint32           // slots
}

const noSlot = 1<<32 - 1

func newVectors(f *rows.File) *vectors {
	return &vectors{rows: rows.New(f), slots: map[int32]uint32{}, of: map[int32][]uint32{}}
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
		v.slot[at] = slot
	} else {
		v.slot = append(v.slot, slot)
	}
	v.rows.Put(int(at), row)
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

// Vectors are copies of those that a group has.
func (x *Index) Vectors(group int32) (asked, told []meaning.Vector) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	v := x.vectors[x.owner[group]]
	if v == nil {
		return nil, nil
	}
	for _, row := range v.of[group] {
		vector := v.rows.Vector(int(row))
		if v.slot[row]%2 == 0 {
			asked = append(asked, vector)
		} else {
			told = append(told, vector)
		}
	}
	return asked, told
}
