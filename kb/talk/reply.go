package talk

import (
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
)

// sentences are those of the kinds that need no source.
var sentences = map[kb.Kind]string{
	kb.KindHelp: "Hello. Ask me what a statement says, and I answer with its words, who said them and where they stand. " +
		"Put words in quotation marks to have them checked.",
	kb.KindIdentity: "I am Verbatim, a bot. I look up what people wrote down from official statements, with the source, " +
		"and I check quotations. No language model writes my answers; what is not here, I do not know.",
	kb.KindThanks:  "You are welcome.",
	kb.KindChatter: "All right. Ask me what a statement says whenever you like.",
}

// examples is how many questions are offered.
const examples = 4

// Reply is what is said to a text of a kind; about is the statement that it is about,
// empty if that is not clear.
func Reply(v *index.View, kind kb.Kind, about string) kb.Answer {
	switch {
	case kind == kb.KindOverview && about != "":
		return overview(v, about)
	case kind == kb.KindOverview || kind == kb.KindList:
		return list(v)
	}
	a := say(kind, sentences[kind])
	if kind == kb.KindHelp {
		a.Nearest = v.Central("", examples)
	}
	return a
}

// say answers with a sentence.
func say(kind kb.Kind, sentence string) kb.Answer {
	return kb.Answer{Answered: true, Kind: kind, Text: sentence, Confidence: 1}
}

// list says which statements are here.
func list(v *index.View) kb.Answer {
	var titles []string
	for _, h := range v.Heads() {
		titles = append(titles, dated(h))
	}
	slices.Sort(titles)
	if len(titles) > listMost {
		titles = append(titles[:listMost], "…")
	}
	sentence := "No statement is here yet."
	if len(titles) > 0 {
		sentence = "These statements are here: " + strings.Join(titles, "; ") + "."
	}
	a := say(kb.KindList, sentence)
	a.Nearest = v.Central("", examples)
	return a
}

const listMost = 10

// overview says what a statement is, from its own record and words.
func overview(v *index.View, id string) kb.Answer {
	head := v.Head(id)
	sentence := dated(head) + "."
	if head.Place != "" {
		sentence = dated(head) + ", " + head.Place + "."
	}
	if len(head.Parties) > 0 {
		sentence += " By " + strings.Join(head.Parties, ", ") + "."
	}
	if v.IsWhole(id) {
		sentence += " The whole text is here."
	}
	a := say(kb.KindOverview, sentence)
	a.Statement = head.Bare()
	a.Nearest = v.Central(id, examples)
	if len(a.Nearest) == 0 {
		for _, p := range v.Opening(id, overviewPassages) {
			a.Mentions = append(a.Mentions, kb.Mention{ID: p.ID(), Text: p.Text})
		}
	}
	return a
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
