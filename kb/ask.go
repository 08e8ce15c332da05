package kb

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/match"
	"verbatim/kb/text"
)

// answerLeast is the confidence from which a candidate is said. The confidence
// is calibrated (kb/match): on the relevance suite, what is said with 0.9 or less is
// right three times in four, and nine in ten answers are said with more. There 0.7
// answers two more in a hundred, and guesses one more.
const answerLeast = 0.75

// QuestionMost is the length of a question, in characters, from which on it is
// not read.
const QuestionMost = 4000

const nearestMost = 5

// Ask answers a question with the fact that fits it, or else with a paragraph of
// a held text, or says why not, with the nearest facts.
func (b *Base) Ask(q Question) Answer {
	b.mu.RLock()
	defer b.mu.RUnlock()
	x := &inquiry{base: b, scope: b.scope(q.Server), question: q}
	x.answer.Question = q.Text
	x.ask()
	return x.answer
}

// An inquiry is one question on its way to an answer.
type inquiry struct {
	base     *Base
	scope    *scope
	question Question
	words    []text.Word // of the question, with names replaced

	answer Answer
}

func (x *inquiry) ask() {
	if overlong(x.question.Text) {
		x.silent(ReasonUnknown, "The question is too long to be read. Ask it in fewer than 4,000 characters.")
		return
	}
	x.words = x.cut(x.question.Text)
	switch {
	case len(x.words) == 0:
		x.silent(ReasonEmpty, "")
	case x.question.Statement != "" && x.scope.statement(x.question.Statement) == nil:
		x.silent(ReasonNoSuchStatement, "")
	case x.question.Previous != "" && x.followUp():
	default:
		x.decide(x.best())
	}
}

func overlong(question string) bool { return utf8.RuneCountInString(question) > QuestionMost }

// best weighs the question as it stands, and if nothing fits, each of its
// sentences alone.
func (x *inquiry) best() weighed {
	whole := x.fit(x.words)
	if whole.confidence() >= answerLeast || whole.against != "" {
		return whole
	}
	for _, sentence := range x.sentences() {
		if w := x.fit(sentence); w.confidence() >= sentenceLeast && w.confidence() > whole.confidence() {
			whole = w
		}
	}
	return whole
}

// fit weighs words, and if nothing fits, without those that the fact need not
// have.
func (x *inquiry) fit(words []text.Word) weighed {
	w := x.weigh(words, words)
	if len(w.ranking.Candidates) == 0 || w.confidence() >= answerLeast || w.against != "" {
		return w
	}
	first := x.base.facts[w.ranking.Candidates[0].Group]
	if beside := x.beside(words, first); len(beside) > 0 {
		if less := x.weigh(words, without(words, beside)); less.confidence() >= answerLeast {
			return less
		}
	}
	return w
}

// A sentence alone has lost what the others say, so it must fit better.
const (
	sentenceLeast = 0.85
	sentenceWords = 4
)

// sentences gives the words of each sentence of a question of several, but for
// short ones.
func (x *inquiry) sentences() (all [][]text.Word) {
	start := 0
	for i := range x.words {
		last := i+1 == len(x.words)
		if !last && !strings.ContainsFunc(x.between(i), endsSentence) {
			continue
		}
		if i+1-start >= sentenceWords && i+1-start < len(x.words) {
			all = append(all, x.words[start:i+1])
		}
		start = i + 1
	}
	return all
}

// between is what stands between the word at i and the next.
func (x *inquiry) between(i int) string {
	return x.question.Text[x.words[i].End:max(x.words[i].End, x.words[i+1].Start)]
}

func endsSentence(r rune) bool { return strings.ContainsRune(".!?؟。！？\n;؛；", r) }

// cut cuts a text into words, with names replaced, misspelt ones too.
func (x *inquiry) cut(s string) []text.Word {
	return x.scope.names.spelled(x.scope.words(s), x.base.index.HasWord)
}

// silent says why there is no answer.
func (x *inquiry) silent(reason Reason, note string) {
	x.answer.Reason, x.answer.Note = reason, note
}

// weighed are the candidates for words, and what speaks against the first.
type weighed struct {
	words   []text.Word
	ranking match.Ranking
	against string // an objection, in words for an explanation; empty if there is none
}

