// Package pieces cuts a text into the pieces of a SentencePiece vocabulary
// (Kudo and Richardson 2018), as Google's library does: characters mapped by the
// vocabulary's own map, then the most likely sequence of pieces (the unigram
// model of Kudo 2018, found by Viterbi's algorithm).
package pieces

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"unsafe"

	"verbatim/kb/meaning/internal/trie"
)

// Ids that the vocabulary gives to no text: a run of characters that it does not
// know, the start of a text and its end.
const (
	Unknown = 0
	Start   = 1
	End     = 2
)

// A Vocabulary cuts texts into pieces. It is never changed after it is made.
type Vocabulary struct {
	keys    trie.Trie
	scores  []byte // a float32 a piece: the logarithm of its likelihood
	unknown float32
	space   int32 // the id of a space alone
	mapping mapping
}

// New makes a vocabulary of its parts, which are read where they lie: the pieces
// as keys with their ids, a score for each (float32, little-endian), the least
// score that a piece of text has, and the map of characters as SentencePiece
// stores it.
func New(keys trie.Trie, scores []byte, least float32, charsmap []byte) (*Vocabulary, error) {
	if len(charsmap) < 4 || len(charsmap)-4 < int(binary.LittleEndian.Uint32(charsmap)) {
		return nil, errors.New("the vocabulary's map of characters is damaged")
	}
	size := binary.LittleEndian.Uint32(charsmap)
	replacements := charsmap[4+size:]
	_, alone := keys.Longest(space)
	return &Vocabulary{
		keys: keys, scores: scores, unknown: least - unknownPenalty, space: int32(alone),
		mapping: mapping{
			keys:         trie.Trie(charsmap[4 : 4+size]),
			replacements: unsafe.String(unsafe.SliceData(replacements), len(replacements)),
		},
	}, nil
}

// unknownPenalty is what an unknown character is less likely than the least
// likely piece (SentencePiece, unigram_model.cc).
const unknownPenalty = 10

// A Scratch is memory that Cut uses again and again; one goroutine at a time.
type Scratch struct {
	text []byte
	best []ending
	ids  []int32
}

// An ending is the most likely sequence of pieces that ends at a byte.
type ending struct {
	score float32
	start int32 // of its last piece, below 0 if nothing ends here yet
	id    int32
}

// Cut gives the ids of text's pieces, without start and end, valid until the
// scratch is used again. An empty text has none. The time is proportional to the
// length of the text: no piece is longer than 48 bytes.
func (v *Vocabulary) Cut(s *Scratch, text string) []int32 {
	s.text = v.mapping.normalise(s.text[:0], text)
	v.walk(s)
	return s.trace()
}

// Known tells whether any of the pieces of a text is more than a space or a run of
// characters that the vocabulary does not know.
func (v *Vocabulary) Known(ids []int32) bool {
	return slices.ContainsFunc(ids, func(id int32) bool { return id != Unknown && id != v.space })
}

// Ends gives where in text each of its pieces ends; nothing if the pieces are of a text
// with other bytes, because some characters have another usual form.
func (v *Vocabulary) Ends(s *Scratch, text string) []int {
	v.Cut(s, text)
	space := len(s.text) - len(text)
	if space < 0 || string(s.text[space:]) != text {
		return nil
	}
	var ends []int
	for at := int32(len(s.text)); int(at) > space; at = s.best[at].start {
		ends = append(ends, int(at)-space)
	}
	slices.Reverse(ends)
	return ends
}

// walk finds the best ending at every byte.
func (v *Vocabulary) walk(s *Scratch) {
	s.best = s.best[:0]
	for range len(s.text) + 1 {
		s.best = append(s.best, ending{start: -1})
	}
	root := v.keys.Root()
	for at := 0; at < len(s.text); {
		here := s.best[at].score
		width := min(characterLength(s.text[at]), len(s.text)-at)
		single := false
		node := root
		for end := at; end < len(s.text); {
			next, ends, ok := v.keys.Next(node, s.text[end])
			if !ok {
				break
			}
			node = next
			end++
			if !ends {
				continue
			}
			id := v.keys.Value(node)
			s.best[end].offer(float64(v.score(id))+float64(here), at, int32(id))
			single = single || end-at == width
		}
		if !single {
			s.best[at+width].offer(float64(v.unknown+here), at, Unknown)
		}
		at += width
	}
}

// offer takes a sequence if none that is at least as likely was offered before.
// It compares before it rounds, as Google's library does: among the same pieces
// in another order, the last digit decides.
func (e *ending) offer(score float64, start int, id int32) {
	if e.start < 0 || score > float64(e.score) {
		*e = ending{float32(score), int32(start), id}
	}
}

// trace follows the best endings from the end of the text. Unknown characters
// beside each other are one piece.
func (s *Scratch) trace() []int32 {
	s.ids = s.ids[:0]
	for at := int32(len(s.text)); at > 0; at = s.best[at].start {
		id := s.best[at].id
		if n := len(s.ids); id != Unknown || n == 0 || s.ids[n-1] != Unknown {
			s.ids = append(s.ids, id)
		}
	}
	slices.Reverse(s.ids)
	return s.ids
}

func (v *Vocabulary) score(id uint32) float32 {
	if int(4*id+4) > len(v.scores) {
		return v.unknown
	}
	return math.Float32frombits(binary.LittleEndian.Uint32(v.scores[4*id:]))
}

// characterLength is how many bytes a character has that begins with b.
func characterLength(b byte) int {
	switch {
	case b < 0xC0:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}
