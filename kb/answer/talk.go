package answer

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/text"
)

// talkLeast is how likely something must be talk for it to be taken for that, and
// surelyAsked the confidence in a fact from which it is a question all the same.
const (
	talkLeast   = 0.5
	surelyAsked = 0.9
	talkWords   = 12 // more words than that tell something
)

// talk answers what people say to a bot besides asking: a greeting, a thank-you, what
// it is about. It reports whether it did.
func (x *inquiry) talk() bool {
	kind := x.talkKind()
	if kind == "" {
		return false
	}
	if w := x.fit(x.words); w.confidence() >= surelyAsked {
		return false
	}
	switch kind {
	case kb.KindOverview:
		x.overview()
	case kb.KindList:
		x.list()
	default:
		x.say(kind, talks[kind])
	}
	return true
}

// talkKind is what the question is, if it is none; empty if it is one.
func (x *inquiry) talkKind() kb.Kind {
	if x.learned.Talk == nil || len(x.words) > talkWords && !unspaced(x.words) {
		return ""
	}
	for i, p := range x.learned.Talk.Probabilities(Wide(*x.meaning(x.words))) {
		if kind := kb.Kind(x.learned.Talk.Kinds[i]); p >= talkLeast && kind != notTalk {
			return kind
		}
	}
	return ""
}

// notTalk is the kind of a question, as the probe names it.
const notTalk = "question"

func unspaced(words []text.Word) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool { return w.Script == text.Unspaced })
}

// talks are the sentences of the kinds that need no source.
var talks = map[kb.Kind]string{
	kb.KindHelp: "Hello. Ask me what a statement says, and I answer with its words, who said them and where they stand. " +
		"Put words in quotation marks to have them checked.",
	kb.KindIdentity: "I am Verbatim, a bot. I look up what people wrote down from official statements, with the source, " +
		"and I check quotations. No language model writes my answers; what is not here, I do not know.",
	kb.KindThanks:  "You are welcome.",
	kb.KindChatter: "All right. Ask me what a statement says whenever you like.",
}

// say answers with a sentence of ours, and offers what can be asked.
func (x *inquiry) say(kind kb.Kind, sentence string) {
	x.answer.Answered, x.answer.Kind, x.answer.Text, x.answer.Confidence = true, kind, sentence, 1
	if kind == kb.KindHelp {
		x.answer.Nearest = x.view.Central("", examples)
	}
}

// examples is how many questions are offered.
const examples = 4

// list says which statements are here.
func (x *inquiry) list() {
	heads := x.view.Heads()
	var titles []string
	for _, h := range heads {
		titles = append(titles, dated(h))
	}
	slices.Sort(titles)
	if more := len(titles) - listMost; more > 0 {
		titles = append(titles[:listMost], "…")
	}
	sentence := "No statement is here yet."
	if len(titles) > 0 {
		sentence = "These statements are here: " + strings.Join(titles, "; ") + "."
	}
	x.say(kb.KindList, sentence)
	x.answer.Nearest = x.view.Central("", examples)
}

const listMost = 10

// overview says what a statement is, from its own record and words: the one that is
// asked about, or the list of all where that is not clear.
func (x *inquiry) overview() {
	id := x.askedAbout()
	if id == "" {
		x.list()
		return
	}
	head := x.view.Head(id)
	sentence := dated(head) + "."
	if head.Place != "" {
		sentence = dated(head) + ", " + head.Place + "."
	}
	if len(head.Parties) > 0 {
		sentence += " By " + strings.Join(head.Parties, ", ") + "."
	}
	if x.wholeText(id) {
		sentence += " The whole text is here."
	}
	x.say(kb.KindOverview, sentence)
	x.answer.Statement = head.Bare()
	x.answer.Nearest = x.view.Central(id, examples)
	if len(x.answer.Nearest) == 0 {
		for _, p := range x.view.Opening(id, overviewPassages) {
			x.answer.Mentions = append(x.answer.Mentions, kb.Mention{ID: p.ID(), Text: p.Text})
		}
	}
}

// overviewPassages is how many passages stand for a text without facts.
const overviewPassages = 2

// dated is the title of a statement and its day.
func dated(s *kb.Statement) string {
	if s.Date == "" {
		return s.Title
	}
	return s.Title + " (" + s.Date + ")"
}
