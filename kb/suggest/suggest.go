// Package suggest completes what is being typed with known questions that fit.
//
// It must never suggest what does not fit, nor what no [index.View] gave it. kb/library
// asks it.
package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/match"
	"verbatim/kb/text"
)

// suggestionsMost is how many choices Discord shows.
const suggestionsMost = 25

// fuzzyMost bounds the questions that fuzzy matching sees: it takes about a
// microsecond for each.
const fuzzyMost = 2000

// Questions gives at most 25 known questions that fit typed, the best first; the
// first known ones when nothing is typed yet, a server's own before the shared.
// Statement, if not empty, keeps to one statement. Typed may be a part of a
// question, with slips; from three words on, one that means the same; or, of one word,
// letters of a question in order. None is given that fits in no such way.
func Questions(v *index.View, typed, statement string) []kb.Suggestion {
	folded := strings.TrimSpace(text.Fold(typed))
	if folded == "" {
		return firstOf(v.Questions(statement))
	}
	// Reciprocal rank fusion (Cormack et al., SIGIR 2009): the scores of the two
	// cannot be compared, their order can.
	const flat = 10
	scores := map[*index.Entry]float64{}
	for _, list := range [][]*index.Entry{ranked(v, typed, statement), lettered(v.Questions(statement), folded)} {
		for i, e := range list {
			scores[e] += 1 / float64(flat+i)
		}
	}
	best := slices.SortedFunc(maps.Keys(scores), func(a, b *index.Entry) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), a.Compare(b))
	})
	return firstOf(best)
}

// firstOf gives the first, each question once.
func firstOf(facts []*index.Entry) []kb.Suggestion {
	var first []kb.Suggestion
	seen := map[string]bool{}
	for _, e := range facts {
		if seen[e.Folded()] {
			continue
		}
		seen[e.Folded()] = true
		first = append(first, kb.Suggestion{ID: e.ID(), Question: e.Fact().Question})
		if len(first) == suggestionsMost {
			break
		}
	}
	return first
}

// ranked are the facts that fit the words that are typed, the best first; from three
// words on, and about as many characters, by what they mean too.
func ranked(v *index.View, typed, statement string) (facts []*index.Entry) {
	words := v.Words(typed)
	if len(words) < meaningWords {
		candidates := v.Facts.Search(words, statement).Candidates
		for _, c := range candidates[:min(len(candidates), suggestionsMost)] {
			facts = append(facts, v.Entry(c.Group))
		}
		return facts
	}
	vector := v.Vector(typed)
	candidates := v.Facts.Rank(match.Question{Words: words, Vector: &vector}, statement).Candidates
	for _, c := range candidates[:min(len(candidates), suggestionsMost)] {
		if c.Share >= shareLeast || c.Likeness.Phrased >= likeLeast {
			facts = append(facts, v.Entry(c.Group))
		}
	}
	return facts
}

// From meaningWords on, what is typed means something; what fits then has so much of its
// words, or is so much like it.
const (
	meaningWords = 3
	shareLeast   = 0.5
	likeLeast    = 0.5
)

// lettered are the facts whose question has the letters of typed in that order,
// the best first.
func lettered(facts []*index.Entry, typed string) []*index.Entry {
	var whole, within, apart []*index.Entry
	for _, e := range facts {
		switch {
		case strings.HasPrefix(e.Folded(), typed) || strings.Contains(e.Folded(), " "+typed):
			whole = append(whole, e)
		case strings.Contains(e.Folded(), typed):
			within = append(within, e)
		case hasLetters(e.Folded(), typed):
			apart = append(apart, e)
		}
	}
	if strings.Contains(typed, " ") || len(whole)+len(within) > 0 {
		apart = nil // any long question has a few letters in order
	}
	seen := slices.Concat(whole, within, apart)
	seen = seen[:min(len(seen), fuzzyMost)]
	found := fuzzy.FindFrom(typed, asked(seen))
	var matched []*index.Entry
	for _, m := range found[:min(len(found), suggestionsMost)] {
		matched = append(matched, seen[m.Index])
	}
	return matched
}

// hasLetters says whether s has the letters of typed in that order.
func hasLetters(s, typed string) bool {
	for _, r := range typed {
		at := strings.IndexRune(s, r)
		if at < 0 {
			return false
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		s = s[at+n:]
	}
	return true
}

// asked are facts as fuzzy reads them.
type asked []*index.Entry

func (a asked) String(i int) string { return a[i].Folded() }
func (a asked) Len() int            { return len(a) }
