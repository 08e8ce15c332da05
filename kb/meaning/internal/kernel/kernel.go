// Package kernel does the encoder's arithmetic: numbers of 16 bits times weights
// of 8 bits, summed in 32 bits. Sums of whole numbers are the same in whatever
// order they are added, so every kernel gives the same ones.
//
// The kernels are C, for AVX-512 (with VNNI), AVX2 and any processor, of which one
// is chosen at run time; a program that is built without C gets one in Go.
package kernel

import (
	"math"
	"unsafe"
)

// Limit is the largest number that a matrix is multiplied with. With weights of
// at most 128 and 1280 rows, a sum stays below 2^31.
const Limit = 8191

const (
	block   = 16 // columns of a matrix that lie together
	columns = 32 // columns that a kernel may compute at once
	rows    = 1280
)

// A Matrix has weights of 8 bits, with a scale for each column. Its columns lie
// in blocks of 16; in a block, two rows at a time, the two weights of a column
// beside each other.
type Matrix struct {
	In, Out int // rows, an even number of at most 1280; columns, a multiple of 32
	Weights []int8
	Scale   []float32
}

// Pack lays out a matrix of whole numbers that is given row by row.
func Pack(in int, weights []int8, scale []float32) Matrix {
	m := Matrix{In: in, Out: len(scale), Weights: make([]int8, len(weights)), Scale: scale}
	for i, w := range weights {
		r, c := i/m.Out, i%m.Out
		m.Weights[c/block*block*in+r/2*2*block+c%block*2+r%2] = w
	}
	return m
}

// valid tells whether the kernels may compute with a matrix.
func (m *Matrix) valid() bool {
	return m.In > 0 && m.In <= rows && m.In%2 == 0 && m.Out > 0 && m.Out%columns == 0 &&
		len(m.Weights) == m.In*m.Out && len(m.Scale) == m.Out
}

// Multiply multiplies rows of numbers, each stride after the one before, with a
// matrix, and the result with scale. Rows may overlap. It panics if x or out is
// too short, or the matrix is not what it says.
func Multiply(out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	if rows < 1 || stride < 0 || !m.valid() || len(out) < rows*m.Out || len(x) < (rows-1)*stride+m.In {
		panic("kernel: the shapes of a multiplication do not fit")
	}
	multiply(level, out, x, rows, stride, m, scale)
}

// Width is how many numbers each vector has that Scan multiplies.
const Width = 256

// Scan writes to out, for each of its places, the sum of products of query and
// the vector of table at that place, times scale. It panics if table is too short.
func Scan(out []float32, query *[Width]int8, table []int8, scale float32) {
	if len(table)/Width < len(out) {
		panic("kernel: the table has fewer vectors than are asked for")
	}
	if len(out) > 0 {
		scan(level, out, query, table, scale)
	}
}

// Quantise writes x as whole numbers up to Limit, and gives what they are to be
// multiplied with. Where a number of x is none, or infinite, all become 0.
func Quantise(out []int16, x []float32) (scale float32) {
	largest := uint32(0) // Numbers without a sign are in the order of their bits.
	for _, v := range x {
		largest = max(largest, math.Float32bits(v)<<1)
	}
	most := math.Float32frombits(largest >> 1)
	factor := Limit / most
	if !(most <= math.MaxFloat32) || factor > math.MaxFloat32 {
		clear(out[:len(x)])
		return 0
	}
	out = out[:len(x)]
	for i, v := range x {
		// A float this large has no places behind the point, and the whole
		// number in its lowest bits.
		out[i] = int16(math.Float32bits(float32(v*factor) + 3<<22))
	}
	return most / Limit
}

// Signed reads bytes as signed ones, where they lie.
func Signed(b []byte) []int8 {
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}

// Unsigned reads signed bytes as bytes, where they lie.
func Unsigned(b []int8) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}
