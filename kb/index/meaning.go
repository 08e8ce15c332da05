package index

import (
	"crypto/sha256"
	"encoding/hex"

	"verbatim/kb"
	"verbatim/kb/meaning"
	"verbatim/kb/passage"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// A Reader gives the vectors of texts: those that are known, and what an encoder
// makes of the others, which takes about a millisecond for each.
type Reader struct {
	Encoder *meaning.Encoder
	Known   *meaning.Known // nil: every text is encoded
}

// Usual encodes with what the program carries, and knows no vectors.
func Usual() Reader {
	encoder, err := meaning.Default()
	if err != nil {
		panic("the program is not whole: " + err.Error())
	}
	return Reader{Encoder: encoder}
}

// Vector is the meaning of a text, in whatever way it was typed.
func (r Reader) Vector(s string) meaning.Vector {
	plain := text.Plain(s)
	if v, ok := r.Known.Find(plain); ok {
		return v
	}
	return r.Encoder.Encode(plain)
}

// read gives the vectors of a record's texts: those that are kept, if they were made
// of the same texts, or new ones, and then what to keep of them.
func (r Reader) read(key store.Key, texts []string, kept *store.Vectors) (vectors []meaning.Vector, made *store.Vectors) {
	hash := hashTexts(texts)
	if kept != nil && kept.Texts == hash && len(kept.Blob) == len(texts)*meaning.Size {
		vectors = make([]meaning.Vector, len(texts))
		for i := range vectors {
			copy(vectors[i].Bytes(), kept.Blob[i*meaning.Size:])
		}
		return vectors, nil
	}
	vectors = make([]meaning.Vector, len(texts))
	var missing []string
	var places []int
	for i, t := range texts {
		plain, ok := text.Plain(t), false
		if vectors[i], ok = r.Known.Find(plain); !ok {
			missing, places = append(missing, plain), append(places, i)
		}
	}
	if len(missing) == 0 {
		return vectors, nil
	}
	for i, v := range r.Encoder.EncodeAll(missing) {
		vectors[places[i]] = v
	}
	made = &store.Vectors{Key: key, Encoder: r.Encoder.Version(), Texts: hash, Blob: make([]byte, 0, len(texts)*meaning.Size)}
	for i := range vectors {
		made.Blob = append(made.Blob, vectors[i].Bytes()...)
	}
	return vectors, made
}

func hashTexts(texts []string) string {
	sum := sha256.Sum256(text.AddTexts(nil, texts...))
	return hex.EncodeToString(sum[:])
}

// factTexts are the texts by whose meaning a fact is found: what it is asked, and
// what it tells.
func factTexts(f *kb.Fact) (asked, told []string) {
	asked = append([]string{f.Question}, f.AlsoAsked...)
	told = []string{f.Answer}
	for _, c := range f.Citations {
		if c.Quote != "" {
			told = append(told, c.Quote)
		}
	}
	return asked, told
}

// Texts are all that is encoded of a statement, for vectors that are shipped with it.
func Texts(s *kb.Statement) (all []string) {
	for i := range s.Facts {
		asked, told := factTexts(&s.Facts[i])
		all = append(append(all, asked...), told...)
	}
	for i := range s.Sources {
		all = append(all, passage.Texts(s.Sources[i].Text)...)
	}
	for i := range all {
		all[i] = text.Plain(all[i])
	}
	return all
}
