// Package encode gives the vectors of texts: those that are shipped, those that a store
// has of a record, and what the encoder of kb/meaning makes of the others. It must never
// encode what is there, nor take the vectors of other texts for those of these. It knows
// no fact; kb/index calls it.
package encode

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"verbatim/kb/meaning"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A Reader gives the vectors of texts: those that are known, and what an encoder
// makes of the others, which takes about a millisecond for each.
type Reader struct {
	Encoder *meaning.Encoder
	Known   *meaning.Known // nil: every text is encoded
}

// Vector is the meaning of a text, in whatever way it was typed.
func (r Reader) Vector(s string) meaning.Vector {
	plain := text.Plain(s)
	if v, ok := r.Known.Find(plain); ok {
		return v
	}
	return r.Encoder.Encode(plain)
}

// Read gives the vectors of a record's texts: those that are kept, if they were made
// of the same texts, or new ones, and then what to keep of them.
func (r Reader) Read(key store.Key, texts []string, kept *store.Vectors) (vectors []meaning.Vector, made *store.Vectors) {
	hash := hashTexts(texts)
	if kept != nil && kept.Texts == hash && len(kept.Blob) == len(texts)*meaning.Size {
		vectors = make([]meaning.Vector, len(texts))
		for i := range vectors {
			copy(vectors[i].Bytes(), kept.Blob[i*meaning.Size:])
		}
		return vectors, nil
	}
	vectors = make([]meaning.Vector, len(texts))
	missing := r.find(vectors, texts)
	if len(missing) == 0 {
		return vectors, nil
	}
	distinct := slices.Collect(maps.Keys(missing))
	for i, v := range r.Encoder.EncodeAll(distinct) {
		for _, place := range missing[distinct[i]] {
			vectors[place] = v
		}
	}
	made = &store.Vectors{Key: key, Encoder: r.Encoder.Version(), Texts: hash, Blob: make([]byte, 0, len(texts)*meaning.Size)}
	for i := range vectors {
		made.Blob = append(made.Blob, vectors[i].Bytes()...)
	}
	return vectors, made
}

// find sets the vectors of the texts that are known, and gives the places of the others.
// A text that is there many times, such as the line of a form, is encoded once.
func (r Reader) find(vectors []meaning.Vector, texts []string) (missing map[string][]int) {
	missing = map[string][]int{}
	for i, t := range texts {
		plain, ok := text.Plain(t), false
		if vectors[i], ok = r.Known.Find(plain); !ok {
			missing[plain] = append(missing[plain], i)
		}
	}
	return missing
}

func hashTexts(texts []string) string {
	sum := sha256.Sum256(text.AddTexts(nil, texts...))
	return hex.EncodeToString(sum[:])
}
