package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// paragraphsOf makes paragraphs of the lines of pages, footnotes last. What goes on
// over the end of a page is one.
func paragraphsOf(pages [][]textLine) []plain.Paragraph {
	withoutRunning(pages)
	var body, notes []plain.Paragraph
	l := layoutOf(pages)
	for _, page := range pages {
		first := true
		for _, p := range l.paragraphs(page) {
			switch {
			case p.Kind == block.Footnote:
				notes = append(notes, p)
				continue
			case first && len(body) > 0 && plain.GoesOn(body[len(body)-1].Text, p.Text):
				body[len(body)-1].Text += "\n" + p.Text
			default:
				body = append(body, p)
			}
			first = false
		}
	}
	return append(body, notes...)
}

// withoutRunning takes the lines off that stand at the head or the foot of most
// pages, and the numbers of the pages.
func withoutRunning(pages [][]textLine) {
	texts := make([][]string, len(pages))
	for n, page := range pages {
		slices.SortStableFunc(page, func(a, b textLine) int { return a.order - b.order })
		down := slices.Clone(page)
		slices.SortStableFunc(down, func(a, b textLine) int { return int(math.Round(b.y - a.y)) })
		pages[n] = down
		for _, l := range down {
			texts[n] = append(texts[n], l.text)
		}
	}
	for n, drop := range plain.Furniture(texts) {
		var kept []textLine
		for i, l := range pages[n] {
			if !drop[i] {
				kept = append(kept, l)
			}
		}
		slices.SortStableFunc(kept, func(a, b textLine) int { return a.order - b.order })
		pages[n] = kept
	}
}

// A layout is how a file is set.
type layout struct {
	size    float64 // of most letters
	spacing float64 // from one baseline to the next, in sizes
}

func layoutOf(pages [][]textLine) layout {
	sizes, drops := map[float64]int{}, map[float64]int{}
	for _, page := range pages {
		for i, line := range page {
			sizes[line.size] += len(line.text)
			if i == 0 || page[i-1].size != line.size {
				continue
			}
			if drop := (page[i-1].y - line.y) / line.size; drop > 0.8 && drop < 3 {
				drops[math.Round(drop*20)/20]++
			}
		}
	}
	l := layout{size: commonest(sizes), spacing: 1.2}
	if len(drops) > 0 {
		l.spacing = commonest(drops)
	}
	return l
}

// paragraphs makes paragraphs of the lines of a page.
func (l layout) paragraphs(page []textLine) []plain.Paragraph {
	var all []plain.Paragraph
	var open []textLine
	for _, line := range page {
		if len(open) > 0 && l.begins(page, open, line) {
			all = append(all, l.paragraph(open))
			open = nil
		}
		open = append(open, line)
	}
	if len(open) > 0 {
		all = append(all, l.paragraph(open))
	}
	return all
}

// begins reports whether a paragraph begins with a line: it is set apart, or in
// other letters, or it is an entry; or the line before ended early.
func (l layout) begins(page, open []textLine, line textLine) bool {
	before := open[len(open)-1]
	size := math.Max(before.size, line.size)
	drop := before.y - line.y
	switch {
	case math.Abs(before.size-line.size) > 0.08*size, before.cells || line.cells:
		return true
	case drop <= 0 || drop > 8*size: // in another column
		return !plain.GoesOn(before.text, line.text)
	case drop > 1.2*l.spacing*size, before.bold != line.bold && before.bold == open[0].bold:
		return true
	case isEntry(open, line):
		return true
	case math.Abs(before.left+before.right-line.left-line.right) < size && before.left > line.left+size:
		return false // in the middle
	}
	return l.moved(page, open, line, size)
}

// isEntry reports whether a line is an entry of a list.
func isEntry(open []textLine, line textLine) bool {
	mark := block.Mark(line.text)
	before := open[len(open)-1].text
	return mark != "" && (mark == plain.Bullet || block.Mark(open[0].text) != "" || strings.ContainsRune(".;:,؛。；：", plain.Last(before)))
}

// moved reports whether a line begins a paragraph by where it begins, or by where
// the line before ends.
func (l layout) moved(page, open []textLine, line textLine, size float64) bool {
	before := open[len(open)-1]
	in := line.edge() - before.edge()
	hangs := block.Mark(open[0].text) != ""
	switch {
	case in > 0.8*size && !hangs, in < -0.8*size && (len(open) > 1 || hangs):
		return true
	}
	end := before.end()
	for _, other := range page {
		if math.Abs(other.edge()-before.edge()) < 3*size {
			end = math.Max(end, other.end())
		}
	}
	short := before.end() < end-0.2*(end-before.edge())
	return short && endsSentence(before.text) && !unicode.IsLower(plain.First(line.text))
}

// edge and end give where a line begins and ends for who reads it.
func (t textLine) edge() float64 {
	if directionOf(firstLetters(t.text)) == toLeft {
		return -t.right
	}
	return t.left
}

func (t textLine) end() float64 {
	if directionOf(firstLetters(t.text)) == toLeft {
		return -t.left
	}
	return t.right
}

func firstLetters(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”\"’»)]"+string(plain.NoteClose)+"0123456789")
	return strings.ContainsRune(".!?。！？؟:", plain.Last(strings.TrimRight(s, string(plain.NoteOpen))))
}

// paragraph puts lines together. In small letters and after a mark it is a
// footnote.
func (l layout) paragraph(lines []textLine) plain.Paragraph {
	var texts []string
	for _, line := range lines {
		texts = append(texts, line.text)
	}
	p := plain.Paragraph{Text: strings.Join(texts, "\n")}
	if rest, ok := strings.CutPrefix(p.Text, "\uFFFD "); ok { // a sign of a font of its own
		p = plain.Paragraph{Text: rest, Kind: block.ListEntry, Mark: plain.Bullet}
	}
	small := lines[0].size < 0.93*l.size
	if rest, ok := strings.CutPrefix(p.Text, string(plain.NoteOpen)); ok {
		mark, rest, _ := strings.Cut(rest, string(plain.NoteClose))
		p.Text = mark + " " + strings.TrimSpace(rest)
		if small || lines[0].glyphs[0].size < 0.93*l.size {
			p = plain.Paragraph{Text: strings.TrimSpace(rest), Kind: block.Footnote, Mark: mark}
		}
	} else if mark, rest, ok := strings.Cut(p.Text, " "); ok && small && plain.NoteMark.MatchString(mark) && unicode.IsDigit(plain.First(mark)) {
		p = plain.Paragraph{Text: rest, Kind: block.Footnote, Mark: strings.Trim(mark, "[]()")}
	}
	return p
}

// largest gives the words in the largest letters of the first page that has
// words, if they are larger than the others.
func largest(pages [][]textLine) string {
	for _, page := range pages {
		if len(page) == 0 {
			continue
		}
		l := layoutOf(pages)
		size := l.size * 1.15
		var words []string
		for _, line := range page {
			switch {
			case line.size > size+0.1:
				size, words = line.size, []string{line.text}
			case len(words) > 0 && math.Abs(line.size-size) < 0.1:
				words = append(words, line.text)
			}
		}
		return plain.OneLine(strings.Join(words, " "))
	}
	return ""
}
