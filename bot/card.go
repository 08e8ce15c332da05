package bot

import (
	"strings"
	"time"

	"verbatim/kb"
	"verbatim/kb/text"
)

// card is an answer as blocks: the answer, what the match assumed, each quote
// with who said it and where it stands, sources without a quote, the statement.
func card(a kb.Answer) []Block {
	var blocks []Block
	if a.Kind == kb.KindPassage {
		blocks = append(blocks, passage(a))
	} else {
		blocks = append(blocks, Block{plain(a.Text), a.Text})
	}
	if a.Note != "" {
		blocks = append(blocks, Block{plain(a.Note), a.Note})
	}
	var bare []kb.Cited
	said := "— " + who(a) + " · " // once: a fact has one speaker
	for _, c := range a.Citations {
		switch {
		case a.Kind == kb.KindPassage: // its words are the answer
		case c.Quote != "":
			blocks = append(blocks, quoted(a, c, said))
			said = "— "
		default:
			bare = append(bare, c)
		}
	}
	last := document(a.Statement)
	if len(bare) > 0 {
		last = join(sources(a, bare), last)
	}
	if last.Shown != "" {
		blocks = append(blocks, last)
	}
	return blocks
}

// join puts a block below another, without a gap.
func join(a, b Block) Block {
	if b.Shown == "" {
		return a
	}
	return Block{a.Shown + "\n" + b.Shown, a.Words + "\n" + b.Words}
}

// passage is a paragraph of a text, word for word, with the sentence in bold
// that shares most words with the question, and where it stands.
func passage(a kb.Answer) Block {
	b := Block{Shown: inBold(kb.Paragraph{Text: a.Text}, []span{telling(a)}), Words: a.Text}
	_, number, _ := strings.Cut(a.ID, "#")
	for _, c := range a.Citations {
		c.Locator = "paragraph " + number
		b.Shown += "\n" + source(c) + " · word for word"
		b.Words += "\n" + sourceWords(c)
	}
	return b
}

// telling is the sentence of a passage that the question is about; the
// paragraph's own beginning asks for none.
func telling(a kb.Answer) span {
	if strings.HasPrefix(a.Text, strings.TrimSuffix(a.Question, "…")) {
		return span{}
	}
	start, end := text.Telling(a.Text, a.Question)
	return span{start, end}
}

// quoted is a quote with who said it, its source, and whether it was checked.
func quoted(a kb.Answer, c kb.Cited, said string) Block {
	return Block{
		Shown: block(c.Quote) + "\n" + said + source(c) + " · " + checked(c),
		Words: c.Quote + "\n— " + whoWords(a) + "; " + sourceWords(c) + "; " + checkedWords(c),
	}
}

// sources are where the fact stands without a quote; they say who said it when
// no quote does.
func sources(a kb.Answer, bare []kb.Cited) Block {
	shown, words := "Also in: ", "Also in: "
	if len(bare) == len(a.Citations) {
		shown, words = "Said by "+who(a)+" · Source: ", "Said by "+whoWords(a)+". Source: "
	}
	for i, c := range bare {
		if i > 0 {
			shown, words = shown+" · ", words+"; "
		}
		shown, words = shown+source(c), words+sourceWords(c)
	}
	return Block{shown, words}
}

// block shows a text word for word as a block quote.
func block(s string) string {
	return "> " + strings.ReplaceAll(verbatim(s), "\n", "\n> ")
}

// who is the person and party who said it, in Markdown.
func who(a kb.Answer) string {
	named := a.Party
	if a.Speaker != "" {
		named = a.Speaker
	}
	shown := "**" + oneLine(named) + "**"
	if named != a.Party && a.Party != "" {
		shown += ", for " + oneLine(a.Party)
	}
	return shown + plain(sides(a))
}

// whoWords is the same as plain text.
func whoWords(a kb.Answer) string {
	words := a.Party
	if a.Speaker != "" && a.Speaker != a.Party {
		words = strings.Join(nonEmpty(a.Speaker, a.Party), ", for ")
	}
	return words + sides(a)
}

// sides names both sides.
func sides(a kb.Answer) string {
	if a.Party != kb.BothSides || len(a.Statement.Parties) == 0 {
		return ""
	}
	return " (" + strings.Join(a.Statement.Parties, ", ") + ")"
}

// source is the publisher and the date as a link, and the place in it.
func source(c kb.Cited) string {
	s := link(sourceName(c.Source), c.Source.URL)
	if c.Locator != "" {
		s += ", " + oneLine(c.Locator)
	}
	return s
}

func sourceName(s kb.Source) string {
	name := s.Publisher
	if name == "" {
		name = s.Title
	}
	if s.Published != "" {
		name += ", " + date(s.Published)
	}
	return name
}

func sourceWords(c kb.Cited) string {
	words := sourceName(c.Source)
	if c.Locator != "" {
		words += ", " + c.Locator
	}
	if c.Source.URL != "" {
		words += ", " + c.Source.URL
	}
	return words
}

func checkedWords(c kb.Cited) string {
	if c.Verified {
		return "checked"
	}
	return "not checked"
}

// checked says whether the quote was found in the source's text.
func checked(c kb.Cited) string {
	if c.Verified {
		return "✅ checked"
	}
	return "⚠️ not checked"
}

// document is the statement in small print.
func document(s kb.Statement) Block {
	words := strings.Join(nonEmpty(s.Title, s.Place, date(s.Date)), ", ")
	if words == "" {
		return Block{}
	}
	return Block{"-# " + oneLine(words), words}
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// date writes YYYY-MM-DD, YYYY-MM or YYYY for people; other text stays.
func date(s string) string {
	for _, form := range [...]struct{ layout, shown string }{
		{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"},
	} {
		if len(s) == len(form.layout) {
			if t, err := time.Parse(form.layout, s); err == nil {
				return t.Format(form.shown)
			}
		}
	}
	return s
}
