package reply

import (
	"cmp"
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/text"
)

// Answer is an answer as blocks: the answer, what the match assumed, each quote
// with who said it and where it stands, sources without a quote, the statement.
func Answer(l catalog.Language, a kb.Answer) []Block {
	var blocks []Block
	if a.Kind == kb.KindPassage {
		blocks = append(blocks, passage(l, a))
	} else {
		blocks = append(blocks, told(l, a))
	}
	if a.Note != "" {
		blocks = append(blocks, Block{Plain(a.Note), a.Note})
	}
	var bare []kb.Cited
	said := "— " + who(l, a) + " · " // once: a fact has one speaker
	for _, c := range a.Citations {
		switch {
		case a.Kind == kb.KindPassage: // its words are the answer
		case c.Quote != "":
			blocks = append(blocks, quoted(l, a, c, said))
			said = "— "
		default:
			bare = append(bare, c)
		}
	}
	last := document(l, a.Statement)
	if len(bare) > 0 {
		last = Join(sources(l, a, bare), last)
	}
	if last.Shown != "" {
		blocks = append(blocks, last)
	}
	return blocks
}

// told is the answer of a fact in the language, if somebody has written it in that, or
// else as it was written, with a line that says so.
func told(l catalog.Language, a kb.Answer) Block {
	said, written := a.In(l)
	b := Block{Plain(said), said}
	if !written && a.Language == "" { // else its note says so
		b = Join(b, Block{"-# " + l.Say("answer.as-written"), l.Say("answer.as-written")})
	}
	return b
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
func passage(l catalog.Language, a kb.Answer) Block {
	b := Block{Shown: InBold(kb.Paragraph{Text: a.Text}, []Span{telling(a)}), Words: a.Text}
	_, number, _ := strings.Cut(a.ID, "#")
	for _, c := range a.Citations {
		c.Locator = l.Say("answer.paragraph", "Number", number)
		b.Shown += "\n" + Source(l, c) + " · " + l.Say("answer.word-for-word")
		b.Words += "\n" + SourceWords(l, c)
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
func quoted(l catalog.Language, a kb.Answer, c kb.Cited, said string) Block {
	return Block{
		Shown: QuoteBlock(c.Quote) + "\n" + said + Source(l, c) + " · " + checked(l, c),
		Words: c.Quote + "\n— " + whoWords(l, a) + "; " + SourceWords(l, c) + "; " + checkedWords(l, c),
	}
}

// sources are where the fact stands without a quote; they say who said it when
// no quote does.
func sources(l catalog.Language, a kb.Answer, bare []kb.Cited) Block {
	var links, names []string
	for _, c := range bare {
		links, names = append(links, Source(l, c)), append(names, SourceWords(l, c))
	}
	shown, words := strings.Join(links, " · "), strings.Join(names, "; ")
	if len(bare) < len(a.Citations) {
		return Block{l.Say("answer.also-in", "Sources", shown), l.Say("answer.also-in", "Sources", words)}
	}
	return Block{
		l.Say("answer.said-by", "Who", who(l, a)) + " · " + l.Say("answer.source", "Sources", shown),
		l.Say("answer.said-by", "Who", whoWords(l, a)) + ". " + l.Say("answer.source", "Sources", words),
	}
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
func who(l catalog.Language, a kb.Answer) string {
	party := partyOf(l, a)
	if a.Speaker == "" || a.Speaker == a.Party {
		return "**" + OneLine(party) + "**" + Plain(sides(l, a))
	}
	speaker := "**" + OneLine(a.Speaker) + "**"
	if party != "" {
		speaker = l.Say("answer.speaker-for", "Speaker", speaker, "Party", OneLine(party))
	}
	return speaker + Plain(sides(l, a))
}

// whoWords is the same as plain text.
func whoWords(l catalog.Language, a kb.Answer) string {
	words := partyOf(l, a)
	switch {
	case a.Speaker == "" || a.Speaker == a.Party:
	case words == "":
		words = a.Speaker
	default:
		words = l.Say("answer.speaker-for", "Speaker", a.Speaker, "Party", words)
	}
	return words + sides(l, a)
}

// partyOf is the party as people read it.
func partyOf(l catalog.Language, a kb.Answer) string {
	if a.Party == kb.BothSides {
		return l.Say("answer.both-sides")
	}
	return a.Party
}

// sides names both sides.
func sides(l catalog.Language, a kb.Answer) string {
	if a.Party != kb.BothSides || len(a.Statement.Parties) == 0 {
		return ""
	}
	return " (" + l.List(a.Statement.Parties...) + ")"
}

// Source is the publisher and the date as a link, and the place in it.
func Source(l catalog.Language, c kb.Cited) string {
	return l.Clauses(Link(SourceName(l, c.Source), c.Source.URL), OneLine(c.Locator))
}

// SourceName is the publisher, or else the title, and the date.
func SourceName(l catalog.Language, s kb.Source) string {
	return l.Clauses(cmp.Or(s.Publisher, s.Title), l.Date(s.Published))
}

// SourceWords is where something stands, as plain text.
func SourceWords(l catalog.Language, c kb.Cited) string {
	return l.Clauses(SourceName(l, c.Source), c.Locator, c.Source.URL)
}

func checkedWords(l catalog.Language, c kb.Cited) string {
	switch {
	case c.Verified:
		return l.Say("answer.checked")
	case c.Disproved:
		return l.Say("answer.disproved")
	}
	return l.Say("answer.not-checked")
}

// checked says whether the quote was found in the source's text.
func checked(l catalog.Language, c kb.Cited) string {
	switch {
	case c.Verified:
		return "✅ " + checkedWords(l, c)
	case c.Disproved:
		return "❌ " + checkedWords(l, c)
	}
	return "⚠️ " + checkedWords(l, c)
}

// document is the statement in small print.
func document(l catalog.Language, s kb.Statement) Block {
	words := l.Clauses(s.Title, s.Place, l.Date(s.Date))
	if words == "" {
		return Block{}
	}
	return Block{"-# " + OneLine(words), words}
}
