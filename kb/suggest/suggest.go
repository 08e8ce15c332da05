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
			if c.Share >= shareLeast { // or some of its letters only
				facts = append(facts, v.Entry(c.Group))
			}
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

// What fits has so much of the words that are typed; or, from meaningWords on, where they
// mean something, is so much like them.
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
		case shortens(typed, e.Folded()):
			apart = append(apart, e)
		}
	}
	if len(whole)+len(within) > 0 {
		apart = nil
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

// shortLeast is how many letters shorten a question; fewer are in any long one.
const shortLeast = 5

// shortens says whether letters are what is left of a question when it is written short:
// each begins one of its words, or stands after the one before in the same word.
func shortens(letters, question string) bool {
	if utf8.RuneCountInString(letters) < shortLeast || strings.Contains(letters, " ") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(letters)
	begins := " " + string(first)
	for rest := " " + question; ; {
		at := strings.Index(rest, begins)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
		if goesOn(letters, rest) {
			return true
		}
	}
}

// goesOn says whether letters, the first of which begins rest, are found in it so.
func goesOn(letters, rest string) bool {
	for _, r := range letters {
		word, _, _ := strings.Cut(rest, " ")
		at := strings.IndexRune(word, r)
		if at < 0 {
			if at = strings.Index(rest, " "+string(r)); at < 0 {
				return false
			}
			at++
		}
		_, n := utf8.DecodeRuneInString(rest[at:])
		rest = rest[at+n:]
	}
	return true
}

// asked are facts as fuzzy reads them.
type asked []*index.Entry

func (a asked) String(i int) string { return a[i].Folded() }
func (a asked) Len() int            { return len(a) }
