package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/meaning"
)

// The kinds of words that a probe tells apart, in its order.
const (
	says = iota
	does
	who
	body
	record
	name
	place
	when
	joins
	other
	kindsMany
)

// Kinds are the kinds of words as files of examples name them.
var Kinds = []string{"says", "does", "who", "body", "text", "name", "place", "when", "joins", "other"}

// capitalised is the sense of a word with a capital inside of a sentence: it is no verb.
func (s *sense) capitalised() *sense {
	c := *s
	rest := 1.0
	for _, k := range []int{says, does, joins} {
		rest -= c.kind[k]
		c.kind[k] = 0
	}
	for k := range c.kind {
		c.kind[k] /= max(rest, 0.01)
	}
	return &c
}

// A sense is what is known of a word without its neighbours.
type sense struct {
	vector meaning.Vector
	kind   [kindsMany]float64 // how probably it is of each kind
	she    float64            // how probably it is of a woman, if of anybody
}

// A lexicon tells of what kind words are, each once.
type lexicon struct {
	words   *Words
	encoder *meaning.Encoder // nil: nothing is known of any word
	senses  map[string]*sense
}

func newLexicon(w *Words) *lexicon {
	l := &lexicon{words: w, senses: map[string]*sense{}}
	if e, err := meaning.Default(); err == nil && w != nil {
		l.encoder = e
	}
	return l
}

// of returns the sense of a word.
func (l *lexicon) of(word string) *sense {
	if s := l.senses[word]; s != nil {
		return s
	}
	s := &sense{}
	if l.encoder != nil {
		s.vector = l.encoder.Encode(word)
		copy(s.kind[:], l.words.Kinds.Probabilities(Wide(&s.vector)))
		s.she = l.words.She.Probabilities(Wide(&s.vector))[1]
		if rest := withoutAnd(word); rest != "" && l.of(rest).kind[says] > s.kind[says] {
			s = l.of(rest)
		}
	}
	l.senses[word] = s
	return s
}

// withoutAnd is an Arabic word without the conjunction that is written together with it;
// empty if there is none.
func withoutAnd(word string) string {
	for _, and := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(word, and); ok && len(rest) > 3*len(and) {
			return rest
		}
	}
	return ""
}

// vectorLength is how long the vectors of kb/meaning are.
const vectorLength = 400

// Wide is a vector as the probe of words takes it, of length 1.
func Wide(v *meaning.Vector) []float32 {
	wide := make([]float32, len(v))
	for i, x := range v {
		wide[i] = float32(x) / vectorLength
	}
	return wide
}

// cut cuts a run of Chinese characters, which has no spaces, into words: those that are
// known, the longest first; between them the pieces that the encoder reads, and those
// pieces of one character together that are of a kind without doubt. What is left are
// single characters, of which the names are made.
func (l *lexicon) cut(run string) []string {
	if l.encoder == nil {
		return []string{run}
	}
	var all []string
	start := 0
	for i := 0; i < len(run); {
		if n := l.known(run[i:]); n > 0 {
			all = append(append(all, l.pieces(run[start:i])...), run[i:i+n])
			i += n
			start = i
			continue
		}
		_, n := utf8.DecodeRuneInString(run[i:])
		i += n
	}
	return append(all, l.pieces(run[start:])...)
}

// known is how many bytes the longest known word has that some characters begin with; 0
// if there is none.
func (l *lexicon) known(run string) int {
	longest, runes := 0, 0
	for i := range run + " " {
		if _, ok := slices.BinarySearch(l.words.Han, run[:i]); ok {
			longest = i
		}
		if runes++; runes > knownMost {
			break
		}
	}
	return longest
}

// knownMost is how many characters a known word has at most.
const knownMost = 8

// pieces cuts characters into what the encoder reads as one, and puts those together
// that are one word.
func (l *lexicon) pieces(run string) []string {
	if run == "" {
		return nil
	}
	pieces := l.encoder.Cut(run)
	var all []string
	for i := 0; i < len(pieces); {
		n := 1
		for k := min(hanMost, len(pieces)-i); k > 1 && n == 1; k-- {
			if l.isWord(pieces[i : i+k]) {
				n = k
			}
		}
		all = append(all, strings.Join(pieces[i:i+n], ""))
		i += n
	}
	return all
}

// hanMost is how many characters a word has at most, and wordLeast how sure it must be
// that some characters are one; partMost is how sure it may be that all but the first or
// the last of them already are.
const (
	hanMost   = 3
	wordLeast = 0.9
	partMost  = 0.7
)

// isWord reports whether some characters are one word that is no name.
func (l *lexicon) isWord(pieces []string) bool {
	for _, p := range pieces {
		if len(p) > len("字") {
			return false
		}
	}
	return l.sure(pieces) >= wordLeast && l.sure(pieces[:len(pieces)-1]) < partMost && l.sure(pieces[1:]) < partMost
}

// sure is how surely some characters are one word that neither names nor only joins.
func (l *lexicon) sure(pieces []string) float64 {
	s := l.of(strings.Join(pieces, ""))
	return s.kind[says] + s.kind[who] + s.kind[body] + s.kind[record] + s.kind[when]
}

// bare is a word without the ending of a possessive and an article that is written
// together with it.
func bare(w string) string {
	t := strings.ToLower(w)
	for _, ending := range []string{"'s", "’s"} {
		t = strings.TrimSuffix(t, ending)
	}
	if i := strings.LastIndexAny(t, "'’"); i >= 0 && i <= len("qu'") && len(t)-i > 3 {
		_, rest, _ := strings.Cut(strings.ReplaceAll(t, "’", "'"), "'")
		return rest // l'opposant, d'après
	}
	return t
}
