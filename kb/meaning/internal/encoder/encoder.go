// Package encoder turns a text into a point: the Universal Sentence Encoder,
// multilingual, version 3 (Yang et al. 2019, "Multilingual Universal Sentence
// Encoder for Semantic Retrieval"), the variant of convolutions. A piece's row,
// three convolutions over its neighbours, the sum over all pieces, and three
// dense layers.
package encoder

import (
	"cmp"
	"fmt"
	"sync"

	"verbatim/kb/meaning/internal/kernel"
	"verbatim/kb/meaning/internal/packed"
	"verbatim/kb/meaning/internal/pieces"
	"verbatim/kb/meaning/internal/rows"
	"verbatim/kb/meaning/internal/trie"
)

// The sizes of the encoder.
const (
	Size    = 512 // numbers of a row of the table, and of the vector of a text
	Chunks  = 17  // parts of the table, each with its own scale: row i is of part i mod 17
	branch  = 256 // numbers that a convolution gives
	joined  = 3 * branch
	feature = Size + joined
	narrow  = 320 // numbers between the dense layers
)

// A window is what a convolution sees: pieces, of which left stand before.
type window struct{ pieces, left int }

var windows = [3]window{{2, 0}, {3, 1}, {5, 2}}

// An Encoder is never changed after it is made, and may be used by any number of
// goroutines.
type Encoder struct {
	vocabulary *pieces.Vocabulary
	table      *rows.Table
	low, step  []float32 // of each chunk: a number's value is low + step × number
	epsilon    float32
	project    kernel.Matrix // of three branches beside each other
	projected  norm
	first      [3]kernel.Matrix
	second     [3]kernel.Matrix
	features   norm
	output     kernel.Matrix
	outputBias []float32        // of one piece
	dense      [6]kernel.Matrix // d0, d1, p1, d2, p3, d3
	scratch    sync.Pool
}

// A norm scales and moves what was brought to mean 0 and variance 1.
type norm struct{ gain, bias []float32 }

// Read makes an encoder of a packed file, whose bytes are read where they lie.
func Read(f *packed.File) (*Encoder, error) {
	e := &Encoder{}
	r := reader{file: f}
	e.vocabulary = r.vocabulary()
	e.table = r.table()
	e.low, e.step = r.floats("low", Chunks), r.floats("step", Chunks)
	e.epsilon = r.floats("epsilon", 1)[0]
	e.project = r.matrix("project", Size, joined, true)
	e.projected = norm{r.floats("projected.gain", joined), r.floats("projected.bias", joined)}
	for i, w := range windows {
		e.first[i] = r.matrix(fmt.Sprint("first", w.pieces), w.pieces*branch, branch, true)
		e.second[i] = r.matrix(fmt.Sprint("second", w.pieces), w.pieces*branch, branch, true)
	}
	e.features = norm{r.floats("features.gain", feature), r.floats("features.bias", feature)}
	e.output, e.outputBias = r.matrix("output", feature, Size, false), r.floats("output.bias", Size)
	for i, d := range Dense {
		e.dense[i] = r.matrix(d.Name, d.In, d.Out, false)
	}
	e.scratch.New = func() any { return new(scratch) }
	return e, r.err
}

// Dense are the last layers, by the names that the reference gives them.
var Dense = [6]struct {
	Name    string
	In, Out int
}{
	{"d0", Size, narrow},
	{"d1", narrow, narrow},
	{"p1", Size, narrow},
	{"d2", narrow, Size},
	{"p3", narrow, Size},
	{"d3", Size, Size},
}

// A reader reads sections until one is missing.
type reader struct {
	file *packed.File
	err  error
}

func (r *reader) section(name string) []byte {
	s, err := r.file.Section(name)
	r.err = cmp.Or(r.err, err)
	return s
}

// floats gives count numbers, zeros if there are not as many.
func (r *reader) floats(name string, count int) []float32 {
	f, err := r.file.Floats(name, count)
	r.err = cmp.Or(r.err, err)
	if err != nil {
		return make([]float32, count)
	}
	return f
}

// matrix reads a matrix; one without a bias adds nothing.
func (r *reader) matrix(name string, in, out int, bias bool) kernel.Matrix {
	weights, err := r.file.Bytes(name+".weights", in*out)
	r.err = cmp.Or(r.err, err)
	m := kernel.Matrix{In: in, Out: out, Weights: kernel.Signed(weights), Scale: r.floats(name+".scale", out)}
	if bias {
		m.Bias = r.floats(name+".bias", out)
	} else {
		m.Bias = make([]float32, out)
	}
	return m
}

func (r *reader) vocabulary() *pieces.Vocabulary {
	v, err := pieces.New(trie.Trie(r.section("pieces")), r.section("scores"), r.floats("least", 1)[0], r.section("charsmap"))
	r.err = cmp.Or(r.err, err)
	return v
}

func (r *reader) table() *rows.Table {
	t, err := rows.Read(Size, rows.Parts{
		Index: r.section("rows.index"), Offsets: r.section("rows.offsets"),
		Codes: r.section("rows.codes"), Data: r.section("rows.data"),
	})
	r.err = cmp.Or(r.err, err)
	return t
}
