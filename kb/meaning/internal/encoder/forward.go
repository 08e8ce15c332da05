package encoder

import (
	"math"
	"slices"
	"unicode/utf8"

	"verbatim/kb/meaning/internal/kernel"
	"verbatim/kb/meaning/internal/pieces"
)

// A scratch is memory for encoding one text, used again for the next.
type scratch struct {
	cut      pieces.Scratch
	ids      []int32
	packed   [Size]uint8
	rows     []float32    // Size numbers a piece
	branches [3][]float32 // branch numbers a piece
	out      []float32    // what is computed
	whole    []int16      // what a matrix is multiplied with
}

// What of a text is read: this many bytes, and of their pieces this many, start
// and end included.
const (
	mostBytes  = 8192
	mostPieces = 512
)

// Pieces gives the ids of text's pieces, without start and end.
func (e *Encoder) Pieces(text string) []int32 {
	s := e.scratch.Get().(*scratch)
	defer e.scratch.Put(s)
	return slices.Clone(e.vocabulary.Cut(&s.cut, text))
}

// Ends gives where in text each of its pieces ends; nothing if some of its characters
// have another usual form.
func (e *Encoder) Ends(text string) []int {
	s := e.scratch.Get().(*scratch)
	defer e.scratch.Put(s)
	return e.vocabulary.Ends(&s.cut, text)
}

// Encode writes the vector of text, of length 1. It gives false if no piece of the
// text is known: the vector then is that of start and end alone, or the same for
// many texts.
func (e *Encoder) Encode(out *[Size]float32, text string) bool {
	s := e.scratch.Get().(*scratch)
	defer e.scratch.Put(s)
	cut := e.vocabulary.Cut(&s.cut, beginning(text))
	s.ids = append(s.ids[:0], pieces.Start)
	s.ids = append(s.ids, cut[:min(len(cut), mostPieces-2)]...)
	s.ids = append(s.ids, pieces.End)
	e.embed(s)
	e.branch(s)
	var sum [feature]float32
	e.sum(s, &sum)
	e.finish(s, out, &sum)
	return e.vocabulary.Known(s.ids[1 : len(s.ids)-1])
}

// beginning gives the bytes that are read, without half a character at the end.
func beginning(text string) string {
	if len(text) <= mostBytes {
		return text
	}
	end := mostBytes
	for end > mostBytes-utf8.UTFMax && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

func sized[T any](s []T, size int) []T {
	if cap(s) < size {
		return make([]T, size)
	}
	return s[:size]
}

// embed writes each piece's row.
func (e *Encoder) embed(s *scratch) {
	s.rows = sized(s.rows, len(s.ids)*Size)
	for i, id := range s.ids {
		e.table.Row(s.packed[:], int(id))
		low, step := e.low[id%Chunks], e.step[id%Chunks]
		out := s.rows[i*Size:][:Size]
		for j, v := range s.packed {
			out[j] = low + step*float32(v)
		}
	}
}

// branch computes the three convolutions, each twice over its neighbours, the
// second time over what the first gave.
func (e *Encoder) branch(s *scratch) {
	n := len(s.ids)
	s.out = sized(s.out, n*joined)
	s.whole = sized(s.whole, n*Size)
	scale := kernel.Quantise(s.whole, s.rows)
	kernel.Multiply(s.out, s.whole, n, Size, &e.project, scale)
	kernel.Norm(s.out, e.projected.gain, e.projected.bias, e.epsilon)
	for i := range s.branches {
		s.branches[i] = sized(s.branches[i], n*branch)
		for t := range n {
			copy(s.branches[i][t*branch:][:branch], s.out[t*joined+i*branch:])
		}
	}
	s.whole = sized(s.whole, (n+2*margin)*branch)
	clear(s.whole[:margin*branch])
	clear(s.whole[(n+margin)*branch:])
	for i, w := range windows {
		e.convolve(s, s.branches[i], w, &e.first[i])
		e.convolve(s, s.branches[i], w, &e.second[i])
	}
}

// margin is how many pieces of zeros stand before and behind a text's: as many as
// a window may reach beyond it.
const margin = 2

// convolve adds to each piece's numbers what a matrix makes of them and of its
// neighbours'.
func (e *Encoder) convolve(s *scratch, x []float32, w window, m *kernel.Matrix) {
	scale := kernel.Quantise(s.whole[margin*branch:], x)
	kernel.Multiply(s.out[:len(x)], s.whole[(margin-w.left)*branch:], len(s.ids), branch, m, scale)
	kernel.AddPositive(x, s.out[:len(x)])
}

// sum writes the sum of all pieces' features: the row and the branches, one norm
// over all.
func (e *Encoder) sum(s *scratch, out *[feature]float32) {
	s.out = sized(s.out, len(s.ids)*feature)
	for t := range s.ids {
		row := s.out[t*feature:][:feature]
		copy(row, s.rows[t*Size:][:Size])
		for i, b := range s.branches {
			copy(row[Size+i*branch:], b[t*branch:][:branch])
		}
	}
	kernel.Norm(s.out, e.features.gain, e.features.bias, e.epsilon)
	kernel.Sum(out[:], s.out)
}

// finish makes the vector of the sum of n pieces.
func (e *Encoder) finish(s *scratch, out *[Size]float32, sum *[feature]float32) {
	var mean, z [Size]float32
	var y, y2 [narrow]float32
	n := float32(len(s.ids))
	e.apply(s, mean[:], sum[:], &e.output)
	for i := range mean {
		mean[i] = (mean[i] + n*e.outputBias[i]) / float32(math.Sqrt(float64(n)))
	}
	e.apply(s, y[:], mean[:], &e.dense[0])
	positive(y[:])
	e.apply(s, y2[:], y[:], &e.dense[1])
	e.apply(s, y[:], mean[:], &e.dense[2])
	add(y[:], y2[:])
	positive(y[:])
	e.apply(s, z[:], y[:], &e.dense[3])
	positive(z[:])
	e.apply(s, out[:], z[:], &e.dense[5])
	e.apply(s, z[:], y[:], &e.dense[4])
	add(out[:], z[:])
	unit(out, e.epsilon)
}

// unit bends the numbers of a vector to between -1 and 1, and brings it to length
// 1.
func unit(v *[Size]float32, epsilon float32) {
	square := 0.0
	for i := range v {
		v[i] = float32(math.Tanh(float64(v[i])))
		square += float64(v[i]) * float64(v[i])
	}
	length := float32(math.Sqrt(max(square, float64(epsilon))))
	for i := range v {
		v[i] /= length
	}
}

// apply multiplies one row with a matrix.
func (e *Encoder) apply(s *scratch, out, in []float32, m *kernel.Matrix) {
	s.whole = sized(s.whole, len(in))
	scale := kernel.Quantise(s.whole, in)
	kernel.Multiply(out, s.whole, 1, 0, m, scale)
}

func add(out, in []float32) {
	for i, v := range in {
		out[i] += v
	}
}

func positive(x []float32) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}
