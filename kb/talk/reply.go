package talk

import (
	"cmp"
	"slices"

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
// empty if that is not clear. It is said in a language.
func Reply(v *index.View, kind kb.Kind, about string, l catalog.Language) kb.Answer {
	switch {
	case kind == kb.KindOverview && about != "":
		return Overview(v, about, l)
	case kind == kb.KindOverview && len(v.Heads()) > 1:
		return list(l, v, "talk.which")
	case kind == kb.KindOverview || kind == kb.KindList:
		return list(l, v, "talk.list")
	}
	a := say(l, kind, l.Say(Sentences[kind]))
	if kind == kb.KindHelp {
		a.Nearest = v.Central("", examples)
	}
	return a
}

// Language is what is said to somebody who wants to go on in a language, if one is
// named.
func Language(q kb.Question) (a kb.Answer, ok bool) {
	tag, ok := Named(q.Text)
	if !ok {
		return a, false
	}
	l := In(q)
	a = say(l, kb.KindHelp, l.Say("talk.language", "Language", l.Named(tag.String())))
	a.Wants = tag.String()
	return a, true
}

// list says which statements are here, the newest first, in the sentence of a key.
func list(l catalog.Language, v *index.View, key string) kb.Answer {
	var heads []*kb.Statement
	for _, h := range v.Heads() {
		heads = append(heads, h)
	}
	if len(heads) == 0 {
		return say(l, kb.KindList, l.Say("talk.nothing-here"))
	}
	slices.SortFunc(heads, func(a, b *kb.Statement) int { return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.ID, b.ID)) })
	var titles []string
	for _, h := range heads[:min(len(heads), listMost)] {
		titles = append(titles, dated(l, h))
	}
	if more := len(heads) - listMost; more > 0 {
		titles = append(titles, l.Say("talk.more", catalog.Count, more))
	}
	a := say(l, kb.KindList, l.Say(key, "Statements", l.Entries(titles...)))
	a.Nearest = v.Central("", examples)
	return a
}

const listMost = 10

// dated is the title of a statement and its day.
func dated(l catalog.Language, s *kb.Statement) string {
	if s.Date == "" {
		return s.Title
	}
	return l.Say("talk.dated", "Title", s.Title, "Day", l.Date(s.Date))
}
