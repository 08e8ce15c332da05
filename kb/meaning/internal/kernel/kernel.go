// Package kernel does the encoder's arithmetic: numbers of 16 bits times weights
// of 8 bits, summed in 32 bits. Sums of whole numbers are the same in whatever
// order they are added, so every kernel gives the same result.
package kernel

import (
	"math"
	"unsafe"
)

// Block is how many columns of a matrix lie together.
const Block = 16

// Limit is the largest number that a matrix is multiplied with. With weights of
// at most 127 and 1280 rows, a sum stays below 2^31.
const Limit = 8191

// A Matrix has weights of 8 bits, with a scale for each column. Its columns lie
// in blocks of 16; in a block, two rows at a time, the two weights of a column
// beside each other.
type Matrix struct {
	In, Out int // rows, an even number of at most 1280; columns, a multiple of 16
	Weights []int8
	Scale   []float32
}

// Pack lays out a matrix of whole numbers that is given row by row.
func Pack(in int, weights []int8, scale []float32) Matrix {
	m := Matrix{In: in, Out: len(scale), Weights: make([]int8, len(weights)), Scale: scale}
	for i, w := range weights {
		m.Weights[m.place(i/m.Out, i%m.Out)] = w
	}
	return m
}

func (m *Matrix) place(r, c int) int {
	return c/Block*Block*m.In + r/2*2*Block + c%Block*2 + r%2
}

// Quantise writes x as whole numbers up to Limit, and gives what they are to be
// multiplied with.
func Quantise(out []int16, x []float32) (scale float32) {
	largest := float32(0)
	for _, v := range x {
		largest = max(largest, abs(v))
	}
	if !(largest > 0) || largest > math.MaxFloat32 {
		clear(out[:len(x)])
		return 0
	}
	factor := Limit / largest
	for i, v := range x {
		out[i] = int16(math.Round(float64(v * factor)))
	}
	return largest / Limit
}

func abs(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ (1 << 31)) }

// multiplyPlain is Multiply without any instructions of a processor's own.
func multiplyPlain(out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	for r := range rows {
		in := x[r*stride:][:m.In]
		for c := 0; c < m.Out; c += Block {
			var sums [Block]int32
			weights := m.Weights[c*m.In:][:Block*m.In]
			for k := 0; k < m.In; k += 2 {
				a, b := int32(in[k]), int32(in[k+1])
				w := weights[k*Block:][:2*Block]
				for j := range sums {
					sums[j] += a*int32(w[2*j]) + b*int32(w[2*j+1])
				}
			}
			for j, s := range sums {
				out[r*m.Out+c+j] = float32(s) * (scale * m.Scale[c+j])
			}
		}
	}
}

// Multiply multiplies rows of numbers, each stride after the one before, with a
// matrix, and the result with scale. Rows may overlap.
func Multiply(out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	multiplyPlain(out, x, rows, stride, m, scale)
}

// Signed reads bytes as signed ones, where they lie.
func Signed(b []byte) []int8 {
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}

// Unsigned reads signed bytes as bytes, where they lie.
func Unsigned(b []int8) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}
