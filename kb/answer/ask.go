// Package answer is a question's way to an answer, or to silence.
//
//  1. [To] cuts the question into words, with names replaced (kb/lexicon), and encodes
//     it (wording.go, kb/meaning). What people say to a bot besides asking goes another
//     way (talk.go, kb/talk), and so does what they ask of the answer before (followup.go).
//  2. The facts are ranked by words and meaning (kb/match). If nothing fits, each of the
//     question's sentences is tried alone, and the words without those that a fact need
//     not have (relax.go): a false premise, the day, the name of another speaker.
//     followup.go puts a question together with the one before.
//  3. signals.go puts the question against the first: how near it comes, and before what
//     else; which names, countries and numbers it lacks (readings.go); what kind of thing
//     is asked for, and whether it has one; whether somebody else acts in it (roles.go,
//     agents.go). What was learned over many small knowledges (learned.go, kb/trust)
//     makes a confidence of them. Passages of held texts go the same way (passages.go).
//  4. What is likely enough is said, with notes on another speaker, document or premise.
//     Else there is a reason for silence (abstain.go), with the nearest facts, the places
//     that speak of it, and what nothing here tells (mentions.go).
//
// [Explain] tells that way.
//
// It must never write anything, nor say what no [index.View] gave it: it has no memory
// of its own. kb/library asks it, and kb/eval scores what it says.
package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/meaning"
	"verbatim/kb/talk"
	"verbatim/kb/text"
)

// Least is the confidence from which a fact is said. Of small knowledges that were left
// out of the learning, about two questions in three are answered rightly from there on,
// and one near miss in eleven is guessed (go run ./kb/eval/learn prints the whole trade,
// of texts too).
const Least = 0.6

const nearestMost = 5

// To answers a question with the fact that fits it, or else with a paragraph of a
// held text, or says why not, with the nearest facts. The view is that of q.Server;
// the answer shares no memory with it.
func To(v *index.View, q kb.Question) kb.Answer { return inquire(v, q).answer }

// An inquiry is one question on its way to an answer.
type inquiry struct {
	learned  *Learned
	view     *index.View
	question kb.Question
	words    []text.Word // of the question, with names replaced

	answer     kb.Answer
	decided    *weighed                   // what the answer or the abstention came from; nil if nothing was weighed
	paragraphs []match.Candidate          // those that were weighed
	doubted    bool                       // the best of them is most likely not what was asked for
	vectors    map[string]*meaning.Vector // of texts that were encoded
	before     *inquiry                   // the one whose answer was given once more; nil if none was
}

func inquire(v *index.View, q kb.Question) *inquiry {
	x := &inquiry{learned: Usual(), view: v, question: q}
	x.answer.Question = q.Text
	x.ask()
	if x.answer.Answered && x.answer.Language == "" {
		talk.Speak(v, &x.answer, "")
	}
	return x
}

func (x *inquiry) ask() {
	if overlong(x.question.Text) {
		x.abstain(kb.ReasonUnknown, x.in().Say("note.too-long", "Most", kb.QuestionMost))
		return
	}
	x.words = x.cut(x.question.Text)
	switch {
	case len(x.words) == 0 && x.wordless():
	case len(x.words) == 0:
		x.abstain(kb.ReasonEmpty, "")
	case x.question.Statement != "" && x.view.Head(x.question.Statement) == nil:
		x.abstain(kb.ReasonNoSuchStatement, "")
	case x.question.Previous != "" && x.followUp():
	case x.question.Previous == "" && x.wantsLanguage():
	case x.talk(""):
	default:
		x.decide(x.best())
	}
}

// in is the language that sentences are said in.
func (x *inquiry) in() catalog.Language { return talk.In(x.question) }

func overlong(question string) bool { return utf8.RuneCountInString(question) > kb.QuestionMost }

// best weighs the question as it stands, and if nothing fits, each of its
// sentences alone.
func (x *inquiry) best() weighed {
	whole := x.fit(x.words)
	if whole.confidence() >= Least || whole.veto != "" {
		return whole
	}
	for _, sentence := range x.sentences() {
		if w := x.fit(sentence); w.confidence() >= sentenceLeast && w.confidence() > whole.confidence() {
			whole = w.through("one sentence of it alone")
		}
	}
	return whole
}

// fit weighs words, and if nothing fits, without those that the fact need not
// have.
func (x *inquiry) fit(words []text.Word) weighed {
	w := x.weigh(words, words)
	if len(w.ranking.Candidates) == 0 || w.confidence() >= Least || w.veto != "" {
		return w
	}
	first := x.view.Entry(w.ranking.Candidates[0].Group)
	if some := x.relaxed(words, first); len(some) > 0 {
		if less := x.weigh(words, without(words, some)); less.confidence() >= Least {
			return less.through("without " + quoted(some))
		}
	}
	return w
}

