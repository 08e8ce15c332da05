// Package trie finds the keys that a text begins with. A trie is one run of
// bytes that is read where it lies: an array of units of 32 bits, as Darts-clone
// writes it (Yata, "Dictionary compression by double array", and the library's
// darts.h), because the vocabulary's own normalisation map comes in that form.
package trie

import "encoding/binary"

// The bits of a unit: its label below, whether a key ends here, the way to its
// children above. A unit with the highest bit holds the value of a key.
const (
	labelBits = 0xFF
	hasLeaf   = 1 << 8
	extended  = 1 << 9
	leaf      = 1 << 31
)

// A Trie maps keys to values below 2^31. Walking it never reads beyond it, even
// where its bytes are damaged.
type Trie []byte

// A Node is a place in a trie: what was read so far is the beginning of a key.
type Node uint32

// Root is where a key begins. A trie without units gives a node without children.
func (t Trie) Root() Node {
	if len(t) < 4 {
		return 0
	}
	return Node(children(t.unit(0)))
}

// Next reads one byte. It gives false if no key goes on with it.
func (t Trie) Next(n Node, b byte) (next Node, ends, ok bool) {
	at := uint32(n) ^ uint32(b)
	if int(at) >= len(t)/4 {
		return 0, false, false
	}
	u := t.unit(at)
	if u&(leaf|labelBits) != uint32(b) {
		return 0, false, false
	}
	return Node(at ^ children(u)), u&hasLeaf != 0, true
}

// Value is that of the key that ends at n.
func (t Trie) Value(n Node) uint32 {
	if int(n) >= len(t)/4 {
		return 0
	}
	return t.unit(uint32(n)) &^ leaf
}

// Longest gives the length and the value of the longest key that text begins
// with, and a length of 0 if it begins with none.
func (t Trie) Longest(text string) (length int, value uint32) {
	n := t.Root()
	for i := range len(text) {
		next, ends, ok := t.Next(n, text[i])
		if !ok {
			break
		}
		if n = next; ends {
			length, value = i+1, t.Value(n)
		}
	}
	return length, value
}

func (t Trie) unit(i uint32) uint32 { return binary.LittleEndian.Uint32(t[4*i:]) }

// children is what the place of a unit is to be combined with to come to its
// children.
func children(u uint32) uint32 { return u >> 10 << (u & extended >> 6) }
