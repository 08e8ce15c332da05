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
	rows     []float32 // Size numbers a piece
	piece    [feature]float32
	branches []float32 // joined numbers a piece
	out      []float32 // of the layer that is computed
	whole    []int16   // what a layer is multiplied with
	vector   [feature]float32
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
	e.sum(s)
	e.finish(s, out)
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
	s.branches = sized(s.branches, n*joined)
	s.out = sized(s.out, n*branch)
	s.whole = sized(s.whole, n*Size)
	scale := kernel.Quantise(s.whole, s.rows)
	kernel.Multiply(s.branches, s.whole, n, Size, &e.project.Matrix, scale)
	for i := range n {
		row := s.branches[i*joined:][:joined]
		add(row, e.project.bias)
		e.projected.apply(row, e.epsilon)
	}
	s.whole = sized(s.whole, (n+4)*branch)
	for i := range windows {
		e.convolve(s, &e.first[i], i)
		e.convolve(s, &e.second[i], i)
	}
}

// convolve adds to each piece's part of branch i what a layer makes of it and its
// neighbours. Beyond the ends of the text there are zeros.
func (e *Encoder) convolve(s *scratch, l *layer, i int) {
	n, w := len(s.ids), windows[i]
	clear(s.whole)
	for t := range n {
		copy(s.out[t*branch:][:branch], s.branches[t*joined+i*branch:][:branch])
	}
	scale := kernel.Quantise(s.whole[w.left*branch:], s.out[:n*branch])
	kernel.Multiply(s.out, s.whole, n, branch, &l.Matrix, scale)
	for t := range n {
		part := s.branches[t*joined+i*branch:][:branch]
		for j, v := range s.out[t*branch:][:branch] {
			part[j] += max(v+l.bias[j], 0)
		}
	}
}

// sum adds the features of all pieces: the row and the branches, one norm over
// all.
func (e *Encoder) sum(s *scratch) {
	clear(s.vector[:])
	row := s.piece[:]
	for i := range s.ids {
		copy(row, s.rows[i*Size:][:Size])
		copy(row[Size:], s.branches[i*joined:][:joined])
		e.features.apply(row, e.epsilon)
		add(s.vector[:], row)
	}
}

// finish makes the vector of the sum.
func (e *Encoder) finish(s *scratch, out *[Size]float32) {
	var mean, z, z2 [Size]float32
	var y, y2 [narrow]float32
	n := float32(len(s.ids))
	e.apply(s, mean[:], s.vector[:], &e.output)
	for i := range mean {
		mean[i] = (mean[i] + n*e.output.bias[i]) / float32(math.Sqrt(float64(n)))
	}
	e.apply(s, y[:], mean[:], &e.dense[0])
	positive(y[:])
	e.apply(s, y2[:], y[:], &e.dense[1])
	e.apply(s, y[:], mean[:], &e.dense[2])
	add(y[:], y2[:])
	positive(y[:])
	e.apply(s, z[:], y[:], &e.dense[3])
	positive(z[:])
	e.apply(s, z2[:], y[:], &e.dense[4])
	e.apply(s, out[:], z[:], &e.dense[5])
	add(out[:], z2[:])
	var square float64
	for i, v := range out {
		out[i] = float32(math.Tanh(float64(v)))
		square += float64(out[i]) * float64(out[i])
	}
	length := float32(math.Sqrt(max(square, float64(e.epsilon))))
	for i := range out {
		out[i] /= length
	}
}

// apply multiplies one row with a layer.
func (e *Encoder) apply(s *scratch, out, in []float32, l *layer) {
	s.whole = sized(s.whole, len(in))
	scale := kernel.Quantise(s.whole, in)
	kernel.Multiply(out, s.whole, 1, 0, &l.Matrix, scale)
}

// apply brings a row to mean 0 and variance 1 (Ba, Kiros and Hinton 2016, "Layer
// Normalization"), scales and moves it. A row has a multiple of four numbers; four
// sums at once do not wait for each other.
func (n *norm) apply(row []float32, epsilon float32) {
	var a, b, c, d, aa, bb, cc, dd float64
	for rest := row; len(rest) >= 4; rest = rest[4:] {
		w, x, y, z := float64(rest[0]), float64(rest[1]), float64(rest[2]), float64(rest[3])
		a, b, c, d = a+w, b+x, c+y, d+z
		aa, bb, cc, dd = aa+w*w, bb+x*x, cc+y*y, dd+z*z
	}
	count := float64(len(row))
	mean := (a + b + c + d) / count
	variance := max((aa+bb+cc+dd)/count-mean*mean, 0)
	factor := float32(1 / math.Sqrt(variance+float64(epsilon)))
	shift := float32(mean)
	gain, bias := n.gain[:len(row)], n.bias[:len(row)]
	for i, v := range row {
		row[i] = (v-shift)*factor*gain[i] + bias[i]
	}
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