// A sentence alone has lost what the others say, so it must fit better.
const (
	sentenceLeast = 0.75
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
	return x.view.Names().Spelled(x.view.Words(s), x.view.Facts.HasWord)
}

// abstain says why there is no answer.
func (x *inquiry) abstain(reason kb.Reason, note string) {
	x.answer.Reason, x.answer.Note = reason, note
}

// weighed are the candidates for words, and what speaks against the first.
type weighed struct {
	words   []text.Word     // of the question, or of some of it
	read    []text.Word     // those of them that were ranked by
	path    []string        // how they were come to, for an explanation
	vector  *meaning.Vector // of what they mean
	ranking match.Ranking
	row     []float64 // signals of the first; nil if there is none
	trusted float64   // the confidence in the first that they give
	veto    string    // what speaks against the first, in words for an explanation; empty if there is none
}

// weigh ranks the facts for some words of a question, and looks what in all of
// them speaks against the first. One that is asked in just these words goes before
// all others.
func (x *inquiry) weigh(words, some []text.Word) weighed {
	w := weighed{words: words, read: some, vector: x.meaning(some)}
	w.ranking = x.view.Facts.Rank(match.Question{Words: some, Vector: w.vector}, x.question.Statement)
	c := w.ranking.Candidates
	if len(c) == 0 {
		return w
	}
	for i := range c[:min(len(c), exactMost)] {
		if x.exactly(words, x.view.Entry(c[i].Group)) {
			c[0], c[i] = c[i], c[0]
			w.trust(exact)
			return w
		}
	}
	w.row = x.factRow(w)
	w.trust(x.learned.Facts.Probability(w.row))
	w.veto = x.readings(words).veto(w, x.view.Entry(c[0].Group))
	return w
}

// hasContent reports whether some word says what a question is about: "who are you"
// has none.
func hasContent(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool {
		for _, empty := range []map[string]bool{aboutAnswer, connectives, pronouns, lexicon.Determiners, lexicon.Helping, people, thanks} {
			if empty[w.Text] {
				return false
			}
		}
		return true
	})
}

// trust gives the first candidate its confidence, and the others no more than that.
func (w *weighed) trust(confidence float64) {
	w.trusted = confidence
	for i := range w.ranking.Candidates {
		c := &w.ranking.Candidates[i]
		if c.Confidence = min(c.Confidence, confidence); i == 0 {
			c.Confidence = confidence
		}
	}
}

// confidence is that of the first candidate.
func (w *weighed) confidence() float64 {
	if w.veto != "" {
		return min(w.trusted, vetoed)
	}
	return w.trusted
}

// vetoed is the most that a candidate is trusted that has something against it.
const vetoed = 0.2

// decide says the first candidate, or a passage, or is silent.
func (x *inquiry) decide(w weighed) {
	x.decided = &w
	x.nearest(w)
	if w.confidence() >= Least && !x.tooBroad(w.words) {
		best := x.view.Entry(w.ranking.Candidates[0].Group)
		said := x.view.Answer(best)
		said.Question, said.Confidence = x.answer.Question, x.answer.Confidence
		said.Note, said.Nearest = x.note(w, best), x.answer.Nearest[1:]
		talk.Speak(x.view, &said, x.question.Language)
		said.Note = x.in().Join(said.Note, talk.Unspoken(said, x.question.Language))
		x.answer = said
		return
	}
	if x.passage(w) {
		return
	}
	x.mention(w.words, x.paragraphs)
	x.answer.Lacks = x.lack(w)
	x.abstain(x.reason(w), "")
}

// note is what the asker should know about how a fact fits.
func (x *inquiry) note(w weighed, entry *index.Entry) string {
	r := x.readings(w.words)
	return x.in().Join(r.note(entry), r.strangerNote(entry), x.premiseNote(entry), x.documentNote(entry))
}

// nearest lists the first candidates, by confidence, and has the answer's from
// them: one that something is against may come after others.
func (x *inquiry) nearest(w weighed) {
	for i, c := range w.ranking.Candidates[:min(len(w.ranking.Candidates), nearestMost)] {
		entry := x.view.Entry(c.Group)
		n := kb.Nearest{ID: entry.ID(), Question: entry.Fact().Question, Confidence: c.Confidence}
		if i == 0 {
			n.Confidence = w.confidence()
		}
		x.answer.Nearest = append(x.answer.Nearest, n)
	}
	slices.SortStableFunc(x.answer.Nearest, func(a, b kb.Nearest) int { return cmp.Compare(b.Confidence, a.Confidence) })
	if len(x.answer.Nearest) > 0 {
		x.answer.Confidence = x.answer.Nearest[0].Confidence
	}
}