// weigh ranks the facts for some words of a question, and looks what in all of
// them speaks against the first. One that is asked in just these words goes before
// all others.
func (x *inquiry) weigh(words, some []text.Word) weighed {
	counts := x.base.counting(x.scope, x.question.Statement)
	w := weighed{words: words, ranking: x.base.index.Rank(some, x.base.model.Load(), counts)}
	c := w.ranking.Candidates
	if len(c) == 0 {
		return w
	}
	w.against = x.readings(words).objection(x.base.facts[c[0].Group])
	if w.confidence() >= answerLeast {
		return w
	}
	for i := range c[:min(len(c), exactMost)] {
		if x.exactly(words, x.base.facts[c[i].Group]) {
			c[i].Confidence = exact
			c[0], c[i] = c[i], c[0]
			w.against = ""
			break
		}
	}
	return w
}

// tells reports whether some word says what a question is about: "who are you"
// has none.
func tells(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool {
		for _, empty := range []map[string]bool{aboutAnswer, connectives, pronouns, determiners, helping, people, thanks} {
			if empty[w.Text] {
				return false
			}
		}
		return true
	})
}

// confidence is that of the first candidate.
func (w *weighed) confidence() float64 {
	switch {
	case len(w.ranking.Candidates) == 0:
		return 0
	case w.against != "":
		return min(w.ranking.Candidates[0].Confidence, objected)
	}
	return w.ranking.Candidates[0].Confidence
}

// objected is the most that a candidate is trusted that has something against it.
const objected = 0.2

// decide says the first candidate, or a passage, or is silent.
func (x *inquiry) decide(w weighed) {
	x.nearest(w)
	if w.confidence() >= answerLeast && !x.tooBroad(w.words) {
		best := x.base.facts[w.ranking.Candidates[0].Group]
		x.scope.answer(&x.answer, best)
		x.answer.Note = x.note(w, best)
		x.answer.Nearest = x.answer.Nearest[1:]
		return
	}
	if x.passage(w) {
		return
	}
	x.silent(x.reason(w), "")
}

// note is what the asker should know about how a fact fits.
func (x *inquiry) note(w weighed, held *heldFact) string {
	var notes []string
	for _, n := range []string{x.readings(w.words).note(held), x.premiseNote(held), x.documentNote(held)} {
		if n != "" {
			notes = append(notes, n)
		}
	}
	return strings.Join(notes, " ")
}

// nearest lists the first candidates, by confidence, and has the answer's from
// them: one that something is against may come after others.
func (x *inquiry) nearest(w weighed) {
	for i, c := range w.ranking.Candidates[:min(len(w.ranking.Candidates), nearestMost)] {
		held := x.base.facts[c.Group]
		n := Nearest{ID: held.id(), Question: held.fact.Question, Confidence: c.Confidence}
		if i == 0 {
			n.Confidence = w.confidence()
		}
		x.answer.Nearest = append(x.answer.Nearest, n)
	}
	slices.SortStableFunc(x.answer.Nearest, func(a, b Nearest) int { return cmp.Compare(b.Confidence, a.Confidence) })
	if len(x.answer.Nearest) > 0 {
		x.answer.Confidence = x.answer.Nearest[0].Confidence
	}
}

// id is the id of a fact in an answer.
func (h *heldFact) id() string { return h.statement + "/" + h.fact.ID }

// answer says a fact, in copies of all that is held.
func (sc *scope) answer(a *Answer, held *heldFact) {
	s, f := sc.statement(held.statement), held.fact
	a.Answered, a.Kind, a.ID = true, KindFact, held.id()
	a.Text, a.Party, a.Speaker = f.Answer, f.Party, f.Speaker
	a.Statement = copyHead(s)
	for _, c := range copyCitations(f.Citations) {
		if source := sc.source(s.ID, c.Source); source != nil {
			bare := *source
			bare.Text = ""
			a.Citations = append(a.Citations, Cited{Citation: c, Source: bare, Verified: Verified(c, *source)})
		}
	}
}

func copyHead(s *Statement) Statement {
	head := *s
	head.Parties = slices.Clone(s.Parties)
	return head
}
