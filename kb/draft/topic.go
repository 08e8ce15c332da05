package draft

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"verbatim/kb/text"
)

// A phrase is a run of words that names something a sentence speaks of.
type phrase struct {
	from, past int // its words
	weight     float64
}

// The longest phrase: in words, and in characters of a script without spaces.
const (
	phraseWords      = 10
	phraseCharacters = 18
)

// about gives what the words from one to another speak of, the most telling first.
func (r *reading) about(s *sentence, from, past int) []phrase {
	var all []phrase
	switch {
	case r.language.unspaced:
		all = r.clauses(s, from, past)
	default:
		all = r.phrases(s, from, past)
	}
	for i := range all {
		all[i].weight = r.weigh(s, all[i]) * math.Pow(0.75, float64(i))
		if all[i].past-all[i].from == 1 && !s.words[all[i].from].Upper && r.language.cased {
			all[i].weight /= 2
		}
	}
	slices.SortStableFunc(all, func(a, b phrase) int { return cmp.Compare(b.weight, a.weight) })
	return all
}

// weigh says how much a phrase tells: the rarer its words are in the text, the more.
// More than four words add nothing.
func (r *reading) weigh(s *sentence, p phrase) float64 {
	var weights []float64
	for _, w := range s.words[p.from:p.past] {
		if r.language.function[w.Text] {
			continue
		}
		weight := math.Log(1 + float64(len(r.sentences))/float64(1+r.rare[w.Stem]))
		if w.Common {
			weight /= 4
		}
		weights = append(weights, weight)
	}
	slices.SortFunc(weights, func(a, b float64) int { return cmp.Compare(b, a) })
	sum := 0.0
	for _, w := range weights[:min(len(weights), 4)] {
		sum += w
	}
	return sum
}

// phrases cuts words at those that tell nothing, at pauses and at verbs; "of" and the
// like may stand inside.
func (r *reading) phrases(s *sentence, from, past int) []phrase {
	var all []phrase
	for i := from; i < past && len(all) < mostPhrases; i++ {
		if r.language.little(s.words[i]) || r.isVerb(s, i, from) {
			continue
		}
		end := i + 1
		next := r.goOn(s, i, end, past)
		for ; next > end; next = r.goOn(s, i, end, past) {
			end = next
		}
		end = next
		for end > i+1 && (r.language.isAdverb(s.words[end-1]) || r.language.linking[s.words[end-1].Text] && !r.hyphen(s, end-1)) {
			end--
		}
		if !r.empty(s, i, end) {
			all = append(all, phrase{from: i, past: end})
		}
		i = end - 1
	}
	return all
}

// empty reports whether words name nothing: all of them are common, and the sentence
// has no more of them than a word or points back to what was said before.
func (r *reading) empty(s *sentence, from, past int) bool {
	if from > 0 && r.language.pointing[s.words[from-1].Text] {
		return true
	}
	return past-from == 1 && (s.words[from].Common && !s.words[from].Upper || r.language.calendar[s.words[from].Text])
}

// mostPhrases is how many phrases of a stretch are looked at: what it is about stands
// near its verb.
const mostPhrases = 5

// goOn gives where a phrase ends that goes on at a word: behind the next word that
// tells something, and little words before it that may stand inside. A phrase that
// would be too long ends before the last of these.
func (r *reading) goOn(s *sentence, from, end, past int) int {
	l, link := r.language, end
	if end < past && r.hyphen(s, end) {
		return end + 1
	}
	for link < past && link < end+3 && l.linking[s.words[link].Text] {
		link++
	}
	for i := end; i <= link && i < past; i++ {
		if r.paused(s, i) {
			return end
		}
	}
	if link >= past || l.little(s.words[link]) || l.finites[s.words[link].Text] {
		return end
	}
	w, v := s.words[link], l.verbs[s.words[link].Text]
	switch {
	case w.Upper:
	case link == end && (v.verb != "" && !v.bare || l.code == "en" && isPast(w)), r.takesObject(s, link):
		return end
	case link > end && (l.actions[w.Text] || v.verb != "" || l.joins[s.words[link-1].Text] && strings.HasSuffix(w.Text, "ing")):
		return end
	}
	if link+1-from > phraseWords {
		return r.shortened(s, from, end, link == end)
	}
	return link + 1
}

// little reports whether a word tells nothing: "we’ll" neither.
func (l *language) little(w text.Word) bool {
	if l.function[w.Text] {
		return true
	}
	before, _, short := strings.Cut(strings.ReplaceAll(w.Text, "’", "'"), "'")
	return short && l.code == "en" && l.function[before]
}

// shortened gives where a phrase that is too long ends: where it is, or before its last
// little word if the words behind that go on.
func (r *reading) shortened(s *sentence, from, end int, goesOn bool) int {
	if !goesOn {
		return end
	}
	for i := end - 1; i > from; i-- {
		if r.language.linking[s.words[i].Text] && !r.hyphen(s, i) {
			for i > from+1 && r.language.linking[s.words[i-1].Text] {
				i--
			}
			return i
		}
	}
	return end
}

// gap is what stands before a word, behind the one before.
func (s *sentence) gap(i int) string { return s.text[s.words[i-1].End:s.words[i].Start] }

