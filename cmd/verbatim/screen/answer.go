package screen

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/wording"
)

// Answer lays out an answer, with what is said around it in a language: what is answered
// first, then in whose words, where they stand, and what they are from. An abstention is
// its reason and the nearest questions, numbered from 1.
func (s Screen) Answer(l catalog.Language, a kb.Answer) string {
	p := &page{Screen: s, language: l}
	switch {
	case !a.Answered:
		p.abstention(a)
	case a.Kind.IsTalk():
		p.talk(a)
	case a.Detail != "":
		p.put("", bold, a.Text)
	case a.Kind == kb.KindPassage:
		p.passage(a)
	default:
		p.fact(a)
	}
	return p.String()
}

func (p *page) abstention(a kb.Answer) {
	p.put("", bold, wording.Abstention(p.language, a))
	p.note(a)
	p.mentions(a)
	p.questions("terminal.nearest", a)
}

// talk is what is said to somebody who asked nothing of a statement.
func (p *page) talk(a kb.Answer) {
	p.put("", bold, a.Text)
	p.mentions(a)
	p.questions("terminal.examples", a)
}

// mentions are places of texts, word for word.
func (p *page) mentions(a kb.Answer) {
	for _, m := range a.Mentions {
		p.gap()
		p.put("┃ ", plain, m.Text)
		p.put("", plain, m.ID)
	}
}

// questions are those that are near, numbered from 1, below a sentence of the catalog.
func (p *page) questions(above string, a kb.Answer) {
	if len(a.Nearest) == 0 {
		return
	}
	p.gap()
	p.put("", plain, p.language.Say(above))
	for i, n := range a.Nearest {
		p.hang(fmt.Sprintf("%3d  ", i+1), "     ", plain, n.Question)
	}
}

func (p *page) fact(a kb.Answer) {
	p.put("", bold, a.Text)
	p.note(a)
	p.gap()
	p.put("", plain, p.who(a))
	for i, c := range a.Citations {
		if c.Quote != "" {
			p.put("┃ ", plain, p.language.Say("terminal.quote", "Quote", c.Quote))
		}
		if i+1 == len(a.Citations) || !sameSource(c, a.Citations[i+1]) {
			p.source(c)
		}
	}
	p.statement(a.Statement)
}

// passage lays out a paragraph of a text. It is the quote; its number stands at
// the end of the id.
func (p *page) passage(a kb.Answer) {
	number := a.ID[strings.LastIndex(a.ID, "#")+1:]
	p.put("", bold, p.language.Say("terminal.passage", "Number", number))
	p.put("┃ ", plain, a.Text)
	p.note(a)
	for _, c := range a.Citations {
		p.source(c)
	}
	p.statement(a.Statement)
}

func (p *page) note(a kb.Answer) {
	if a.Note != "" {
		p.put("", caveat, a.Note)
	}
}

// source says where a citation can be read, and whether its words were checked.
func (p *page) source(c kb.Cited) {
	const lead = "  "
	p.put(lead, plain, p.language.Clauses(c.Source.Publisher, p.language.Date(c.Source.Published), c.Locator))
	p.put(lead, dim, c.Source.Title)
	p.link(lead, c.Source.URL)
	switch {
	case c.Quote == "":
	case c.Verified:
		p.put(lead, dim, p.language.Say("terminal.checked"))
	case c.Disproved:
		p.put(lead, caveat, p.language.Say("terminal.disproved"))
	default:
		p.put(lead, caveat, p.language.Say("terminal.not-checked"))
	}
	p.gap()
}

func (p *page) statement(s kb.Statement) {
	if s.Title != "" {
		whole := p.language.Clauses(s.Title, s.Place, p.language.Date(s.Date))
		p.put("", dim, p.language.Say("terminal.statement", "Statement", whole))
	}
}

// sameSource says whether one line about the source is enough for both.
func sameSource(a, b kb.Cited) bool {
	return a.Source.ID == b.Source.ID && a.Locator == b.Locator && a.Verified == b.Verified && a.Disproved == b.Disproved &&
		(a.Quote == "") == (b.Quote == "")
}

// who names whose words an answer is: the person, and whom the person speaks for. It
// leads over to the quotes, if there are any.
func (p *page) who(a kb.Answer) string {
	said := "terminal.said"
	if slices.ContainsFunc(a.Citations, func(c kb.Cited) bool { return c.Quote != "" }) {
		said = "terminal.said-words"
	}
	return p.language.Say(said, "Who", wording.SaidBy(p.language, kb.Fact{Party: a.Party, Speaker: a.Speaker}))
}

// Question lays out a question above its answer.
func (s Screen) Question(text string) string {
	p := &page{Screen: s}
	p.gap()
	p.hang("? ", "  ", dim, clipped(text))
	return p.String()
}

// questionShown is how much of a question is repeated, in characters.
const questionShown = 200

// clipped is the beginning of a text.
func clipped(text string) string {
	if runes := []rune(text); len(runes) > questionShown {
		return string(runes[:questionShown]) + "…"
	}
	return text
}
