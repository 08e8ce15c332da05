// Package kernel does the encoder's arithmetic: numbers of 16 bits times weights
// of 8 bits, summed in 32 bits. Sums of whole numbers are the same in whatever
// order they are added; sums of floats differ in the last digits from kernel to
// kernel.
//
// The kernels are C, for AVX-512 (with VNNI), AVX2 and any processor, of which one
// is chosen at run time; a program that is built without C gets one in Go.
package kernel

import "unsafe"

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
	Bias    []float32 // what is added to each column
}

// Pack lays out the weights of a matrix with so many rows, which are given row by
// row.
func Pack(rows int, weights []int8) []int8 {
	out, packed := len(weights)/rows, make([]int8, len(weights))
	for i, w := range weights {
		r, c := i/out, i%out
		packed[c/block*block*rows+r/2*2*block+c%block*2+r%2] = w
	}
	return packed
}

// valid tells whether the kernels may compute with a matrix.
func (m *Matrix) valid() bool {
	return m.In > 0 && m.In <= rows && m.In%2 == 0 && m.Out > 0 && m.Out%columns == 0 &&
		len(m.Weights) == m.In*m.Out && len(m.Scale) == m.Out && len(m.Bias) == m.Out
}

// Multiply multiplies rows of numbers, each stride after the one before, with a
// matrix, the result with scale, and adds the bias. Rows may overlap. It panics if x or out is
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
	if len(x) == 0 || len(out) < len(x) {
		panic("kernel: there is no room for whole numbers")
	}
	return quantise(level, out, x)
}

// Norm brings each row of x to mean 0 and variance 1 (Ba, Kiros and Hinton 2016,
// "Layer Normalization"), multiplies it with gain and adds bias. A row has as many
// numbers as gain, a multiple of 16.
func Norm(x, gain, bias []float32, epsilon float32) {
	if len(x) == 0 || len(gain) == 0 || len(gain)%block != 0 || len(gain) != len(bias) || len(x)%len(gain) != 0 {
		panic("kernel: the shapes of a norm do not fit")
	}
	norm(level, x, gain, bias, epsilon)
}

// AddPositive adds to x what is above 0 of y.
func AddPositive(x, y []float32) {
	if len(x) == 0 || len(x) != len(y) {
		panic("kernel: there are fewer numbers than are to be added")
	}
	addPositive(level, x, y)
}

// Sum writes to out the sum of the rows of x, which are as long as out.
func Sum(out, x []float32) {
	if len(x) == 0 || len(out) == 0 || len(x)%len(out) != 0 {
		panic("kernel: the shapes of a sum do not fit")
	}
	sum(level, out, x)
}

// Signed reads bytes as signed ones, where they lie.
func Signed(b []byte) []int8 {
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}

// Unsigned reads signed bytes as bytes, where they lie.
func Unsigned(b []int8) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(b))), len(b))
}