// hyphen reports whether a word hangs together with the one before: by a hyphen, or by
// the point of an abbreviation.
func (r *reading) hyphen(s *sentence, i int) bool {
	return i > 0 && r.language.cased && strings.Trim(s.gap(i), ".-‑/&") == "" && s.gap(i) != ""
}

// paused reports whether a mark parts a word from the one before.
func (r *reading) paused(s *sentence, i int) bool {
	if i == 0 || r.hyphen(s, i) || s.gap(i) == ". " && s.words[i-1].End-s.words[i-1].Start == 1 {
		return false
	}
	return strings.ContainsAny(s.gap(i), ",،，:：;؛；.!?؟。！？—–\n()[]“”\"«»|")
}

// isVerb reports whether a word is no beginning of a phrase, for it is an infinitive,
// the verb of a pronoun, or a verb in the past.
func (r *reading) isVerb(s *sentence, i, from int) bool {
	l, w := r.language, s.words[i]
	if w.Upper || !l.cased {
		return false
	}
	at := i - 1
	for at >= from && at >= 0 && (l.isAdverb(s.words[at]) || l.skipped[s.words[at].Text]) {
		at--
	}
	before := ""
	if at >= 0 && !w.Paused {
		before = s.words[at].Text
	}
	if l.code != "en" {
		infinitive := func(ending string) bool { return strings.HasSuffix(w.Text, ending) }
		return l.pronouns[before] != nobody || i > 0 && l.before[s.words[i-1].Text] && slices.ContainsFunc(l.infinitives, infinitive)
	}
	switch {
	case l.articles[before] && l.isAdverb(w): // "a yearly meeting"
		return false
	case l.isAdverb(w), isPast(w) && (i+1 >= len(s.words) || r.paused(s, i+1) || l.function[s.words[i+1].Text]):
		return true
	case l.articles[before], l.possessives[before]:
		return false
	case l.actions[w.Text], r.takesObject(s, i), l.modals[before], isPast(w) && at >= 0 && s.words[at].Upper && !w.Paused:
		return true
	case before == "to":
		return !strings.HasSuffix(w.Text, "ing") && !strings.HasSuffix(w.Text, "s")
	}
	return l.pronouns[before] != nobody || before == "who" || before == "which"
}

// takesObject reports whether an article or the like stands behind a word, which is a
// verb then.
func (r *reading) takesObject(s *sentence, i int) bool {
	if i+1 >= len(s.words) || r.paused(s, i+1) || strings.HasSuffix(s.words[i].Text, "ing") {
		return false
	}
	next := s.words[i+1].Text
	return r.language.code == "en" && (r.language.articles[next] || r.language.possessives[next])
}

func (l *language) isAdverb(w text.Word) bool {
	return l.adverb != "" && strings.HasSuffix(w.Text, l.adverb) && !w.Upper && len(w.Text) > len(l.adverb)+3
}

// isPast reports whether an English word has the ending of the past.
func isPast(w text.Word) bool { return len(w.Text) > 4 && strings.HasSuffix(w.Text, "ed") }

// clauses cuts text without spaces at its marks.
func (r *reading) clauses(s *sentence, from, past int) []phrase {
	var all []phrase
	for i := from; i < past; {
		end := i + 1
		for end < past && end-i < phraseCharacters && !s.words[end].Paused && !strings.ContainsAny(s.text[s.words[end-1].End:s.words[end].Start], "、“”（）《》") {
			end++
		}
		if end-i > 1 {
			all = append(all, phrase{from: i, past: end})
		}
		for i = end; i < past && !s.words[i].Paused && end-i >= phraseCharacters; i++ {
		}
	}
	return all
}

// written is a phrase as it stands in the sentence, with the article before it; what is
// "ours" there is theirs.
func (r *reading) written(s *sentence, p phrase) string {
	start, end, before := s.words[p.from].Start, s.words[p.past-1].End, ""
	if w := max(p.from-1, 0); p.from > 0 && !s.words[p.from].Paused {
		switch {
		case r.language.articles[s.words[w].Text]:
			before = strings.ToLower(s.text[s.words[w].Start:start])
		case r.language.possessives[s.words[w].Text]:
			before = "their "
			if !s.said.many && s.said.speaker == "" {
				before = "its "
			}
		}
	}
	if strings.HasPrefix(s.text[end:], ".") && dotted(s.text[start:end]) {
		end++ // U.S.
	}
	return strings.Join(strings.Fields(before+s.text[start:end]), " ")
}

// dotted reports whether a text ends in a letter after a point.
func dotted(s string) bool {
	n := len(s)
	return n >= 3 && s[n-2] == '.' && s[n-1] >= 'A' && s[n-1] <= 'Z'
}

// slug makes an id of what a draft is about.
func slug(about string) string {
	var words []string
	for _, w := range text.Words(about) {
		if w.Script == text.Latin || w.Script == text.Other && strings.Trim(w.Text, "0123456789") == "" {
			if ascii := strings.Map(func(r rune) rune {
				if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
					return r
				}
				return -1
			}, w.Text); ascii != "" && (!w.Common || len(words) > 0) {
				words = append(words, ascii)
			}
		}
	}
	for len(words) > 0 && len(strings.Join(words, "-")) > longestSlug {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && (len(words[len(words)-1]) < 2 || languages["en"].function[words[len(words)-1]]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "-")
}

// longestSlug leaves room for a number and for the id of the statement.
const longestSlug = 36
