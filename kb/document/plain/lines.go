package plain

import (
	"strings"

	"verbatim/kb/document/block"
)

// Lines takes a text whose lines a layout has broken: what it says of itself at
// the beginning, and then its paragraphs, unwrapped.
func (d *Document) Lines(source string) {
	source = d.SayFront(source)
	blocks := block.Blocks(source)
	first := d.sayHead(source, blocks)
	pages := pageNumbers(blocks)
	var paragraphs []Paragraph
	for i := first; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Kind == block.Rule && (pages[i] || !strings.ContainsAny(b.Text, "0123456789")) {
			continue
		}
		before := source[b.Start:b.At(0)]
		if strings.Contains(before, "\n") {
			before = strings.TrimSpace(before) + " "
		}
		paragraphs = append(paragraphs, Paragraph{Text: before + b.Text})
	}
	d.Write(paragraphs)
}

// sayHead takes what the blocks before the text say of it, and gives the first
// block of the text itself. Fields stand before the text; a day or a title is
// part of it.
func (d *Document) sayHead(source string, blocks []block.Block) int {
	first, open := 0, true
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind == block.Metadata:
			if HasField(b.Text) {
				d.sayFields(source[b.Start:b.End])
			} else {
				d.Say("date", b.Text)
				open = false
			}
		case b.Kind == block.Heading:
			d.Say("title", strings.TrimRight(OneLine(b.Text), ":："))
			open = false
		case b.Kind != block.Rule:
			return first
		}
		if open {
			first = i + 1
		}
	}
	return first
}

// HasField reports whether words begin with a field: a name, a colon and a value.
func HasField(s string) bool {
	line, _, _ := strings.Cut(s, "\n")
	_, _, ok := block.Field(line)
	return ok
}

// pageNumbers gives the rules that are numbers of pages: those that go up one by
// one from one to the next, and that say so.
func pageNumbers(blocks []block.Block) map[int]bool {
	pages := map[int]bool{}
	last, number := -1, 0
	for i := range blocks {
		if blocks[i].Kind != block.Rule {
			continue
		}
		n, bare := pageNumber(blocks[i].Text)
		switch {
		case n == 0:
			continue
		case !bare:
			pages[i] = true
		case last >= 0 && n == number+1:
			pages[i], pages[last] = true, true
		}
		last, number = i, n
	}
	return pages
}

// pageNumber reads a number of a page; bare where nothing but the number stands
// there.
func pageNumber(s string) (n int, bare bool) {
	s = digits.Replace(s)
	start := strings.IndexAny(s, "0123456789")
	if start < 0 {
		return 0, false
	}
	for _, r := range s[start:] {
		if r < '0' || r > '9' {
			break
		}
		n = 10*n + int(r-'0')
	}
	return n, strings.Trim(s, "0123456789") == ""
}

// HardBreak is a line break of the author's own while those of the layout are
// still there too.
const HardBreak = "\v"

// Unwrap puts the lines of paragraphs together. Those that the author broke
// stay.
func Unwrap(paragraphs []Paragraph) []Paragraph {
	var all strings.Builder
	for _, p := range paragraphs {
		all.WriteString(strings.ReplaceAll(p.Text, HardBreak, "\u2028") + "\n\n")
	}
	for i, s := range block.Unwrapped(all.String()) {
		paragraphs[i].Text = strings.ReplaceAll(s, "\u2028", "\n")
	}
	return paragraphs
}
