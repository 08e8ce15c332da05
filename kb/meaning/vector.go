package meaning

import (
	"math"

	"verbatim/kb/meaning/internal/encoder"
	"verbatim/kb/meaning/internal/kernel"
)

// Size is how many numbers a Vector has, and how many bytes it is kept in.
const Size = 256

// A Vector is the meaning of a text: 256 numbers of 8 bits, from -127 to 127. All
// vectors have the same length, so that of two the sum of products alone tells
// how alike they are. That of a text without a word, a number or a mark
// that the encoder knows is all zeros: it is like nothing.
type Vector [Size]int8

// unit is how long a vector is. A number beyond 127 is cut: one in a million is.
const unit = 400

// Cosine is how alike two vectors are: 1 for the same meaning, 0 for none in
// common, seldom below. Of questions that had no part in choosing the 256
// numbers, it is 0.018 from what 512 numbers give (root mean square;
// TestShortVectorsTellWhatWideOnesDo).
func Cosine(a, b *Vector) float32 {
	var out [1]float32
	Scan(a, b[:], out[:])
	return out[0]
}

// Scan writes to out how alike query is to each vector of table, as Cosine does.
// The table has the vectors one after the other, 256 numbers each, and at least as
// many as out has places: with fewer, Scan panics.
func Scan(query *Vector, table []int8, out []float32) {
	kernel.Scan(out, (*[Size]int8)(query), table, 1./(unit*unit))
}

// Bytes gives the numbers as they are stored, a byte each. They are those of v,
// not a copy.
func (v *Vector) Bytes() []byte { return kernel.Unsigned(v[:]) }

// short makes a vector of 512 numbers.
func (e *Encoder) short(wide *[encoder.Size]float32) (v Vector) {
	var whole [encoder.Size]int16
	var numbers [Size]float32
	scale := kernel.Quantise(whole[:], wide[:])
	kernel.Multiply(numbers[:], whole[:], 1, 0, &e.shorten, scale)
	square := 0.0
	for _, n := range numbers {
		square += float64(n) * float64(n)
	}
	if square == 0 {
		return v
	}
	factor := unit / math.Sqrt(square)
	for i, n := range numbers {
		v[i] = int8(min(max(math.RoundToEven(float64(n)*factor), -127), 127))
	}
	return v
}
