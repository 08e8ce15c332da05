// Package passage cuts texts into what can be found of them: paragraphs that say
// something, and windows of those, by whose meaning they are found. It must never change a
// word, and knows no statement; kb/index calls it.
package passage

import (
	"cmp"
	"strings"

	"verbatim/kb"
	"verbatim/kb/document/block"
)

// A Passage is a paragraph of a text that says something, as it is found: without
// the line breaks of its layout, and under its heading.
type Passage struct {
	kb.Paragraph
	Heading string // of the heading above it; empty if there is none
	Speaker string // who says it, as the text has it; empty if it tells nobody
	Put     bool   // it is a question, put to whoever speaks in the text
	flat    string // its words, unwrapped; empty where they are those of Text
}

// Of gives the paragraphs of a text that say something. Headings,
// signatures, metadata and the furniture of pages do not, but a heading lends its
// words to what stands below it.
func Of(text string) (all []Passage) {
	if text == "" {
		return nil
	}
	blocks := block.Blocks(text)
	for _, p := range kb.Paragraphs(text) {
		var q Passage
		var flat []string
		for _, b := range block.In(blocks, p.Number) {
			if !b.Kind.Says() {
				continue
			}
			if len(flat) == 0 {
				q.Speaker, q.Put = b.Speaker, b.Role == block.Question
				if b.Under >= 0 {
					q.Heading = blocks[b.Under].Text
				}
			}
			flat = append(flat, b.Text)
		}
		if len(flat) > 0 {
			q.Paragraph, q.flat = p, strings.Join(flat, "\n")
			if q.flat == p.Text {
				q.flat = "" // so that it is there once
			}
			all = append(all, q)
		}
	}
	return all
}

// Words are those of a passage, unwrapped.
func (p *Passage) Words() string { return cmp.Or(p.flat, p.Text) }
