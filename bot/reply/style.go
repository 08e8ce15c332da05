package reply

import (
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

// Style writes a citation of a source, ready to copy.
type Style struct {
	Name string // such as "Chicago"
	// Cite writes one of an answer's citations: the entry of a list of works,
	// and what stands beside the quote, a note or brackets; empty if nothing does.
	Cite func(a kb.Answer, c kb.Cited) (entry, note string)
}

// PlainStyle is used when there is no other.
var PlainStyle = Style{Name: "Source", Cite: func(a kb.Answer, c kb.Cited) (entry, note string) {
	return strings.Join(NonEmpty(a.Statement.Title, c.Source.Title, SourceWords(catalog.English, c)), ". "), ""
}}

// Block is a citation ready to copy.
func (s Style) Block(l catalog.Language, a kb.Answer, c kb.Cited) Block {
	entry, note := s.Cite(a, c)
	b := Block{"**" + s.Name + "**\n" + copyable(entry), s.Name + "\n" + entry}
	if note != "" {
		b = Join(b, Block{l.Say("cite.beside") + "\n" + copyable(note), l.Say("cite.beside") + " " + note})
	}
	return b
}
