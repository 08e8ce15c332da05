package reply

import (
	"strings"

	"verbatim/kb"
	"verbatim/kb/text"
)

// Answer is an answer as blocks: the answer, what the match assumed, each quote
// with who said it and where it stands, sources without a quote, the statement.
func Answer(a kb.Answer) []Block {
	var blocks []Block
	if a.Kind == kb.KindPassage {
		blocks = append(blocks, passage(a))
	} else {
		blocks = append(blocks, Block{Plain(a.Text), a.Text})
	}
	if a.Note != "" {
		blocks = append(blocks, Block{Plain(a.Note), a.Note})
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
		last = Join(sources(a, bare), last)
	}
	if last.Shown != "" {
		blocks = append(blocks, last)
	}
	return blocks
}

// Join puts a block below another, without a gap.
func Join(a, b Block) Block {
	if b.Shown == "" {
		return a
	}
	return Block{a.Shown + "\n" + b.Shown, a.Words + "\n" + b.Words}
}

// passage is a paragraph of a text, word for word, with the sentence in bold
// that shares most words with the question, and where it stands.
func passage(a kb.Answer) Block {
	b := Block{Shown: InBold(kb.Paragraph{Text: a.Text}, []Span{telling(a)}), Words: a.Text}
	_, number, _ := strings.Cut(a.ID, "#")
	for _, c := range a.Citations {
		c.Locator = "paragraph " + number
		b.Shown += "\n" + Source(c) + " · word for word"
		b.Words += "\n" + SourceWords(c)
	}
	return b
}

// telling is the sentence of a passage that the question is about; the
// paragraph's own beginning asks for none.
func telling(a kb.Answer) Span {
	if strings.HasPrefix(a.Text, strings.TrimSuffix(a.Question, "…")) {
		return Span{}
	}
	start, end := text.Telling(a.Text, a.Question)
	return Span{start, end}
}

// quoted is a quote with who said it, its source, and whether it was checked.
func quoted(a kb.Answer, c kb.Cited, said string) Block {
	return Block{
		Shown: QuoteBlock(c.Quote) + "\n" + said + Source(c) + " · " + checked(c),
		Words: c.Quote + "\n— " + whoWords(a) + "; " + SourceWords(c) + "; " + checkedWords(c),
	}
}

// sources are where the fact stands without a quote; they say who said it when
// no quote does.
func sources(a kb.Answer, bare []kb.Cited) Block {
	shown, words := "Also in: ", "Also in: "
	if len(bare) == len(a.Citations) {
		shown, words = "Said by "+who(a)+" · Source: ", "Said by "+whoWords(a)+". Source: "
	}
	var links, names []string
	for _, c := range bare {
		links, names = append(links, Source(c)), append(names, SourceWords(c))
	}
	return Block{shown + strings.Join(links, " · "), words + strings.Join(names, "; ")}
}

// QuoteBlock shows a text word for word as a block quote.
func QuoteBlock(s string) string {
	return quoteLines(verbatim(s))
}

// quoteLines makes lines of Markdown a block quote.
func quoteLines(markdown string) string {
	return "> " + strings.ReplaceAll(markdown, "\n", "\n> ")
}

// who is the person and party who said it, in Markdown.
func who(a kb.Answer) string {
	named := a.Party
	if a.Speaker != "" {
		named = a.Speaker
	}
	shown := "**" + OneLine(named) + "**"
	if named != a.Party && a.Party != "" {
		shown += ", for " + OneLine(a.Party)
	}
	return shown + Plain(sides(a))
}

// whoWords is the same as plain text.
func whoWords(a kb.Answer) string {
	words := a.Party
	if a.Speaker != "" && a.Speaker != a.Party {
		words = strings.Join(NonEmpty(a.Speaker, a.Party), ", for ")
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

// Source is the publisher and the date as a link, and the place in it.
func Source(c kb.Cited) string {
	s := Link(SourceName(c.Source), c.Source.URL)
	if c.Locator != "" {
		s += ", " + OneLine(c.Locator)
	}
	return s
}

// SourceName is the publisher, or else the title, and the date.
func SourceName(s kb.Source) string {
	name := s.Publisher
	if name == "" {
		name = s.Title
	}
	if s.Published != "" {
		name += ", " + Date(s.Published)
	}
	return name
}

// SourceWords is where something stands, as plain text.
func SourceWords(c kb.Cited) string {
	words := SourceName(c.Source)
	if c.Locator != "" {
		words += ", " + c.Locator
	}
	if c.Source.URL != "" {
		words += ", " + c.Source.URL
	}
	return words
}

func checkedWords(c kb.Cited) string {
	switch {
	case c.Verified:
		return "checked"
	case c.Disproved:
		return "does not stand in its source"
	}
	return "not checked"
}

// checked says whether the quote was found in the source's text.
func checked(c kb.Cited) string {
	switch {
	case c.Verified:
		return "✅ checked"
	case c.Disproved:
		return "❌ does not stand in its source"
	}
	return "⚠️ not checked"
}

// document is the statement in small print.
func document(s kb.Statement) Block {
	words := strings.Join(NonEmpty(s.Title, s.Place, Date(s.Date)), ", ")
	if words == "" {
		return Block{}
	}
	return Block{"-# " + OneLine(words), words}
}
