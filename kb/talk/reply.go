package talk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/index"
)

// Sentences are the keys of those of the kinds that need no source, in kb/catalog.
var Sentences = map[kb.Kind]string{
	kb.KindHelp: "talk.help", kb.KindIdentity: "talk.identity", kb.KindThanks: "talk.thanks", kb.KindChatter: "talk.chatter",
}

// examples is how many questions are offered.
const examples = 4

// Reply is what is said to a text of a kind; about is the statement that it is about,
// empty if that is not clear.
func Reply(v *index.View, kind kb.Kind, about string) kb.Answer {
	switch {
	case kind == kb.KindOverview && about != "":
		return Overview(v, about)
	case kind == kb.KindOverview && len(v.Heads()) > 1:
		return list(v, "Which statement? Name one of these: %s.")
	case kind == kb.KindOverview || kind == kb.KindList:
		return list(v, "These statements are here: %s.")
	}
	a := say(kind, catalog.English.Say(Sentences[kind]))
	if kind == kb.KindHelp {
		a.Nearest = v.Central("", examples)
	}
	return a
}

// Language is what is said to somebody who wants to go on in a language, if one is
// named.
func Language(asked string) (a kb.Answer, ok bool) {
	tag, ok := Named(asked)
	if !ok {
		return a, false
	}
	a = say(kb.KindHelp, fmt.Sprintf("From now on I answer in %s, where a person wrote the answer in it. I do not translate.", called(tag.String())))
	a.Wants = tag.String()
	return a, true
}

// list says which statements are here, the newest first.
func list(v *index.View, sentence string) kb.Answer {
	var heads []*kb.Statement
	for _, h := range v.Heads() {
		heads = append(heads, h)
	}
	if len(heads) == 0 {
		return say(kb.KindList, "No statement is here yet.")
	}
	slices.SortFunc(heads, func(a, b *kb.Statement) int { return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.ID, b.ID)) })
	var titles []string
	for _, h := range heads[:min(len(heads), listMost)] {
		titles = append(titles, dated(h))
	}
	if more := len(heads) - listMost; more > 0 {
		titles = append(titles, fmt.Sprintf("and %d more", more))
	}
	a := say(kb.KindList, fmt.Sprintf(sentence, strings.Join(titles, "; ")))
	a.Nearest = v.Central("", examples)
	return a
}

const listMost = 10

// dated is the title of a statement and its day.
func dated(s *kb.Statement) string {
	if s.Date == "" {
		return s.Title
	}
	return s.Title + " (" + s.Date + ")"
}
