// Package meaning turns a text into a vector: texts of like meaning lie close, in
// whatever language. It writes nothing, so it can invent nothing.
//
// The encoder is the Universal Sentence Encoder, multilingual, version 3 (Yang et
// al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval";
// licence and source in NOTICE), for Arabic, Chinese, Dutch, English, French,
// German, Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Thai
// and Turkish.
//
// Encode gives the vector of a text, 256 bytes to be stored with the text and the
// encoder's Version; Cosine and Scan tell how alike vectors are, Signs roughly. What they cost:
//
//	go test -run NONE -bench . ./kb/meaning
package meaning

import (
	_ "embed"
	"sync"

	"verbatim/kb/meaning/internal/encoder"
	"verbatim/kb/meaning/internal/kernel"
	"verbatim/kb/meaning/internal/packed"
)

// The encoder's file is written by kb/meaning/repack, and read where it lies.
//
//go:embed weights.bin
var weights []byte

// An Encoder turns texts into vectors. It is never changed after it is made, and
// may be used by any number of goroutines.
type Encoder struct {
	encoder *encoder.Encoder
	shorten kernel.Matrix
	version string
}

// Default gives the encoder that the program carries. It is made at the first
// call, within some milliseconds. An error tells that the program was built with
// a damaged file.
func Default() (*Encoder, error) { return made() }

var made = sync.OnceValues(func() (*Encoder, error) { return read(weights) })

func read(data []byte) (*Encoder, error) {
	f, err := packed.Read(data)
	if err != nil {
		return nil, err
	}
	e, err := encoder.Read(f)
	if err != nil {
		return nil, err
	}
	numbers, err := f.Bytes("short.weights", encoder.Size*Size)
	if err != nil {
		return nil, err
	}
	scale, err := f.Floats("short.scale", Size)
	shorten := kernel.Matrix{In: encoder.Size, Out: Size, Weights: kernel.Signed(numbers), Scale: scale, Bias: make([]float32, Size)}
	return &Encoder{encoder: e, shorten: shorten, version: f.Version + revision}, err
}

// revision is to be raised with every change of the code that gives a text another
// vector.
const revision = "-1"

// Version changes whenever texts get other vectors: those of another version are
// to be computed anew, and never compared with those of this one.
func (e *Encoder) Version() string { return e.version }

// Encode gives the vector of text. Of a long text it reads the first 510 pieces,
// some 350 words, and no more than 8,192 bytes: a caller that wants the rest
// encodes it part by part. A long text's vector tells little of any one sentence
// in it; windows of some 14 words tell more.
func (e *Encoder) Encode(text string) Vector {
	var wide [encoder.Size]float32
	if !e.encoder.Encode(&wide, text) {
		return Vector{}
	}
	return e.short(&wide)
}

// Wide gives the vector that Encode makes short: 512 numbers of length 1.
func (e *Encoder) Wide(text string) *[encoder.Size]float32 {
	var out [encoder.Size]float32
	e.encoder.Encode(&out, text)
	return &out
}

// IsWord reports whether s is one piece of the encoder's vocabulary, and so is known
// to it as a word, or as good as one.
func (e *Encoder) IsWord(s string) bool { return len(e.encoder.Pieces(s)) == 1 }

// Cut cuts a text into the pieces that the encoder reads it in: of Chinese, which has no
// spaces, they are about its words. A text with characters that have another usual form
// is one piece.
func (e *Encoder) Cut(text string) []string {
	var all []string
	start := 0
	for _, end := range e.encoder.Ends(text) {
		all = append(all, text[start:end])
		start = end
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}
