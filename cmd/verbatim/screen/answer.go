package screen

import (
	"fmt"
	"strings"
	"time"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/wording"
)

// Answer lays out an answer: what is answered first, then in whose words, where
// they stand, and what they are from. An abstention is its reason and the
// nearest questions, numbered from 1.
func (s Screen) Answer(a kb.Answer) string {
	p := &page{Screen: s}
	switch {
	case !a.Answered:
		p.abstention(a)
	case a.Kind.IsTalk():
		p.talk(a)
	case a.Kind == kb.KindPassage:
		p.passage(a)
	default:
		p.fact(a)
	}
	return p.String()
}

func (p *page) abstention(a kb.Answer) {
	p.put("", bold, wording.Abstention(catalog.English, a))
	p.note(a)
	p.mentions(a)
	p.questions("The nearest questions that are answered here:", a)
}

// talk is what is said to somebody who asked nothing of a statement.
func (p *page) talk(a kb.Answer) {
	p.put("", bold, a.Text)
	p.mentions(a)
	p.questions("Ask, for example:", a)
}

// mentions are places of texts, word for word.
func (p *page) mentions(a kb.Answer) {
	for _, m := range a.Mentions {
		p.gap()
		p.put("┃ ", plain, m.Text)
		p.put("", plain, m.ID)
	}
}

// questions are those that are near, numbered from 1.
func (p *page) questions(above string, a kb.Answer) {
	if len(a.Nearest) == 0 {
		return
	}
	p.gap()
	p.put("", plain, above)
	for i, n := range a.Nearest {
		p.hang(fmt.Sprintf("%3d  ", i+1), "     ", plain, n.Question)
	}
}

func (p *page) fact(a kb.Answer) {
	p.put("", bold, a.Text)
	p.note(a)
	p.gap()
	p.put("", plain, who(a)+ending(a.Citations))
	for i, c := range a.Citations {
		if c.Quote != "" {
			p.put("┃ ", plain, "“"+c.Quote+"”")
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
	p.put("", bold, "The text itself, paragraph "+number+":")
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
	p.put(lead, plain, list(c.Source.Publisher, date(c.Source.Published), c.Locator))
	p.put(lead, dim, c.Source.Title)
	p.link(lead, c.Source.URL)
	switch {
	case c.Quote == "":
	case c.Verified:
		p.put(lead, dim, "checked: stands word for word in the text")
	case c.Disproved:
		p.put(lead, caveat, "false: does not stand in the text of the source")
	default:
		p.put(lead, caveat, "not checked against the text of the source")
	}
	p.gap()
}

func (p *page) statement(s kb.Statement) {
	if s.Title != "" {
		p.put("", dim, "In: "+list(s.Title, s.Place, date(s.Date)))
	}
}

// sameSource says whether one line about the source is enough for both.
func sameSource(a, b kb.Cited) bool {
	return a.Source.ID == b.Source.ID && a.Locator == b.Locator && a.Verified == b.Verified && a.Disproved == b.Disproved &&
		(a.Quote == "") == (b.Quote == "")
}

// who names whose words an answer is: the person, and whom the person speaks
// for.
func who(a kb.Answer) string {
	if a.Party == "" {
		return "Said by " + a.Speaker
	}
	return "Said by " + kb.SaidBy(kb.Fact{Party: a.Party, Speaker: a.Speaker})
}

// ending leads over to the quotes, if there are any.
func ending(citations []kb.Cited) string {
	for _, c := range citations {
		if c.Quote != "" {
			return ":"
		}
	}
	return "."
}

// list puts commas between what is not empty.
func list(parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, ", ")
}

// date writes a day or a month as people do; anything else stays as it is.
func date(s string) string {
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return day.Format("2 January 2006")
	}
	if month, err := time.Parse("2006-01", s); err == nil {
		return month.Format("January 2006")
	}
	return s
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
