// Package rows keeps a large table of small numbers short: each row is written
// with a Huffman code (Huffman 1952), canonical and of at most 12 bits, which is
// one of a few that all rows share. Any row can be read on its own.
package rows

import (
	"encoding/binary"
	"errors"
)

const (
	symbols = 64 // a number is below this
	longest = 12 // bits of a code
	group   = 32 // rows whose place is counted from one offset
	slack   = 8  // bytes behind the last row, which reading may touch
)

// A Table is read where its bytes lie, from any number of goroutines.
type Table struct {
	width   int
	index   []byte // of each row: bits 0 to 11 its bytes, 12 to 15 its code
	offsets []byte // of each group: where its first row begins
	data    []byte
	codes   [][1 << longest]entry
}

// An entry says what the next bits of a row are.
type entry struct{ symbol, bits uint8 }

// Read makes a table of rows of width numbers of its parts, as Write gave them.
func Read(width int, p Parts) (*Table, error) {
	t := &Table{width: width, index: p.Index, offsets: p.Offsets, data: p.Data}
	if len(p.Codes) < symbols || len(p.Codes)%symbols != 0 || len(p.Data) < slack ||
		len(p.Offsets)/4 < (t.Len()+group-1)/group {
		return nil, errors.New("the table of rows is damaged")
	}
	t.codes = make([][1 << longest]entry, len(p.Codes)/symbols)
	for i := range t.codes {
		fill(&t.codes[i], p.Codes[i*symbols:][:symbols])
	}
	return t, nil
}

// fill writes down, for every run of 12 bits, the symbol that it begins with, of
// a canonical code that is given by the length of each symbol's.
func fill(table *[1 << longest]entry, lengths []byte) {
	next := 0
	for bits := 1; bits <= longest; bits++ {
		for symbol, l := range lengths {
			if int(l) != bits {
				continue
			}
			run := 1 << (longest - bits)
			for i := next; i < min(next+run, len(table)); i++ {
				table[i] = entry{uint8(symbol), uint8(bits)}
			}
			next += run
		}
	}
}

// Len is how many rows there are.
func (t *Table) Len() int { return len(t.index) / 2 }

// Row writes the numbers of row i to out, which has the table's width: zeros if
// there is no such row, any numbers where the bytes are damaged.
func (t *Table) Row(out []uint8, i int) {
	if i < 0 || i >= t.Len() {
		clear(out)
		return
	}
	at := int(binary.LittleEndian.Uint32(t.offsets[i/group*4:]))
	for j := i - i%group; j < i; j++ {
		at += int(t.head(j) & 0xFFF)
	}
	code := &t.codes[int(t.head(i)>>longest)%len(t.codes)]
	decode(out[:t.width], t.data, at, code)
}

func (t *Table) head(i int) uint16 { return binary.LittleEndian.Uint16(t.index[2*i:]) }

// decode reads the bits of one row, the highest of a byte first.
func decode(out []uint8, data []byte, at int, code *[1 << longest]entry) {
	var window uint64 // the bits not yet read, from the highest down
	have := 0
	for i := range out {
		if have < longest {
			if at > len(data)-4 {
				return
			}
			window |= uint64(binary.BigEndian.Uint32(data[at:])) << (32 - have)
			at += 4
			have += 32
		}
		e := code[window>>(64-longest)]
		out[i] = e.symbol
		window <<= e.bits & 63
		have -= int(e.bits)
	}
}
