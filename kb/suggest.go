package kb

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"verbatim/kb/text"
)

// A Suggestion is a known question that fits what somebody has typed so far.
type Suggestion struct {
	ID       string // statement/fact
	Question string
}

// suggestionsMost is how many choices Discord shows.
const suggestionsMost = 25

// fuzzyMost bounds the questions that fuzzy matching sees: it takes about a
// microsecond for each.
const fuzzyMost = 2000

// Suggest gives at most 25 known questions that fit typed, the best first; the
// first known ones when nothing is typed yet, a server's own before the shared.
// Statement, if not empty, keeps to one statement; server is as in [Question].
// Typed may be a part of a question, with slips, or letters of it in order.
func (l *Library) Suggest(typed, statement, server string) []Suggestion {
	l.keepUp(context.Background())
	return l.base.Load().suggest(typed, statement, server)
}

func (b *Base) suggest(typed, statement, server string) []Suggestion {
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	folded := strings.TrimSpace(text.Fold(typed))
	if folded == "" {
		return firstOf(sc.questions(statement))
	}
	// Reciprocal rank fusion (Cormack et al., SIGIR 2009): the scores of the two
	// cannot be compared, their order can.
	const flat = 10
	scores := map[*heldFact]float64{}
	for _, list := range [][]*heldFact{b.likely(sc, typed, statement), lettered(sc.questions(statement), folded)} {
		for i, h := range list {
			scores[h] += 1 / float64(flat+i)
		}
	}
	best := slices.SortedFunc(maps.Keys(scores), func(x, y *heldFact) int {
		return cmp.Or(cmp.Compare(scores[y], scores[x]), cmp.Compare(x.place, y.place))
	})
	return firstOf(best)
}

// firstOf gives the first, each question once.
func firstOf(facts []*heldFact) []Suggestion {
	var first []Suggestion
	seen := map[string]bool{}
	for _, h := range facts {
		if seen[h.question] {
			continue
		}
		seen[h.question] = true
		first = append(first, Suggestion{h.statement + "/" + h.fact.ID, h.fact.Question})
		if len(first) == suggestionsMost {
			break
		}
	}
	return first
}

// likely are the facts that the matcher has for typed, the best first.
func (b *Base) likely(sc *scope, typed, statement string) []*heldFact {
	ranked := b.index.Rank(sc.words(typed), nil, b.counting(sc, statement)).Candidates
	var facts []*heldFact
	for _, c := range ranked[:min(len(ranked), suggestionsMost)] {
		facts = append(facts, b.facts[c.Group])
	}
	return facts
}

// lettered are the facts whose question has the letters of typed in that order,
// the best first.
func lettered(facts []*heldFact, typed string) []*heldFact {
	var whole, within, apart []*heldFact
	for _, h := range facts {
		switch {
		case strings.HasPrefix(h.question, typed) || strings.Contains(h.question, " "+typed):
			whole = append(whole, h)
		case strings.Contains(h.question, typed):
			within = append(within, h)
		case hasLetters(h.question, typed):
			apart = append(apart, h)
		}
	}
	seen := slices.Concat(whole, within, apart)
	seen = seen[:min(len(seen), fuzzyMost)]
	found := fuzzy.FindFrom(typed, asked(seen))
	var matched []*heldFact
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
type asked []*heldFact

func (a asked) String(i int) string { return a[i].question }
func (a asked) Len() int            { return len(a) }

// questions are the facts that can be asked here, in order: own ones, then
// shared ones that nothing stands in the place of; of one statement, if it is
// not empty.
func (sc *scope) questions(statement string) []*heldFact {
	all := sc.ownQuestions()
	if sc.shared != nil {
		all = slices.Concat(all, sc.shared.ownQuestions())
	} else if statement == "" {
		return all
	}
	var counting []*heldFact
	for _, h := range all {
		if sc.counts(h) && (statement == "" || h.statement == statement) {
			counting = append(counting, h)
		}
	}
	return counting
}

// ownQuestions are the own facts that can be asked, in order.
func (sc *scope) ownQuestions() []*heldFact {
	if made := sc.asked.Load(); made != nil {
		return *made
	}
	var facts []*heldFact
	for _, s := range sc.shelves {
		for _, h := range s.facts {
			if h.asked {
				facts = append(facts, h)
			}
		}
	}
	slices.SortFunc(facts, func(x, y *heldFact) int { return cmp.Compare(x.place, y.place) })
	sc.asked.Store(&facts)
	return facts
}
