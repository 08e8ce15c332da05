// Package rows has vectors, row by row: their signs in memory, and their numbers there
// or, where there are many, in a file of its own that nobody else sees and that is gone
// when the program is. It must know no group and no question; kb/match calls it.
package rows

import (
	"verbatim/kb/meaning"
)

// Rows are vectors by number, from 0. Only one goroutine may change them, and none may
// read them meanwhile.
type Rows struct {
	signs  []meaning.Signs
	memory []int8 // the numbers of all, while they are few
	file   *File  // where they are when they are many; nil: they stay in memory
	blocks []int64
	kept   map[int]meaning.Vector // that could not be written
}

// New has no rows. With a file, they are there once they are more than some thousand.
func New(f *File) *Rows { return &Rows{file: f} }

// memoryMost is how many rows stay in memory: 1 MB of them.
const memoryMost = 4096

// Len is how many there are.
func (r *Rows) Len() int { return len(r.signs) }

// Signs are those of all rows.
func (r *Rows) Signs() []meaning.Signs { return r.signs }

// InMemory are all rows as a table for [meaning.Scan], and whether they are there.
func (r *Rows) InMemory() (table []int8, all bool) { return r.memory, r.blocks == nil }

// Put gives a row its vector: one that is there, or the next.
func (r *Rows) Put(at int, v *meaning.Vector) {
	if at == len(r.signs) {
		r.signs = append(r.signs, v.Signs())
	} else {
		r.signs[at] = v.Signs()
	}
	if r.blocks != nil {
		r.write(at, v)
		return
	}
	if at*meaning.Size == len(r.memory) {
		r.memory = append(r.memory, v[:]...)
	} else {
		copy(r.memory[at*meaning.Size:], v[:])
	}
	if r.file != nil && len(r.signs) > memoryMost {
		r.leaveMemory()
	}
}

// leaveMemory writes what is in memory to the file; where there can be none, all stays.
func (r *Rows) leaveMemory() {
	if !r.file.ready() {
		r.file = nil
		return
	}
	memory := r.memory
	r.memory, r.blocks = nil, []int64{}
	for at := range len(memory) / meaning.Size {
		r.write(at, (*meaning.Vector)(memory[at*meaning.Size:]))
	}
}

func (r *Rows) write(at int, v *meaning.Vector) {
	for at/blockRows >= len(r.blocks) {
		r.blocks = append(r.blocks, r.file.block())
	}
	delete(r.kept, at)
	if !r.file.write(r.place(at), v) {
		if r.kept == nil {
			r.kept = map[int]meaning.Vector{}
		}
		r.kept[at] = *v
	}
}

// place is where a row is in the file.
func (r *Rows) place(at int) int64 {
	return r.blocks[at/blockRows] + int64(at%blockRows)*meaning.Size
}

// Vector is that of a row. One that cannot be read is like nothing.
func (r *Rows) Vector(at int) (v meaning.Vector) {
	if r.blocks == nil {
		copy(v[:], r.memory[at*meaning.Size:])
		return v
	}
	if kept, ok := r.kept[at]; ok {
		return kept
	}
	r.file.read(r.place(at), &v)
	return v
}
