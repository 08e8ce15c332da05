package rows

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// Parts are what a table is written as.
type Parts struct {
	Index, Offsets, Codes, Data []byte
}

type counts [symbols]int

// rounds is how often rows choose among the codes and the codes are made anew of
// the rows that chose them. After ten rounds the table shrinks no more.
const rounds = 12

// Write packs rows of numbers below 64, with at most 16 codes. Which row is
// written with which code is found by turns, as k-means finds its means.
func Write(rows [][]uint8, codes int) (Parts, error) {
	tallies := make([]counts, len(rows))
	for i, row := range rows {
		for _, v := range row {
			if v >= symbols {
				return Parts{}, errors.New("a number of the table is too large")
			}
			tallies[i][v]++
		}
	}
	chosen, lengths := choose(tallies, codes)
	return write(rows, chosen, lengths)
}

// choose gives each row's code, and the lengths of every code. The first choice
// is by how much the numbers of a row differ.
func choose(tallies []counts, codes int) (chosen []int, lengths [][symbols]uint8) {
	chosen = make([]int, len(tallies))
	order := make([]int, len(tallies))
	for i := range order {
		order[i] = i
	}
	spread := make([]float64, len(tallies))
	for i := range tallies {
		spread[i] = entropy(&tallies[i])
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(spread[a], spread[b]) })
	for rank, row := range order {
		chosen[row] = rank * codes / len(order)
	}
	for range rounds {
		lengths = make([][symbols]uint8, codes)
		for c := range lengths {
			lengths[c] = code(sum(tallies, chosen, c))
		}
		for i := range tallies {
			chosen[i] = cheapest(&tallies[i], lengths)
		}
	}
	return chosen, lengths
}

func entropy(c *counts) float64 {
	total, sum := 0, 0.0
	for _, n := range c {
		total += n
	}
	for _, n := range c {
		if n > 0 {
			sum -= float64(n) * math.Log2(float64(n)/float64(total))
		}
	}
	return sum
}

// sum adds the tallies of the rows with a code. Each symbol counts once at least:
// any row can be written with any code.
func sum(tallies []counts, chosen []int, c int) (all counts) {
	for s := range all {
		all[s] = 1
	}
	for i := range tallies {
		if chosen[i] == c {
			for s, n := range tallies[i] {
				all[s] += n
			}
		}
	}
	return all
}

func cheapest(tally *counts, lengths [][symbols]uint8) int {
	best, least := 0, math.MaxInt
	for c := range lengths {
		bits := 0
		for s, n := range tally {
			bits += n * int(lengths[c][s])
		}
		if bits < least {
			best, least = c, bits
		}
	}
	return best
}

// code gives the lengths of Huffman's code. Rare symbols count as more than they
// are until no length is over 12 bits.
func code(all counts) [symbols]uint8 {
	for floor := 1; ; floor *= 2 {
		raised := all
		for s := range raised {
			raised[s] = max(raised[s], floor)
		}
		if l := huffman(raised); slices.Max(l[:]) <= longest {
			return l
		}
	}
}

// A node is a part of Huffman's tree: the symbols below it and how often they
// occur.
type node struct {
	count   int
	symbols []int
}

func huffman(all counts) (lengths [symbols]uint8) {
	var nodes []node
	for s, n := range all {
		nodes = append(nodes, node{n, []int{s}})
	}
	for len(nodes) > 1 {
		slices.SortStableFunc(nodes, func(a, b node) int { return cmp.Compare(b.count, a.count) })
		rarest := nodes[len(nodes)-1]
		nodes = nodes[:len(nodes)-1]
		second := &nodes[len(nodes)-1]
		second.count += rarest.count
		second.symbols = append(second.symbols, rarest.symbols...)
		for _, s := range second.symbols {
			lengths[s]++
		}
	}
	return lengths
}

func write(rows [][]uint8, chosen []int, lengths [][symbols]uint8) (p Parts, err error) {
	words := make([][symbols]uint16, len(lengths))
	for c := range lengths {
		p.Codes = append(p.Codes, lengths[c][:]...)
		words[c] = canonical(lengths[c])
	}
	for i, row := range rows {
		if i%group == 0 {
			p.Offsets = binary.LittleEndian.AppendUint32(p.Offsets, uint32(len(p.Data)))
		}
		start := len(p.Data)
		p.Data = encode(p.Data, row, words[chosen[i]], lengths[chosen[i]])
		size := len(p.Data) - start
		if size >= 1<<longest || chosen[i] > 15 {
			return p, errors.New("a row of the table is too long")
		}
		p.Index = binary.LittleEndian.AppendUint16(p.Index, uint16(size|chosen[i]<<longest))
	}
	p.Data = append(p.Data, make([]byte, slack)...)
	return p, nil
}

// canonical gives the words of a code: counting upward, shorter ones first.
func canonical(lengths [symbols]uint8) (words [symbols]uint16) {
	next := 0
	for bits := 1; bits <= longest; bits++ {
		for s, l := range lengths {
			if int(l) == bits {
				words[s] = uint16(next >> (longest - bits))
				next += 1 << (longest - bits)
			}
		}
	}
	return words
}

func encode(out []byte, row []uint8, words [symbols]uint16, lengths [symbols]uint8) []byte {
	window, have := uint64(0), 0
	for _, v := range row {
		window = window<<lengths[v] | uint64(words[v])
		have += int(lengths[v])
		for have >= 8 {
			have -= 8
			out = append(out, byte(window>>have))
		}
	}
	if have > 0 {
		out = append(out, byte(window<<(8-have)))
	}
	return out
}
