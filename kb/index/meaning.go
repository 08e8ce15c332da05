package index

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"verbatim/kb"
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
	sum := sha256.Sum256(addTexts(nil, texts...))
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

// A window is so many words of a paragraph, or characters where words are not told
// apart by spaces; each begins in the middle of the one before, but see [spreadOf]. A
// whole paragraph blurs: of windows the right one was among the first three for 84
// questions of 100, of sentences for 78.
const (
	windowWords      = 14
	windowCharacters = 28
)

// Texts of more bytes than a book of laws has cost a minute to encode, word by word
// twice. In those that are longer than nearText windows stand side by side, and beyond
// wideText with half of one between them: what is between is found by its words.
const (
	nearText = 256 << 10
	wideText = 1 << 20
)

// spreadOf is how many halves of a window lie between the beginnings of two, in a text
// of so many bytes.
func spreadOf(bytes int) int {
	switch {
	case bytes > wideText:
		return 3
	case bytes > nearText:
		return 2
	}
	return 1
}

// windows cuts a paragraph into its windows, so far apart.
func windows(paragraph string, spread int) (all []string) {
	pieces, join, size := strings.Fields(paragraph), " ", windowWords
	if len([]rune(paragraph)) > 3*windowCharacters && len(pieces)*windowWords < len([]rune(paragraph)) {
		pieces, join, size = strings.Split(strings.Join(pieces, ""), ""), "", windowCharacters
	}
	for i := 0; i == 0 || i < len(pieces)-size/2; i += spread * size / 2 {
		all = append(all, strings.Join(pieces[i:min(i+size, len(pieces))], join))
	}
	return all
}

// Texts are all that is encoded of a statement, for vectors that are shipped with it.
func Texts(s *kb.Statement) (all []string) {
	for i := range s.Facts {
		asked, told := factTexts(&s.Facts[i])
		all = append(append(all, asked...), told...)
	}
	for i := range s.Sources {
		for _, p := range passagesOf(s.Sources[i].Text) {
			all = append(all, windows(p.words(), spreadOf(len(s.Sources[i].Text)))...)
		}
	}
	for i := range all {
		all[i] = text.Plain(all[i])
	}
	return all
}
