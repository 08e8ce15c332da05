package trie

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Build writes a trie of keys, in ascending order of their bytes, each with the
// value at its place. Keys have at least one byte and no byte 0.
func Build(keys []string, values []uint32) (Trie, error) {
	if len(keys) != len(values) || !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) {
		return nil, errors.New("the keys of a trie are not in order, or lack values")
	}
	b := &builder{keys: keys, values: values}
	b.grow()
	b.used[0], b.bases[0] = true, true
	if err := b.place(0, 0, len(keys), 0); err != nil {
		return nil, err
	}
	out := make(Trie, 4*len(b.units))
	for i, u := range b.units {
		if !b.used[i] {
			u = leaf // No byte leads here, not even 0.
		}
		binary.LittleEndian.PutUint32(out[4*i:], u)
	}
	return out, nil
}

// A builder fills units block by block, 256 at a time: all children of a node
// stand in one block.
type builder struct {
	keys   []string
	values []uint32
	units  []uint32
	used   []bool // units that are taken
	bases  []bool // places that are the base of a node's children already
	free   []int  // of each block, the units that are not taken
}

// open is how many blocks are tried for a place: older ones stay as full as
// they are.
const open = 16

func (b *builder) grow() {
	b.units = append(b.units, make([]uint32, 256)...)
	b.used = append(b.used, make([]bool, 256)...)
	b.bases = append(b.bases, make([]bool, 256)...)
	b.free = append(b.free, 256)
}

// place writes the children of the unit at parent: of the keys from first to
// last, which have their first depth bytes in common.
func (b *builder) place(parent uint32, first, last, depth int) error {
	labels, starts := b.split(first, last, depth)
	base := b.base(labels)
	offset := parent ^ base
	if offset >= 1<<21 {
		return errors.New("the trie has too many keys")
	}
	b.units[parent] |= offset << 10
	for _, l := range labels {
		b.used[base^uint32(l)] = true
		b.free[base>>8]--
	}
	if labels[0] == 0 {
		b.units[parent] |= hasLeaf
		b.units[base] = b.values[first] | leaf
	}
	for i, l := range labels {
		if l == 0 {
			continue
		}
		b.units[base^uint32(l)] |= uint32(l)
		if err := b.place(base^uint32(l), starts[i], starts[i+1], depth+1); err != nil {
			return err
		}
	}
	return nil
}

// split gives the bytes that follow the first depth ones, 0 for a key that ends
// there, and where the keys of each begin; the last start is the end.
func (b *builder) split(first, last, depth int) (labels []byte, starts []int) {
	for i := first; i < last; i++ {
		var l byte
		if len(b.keys[i]) > depth {
			l = b.keys[i][depth]
		}
		if len(labels) == 0 || labels[len(labels)-1] != l {
			labels, starts = append(labels, l), append(starts, i)
		}
	}
	return labels, append(starts, last)
}

// base finds a place from which all labels lead to units that are free.
func (b *builder) base(labels []byte) uint32 {
	for block := max(0, len(b.free)-open); ; block++ {
		if block == len(b.free) {
			b.grow()
		}
		if b.free[block] < len(labels) {
			continue
		}
		for base := block << 8; base < (block+1)<<8; base++ {
			if !b.bases[base] && b.fits(uint32(base), labels) {
				b.bases[base] = true
				return uint32(base)
			}
		}
	}
}

func (b *builder) fits(base uint32, labels []byte) bool {
	for _, l := range labels {
		if b.used[base^uint32(l)] {
			return false
		}
	}
	return true
}
