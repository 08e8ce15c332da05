package kb

import (
	"strings"
	"unicode"

	"verbatim/kb/quote/locate"
)

// A Paragraph is a block of a text: lines without a blank one between them.
type Paragraph struct {
	Number int    // from 1, as in the id of a passage: statement/source#2
	Start  int    // byte offset of Text in the whole text
	Text   string // word for word, without white space around it
}

// Paragraphs cuts a text into its paragraphs, at the same lines and with the same
// numbers as [locate.Paragraphs]. What is inside a paragraph is unchanged, line
// breaks too.
func Paragraphs(text string) []Paragraph {
	blocks := locate.Paragraphs(text)
	paragraphs := make([]Paragraph, 0, len(blocks))
	for i, b := range blocks {
		block := strings.TrimRightFunc(text[b.Start:b.End], atEdge)
		trimmed := strings.TrimLeftFunc(block, atEdge)
		paragraphs = append(paragraphs, Paragraph{i + 1, b.Start + len(block) - len(trimmed), trimmed})
	}
	return paragraphs
}

// atEdge says whether a character shows nothing at the edge of a paragraph:
// white space, or the byte order mark of a text.
func atEdge(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }

// openingMost is how many characters of a paragraph stand for it in a list.
const openingMost = 80

// Opening is how a paragraph begins, in at most 80 characters, cut between words.
func (p Paragraph) Opening() string {
	letters, cut := 0, 0
	for i, r := range p.Text {
		if r == '\n' || letters == openingMost {
			if cut == 0 || r == '\n' {
				cut = i
			}
			return p.Text[:cut] + "…"
		}
		if r == ' ' {
			cut = i
		}
		letters++
	}
	return p.Text
}
