package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/document/block"
	"verbatim/kb/document/plain"
)

// A textLine is a line of a page: glyphs on one baseline, from left to right.
type textLine struct {
	glyphs      []glyph
	left, right float64
	y, size     float64 // of most of its letters
	bold        bool    // all of it
	cells       bool    // wide gaps cut it into the cells of a row
	order       int     // of the file
	text        string  // marks of footnotes between NoteOpen and NoteClose
}

// Distances, in sizes of the letters. A space is a quarter to a third; letters that
// are moved together or apart are less than a tenth; a column is far.
const (
	spaceGap  = 0.18
	leastGap  = 0.08 // where there is a space
	columnGap = 2.5
	sameLine  = 0.35 // of baselines
)

// upright turns a page so that most of its text runs to the right, and leaves out
// what runs in another direction: a mark across the page, a note at its side.
func upright(glyphs []glyph) []glyph {
	var most [4]int
	for _, g := range glyphs {
		most[quarter(g)] += len(g.text)
	}
	turn := slices.Index(most[:], slices.Max(most[:]))
	kept := glyphs[:0]
	for _, g := range glyphs {
		if quarter(g) != turn || math.Min(math.Abs(g.dx), math.Abs(g.dy)) > 0.05 {
			continue
		}
		for range turn {
			g.x, g.y = g.y, -g.x
		}
		kept = append(kept, g)
	}
	return kept
}

// quarter gives how many quarters of a turn a glyph is turned, to the left.
func quarter(g glyph) int {
	return (int(math.Round(math.Atan2(g.dy, g.dx)/(math.Pi/2))) + 4) % 4
}

// linesOf puts glyphs together that follow one another on a baseline, in the order
// of the file: it is that of reading, where there are columns too.
func linesOf(glyphs []glyph) []textLine {
	var lines []textLine
	var open []glyph
	for _, g := range glyphs {
		if len(open) > 0 && !onLine(open, g) {
			lines = appendLine(lines, open)
			open = nil
		}
		open = append(open, g)
	}
	return appendLine(lines, open)
}

// onLine reports whether a glyph goes on with a line; what is raised is smaller.
func onLine(open []glyph, g glyph) bool {
	last := open[len(open)-1]
	size := math.Max(last.size, g.size)
	rise := math.Abs(g.y - last.y)
	near := g.x > last.x-1 && g.x-last.x-last.width < 2*size
	if rise < sameLine*size/2 {
		return true
	}
	return near && rise < 0.6*size && math.Min(last.size, g.size) < 0.85*size
}

func appendLine(lines []textLine, glyphs []glyph) []textLine {
	l := textLine{glyphs: glyphs, bold: true, left: math.Inf(1), right: math.Inf(-1)}
	sizes := map[float64]int{}
	baselines := map[float64]int{}
	for _, g := range glyphs {
		if strings.TrimSpace(g.text) == "" {
			continue
		}
		sizes[math.Round(g.size*10)/10] += len(g.text)
		baselines[math.Round(g.y*10)/10] += len(g.text)
		l.left, l.right = math.Min(l.left, g.x), math.Max(l.right, g.x+g.width)
		l.bold = l.bold && g.bold
	}
	if len(sizes) == 0 {
		return lines
	}
	l.size, l.y = commonest(sizes), commonest(baselines)
	l.order = len(lines)
	l.read()
	return append(lines, l)
}

// commonest gives the value that is counted most, the larger one of two.
func commonest(counts map[float64]int) float64 {
	best, most := 0.0, 0
	for value, n := range counts {
		if n > most || n == most && value > best {
			best, most = value, n
		}
	}
	return best
}

// read makes the text of a line: spaces where glyphs stand apart, and what is
// written from right to left turned around.
func (l *textLine) read() {
	slices.SortStableFunc(l.glyphs, func(a, b glyph) int {
		switch {
		case a.x < b.x-0.01:
			return -1
		case a.x > b.x+0.01:
			return 1
		}
		return 0
	})
	var pieces []string
	var before glyph
	spaced := false
	for _, g := range l.glyphs {
		again := math.Abs(g.x-before.x) < 0.1*g.size && g.text == before.text && math.Abs(g.y-before.y) < 0.1*g.size
		switch {
		case g.text == "": // said already by the words that stand for it
			before.width = g.x + g.width - before.x
			continue
		case strings.TrimSpace(g.text) == "":
			spaced = true
			continue
		case again: // a letter that is printed twice, to be bold
			continue
		case len(pieces) > 0:
			pieces = append(pieces, l.gap(before, g, pieces, spaced)...)
		}
		pieces = append(pieces, l.raised(g, pieces))
		before, spaced = g, false
	}
	l.text = strings.TrimSpace(logical(pieces))
}

// gap gives what stands between two glyphs. A space that takes no room was put
// there to move what follows.
func (l *textLine) gap(before, g glyph, pieces []string, spaced bool) []string {
	gap := g.x - before.x - before.width
	first, last := plain.First(g.text), plain.Last(before.text)
	switch {
	case spaced && gap > leastGap*l.size && gap < columnGap*l.size:
		return []string{" "}
	case gap > columnGap*l.size && (len(pieces) > 5 || block.Mark(strings.Join(pieces, "")+" a") == ""):
		l.cells = true
		return []string{" | "}
	case gap < spaceGap*l.size, block.Wide(first) && block.Wide(last):
		return nil
	}
	return []string{" "}
}

// raised gives the characters of a glyph; a small number above the line is the mark
// of a footnote, or a power.
func (l *textLine) raised(g glyph, before []string) string {
	if g.size > 0.85*l.size || g.y < l.y+0.12*l.size || strings.Trim(g.text, "0123456789*†‡[]()") != "" {
		return g.text
	}
	words := strings.Join(before[max(0, len(before)-30):], "")
	switch {
	case strings.HasSuffix(words, string(plain.NoteClose)):
		return string(plain.NoteOpen) + g.text + string(plain.NoteClose)
	case words == "" || plain.IsNoteMark(words, g.text):
		return string(plain.NoteOpen) + g.text + string(plain.NoteClose)
	}
	return plain.Raised.Replace(g.text)
}

// logical puts the pieces of a line into the order in which they are read. In a
// line that is mostly from right to left all is turned, and then what runs to the
// right turned back; in another one only what runs to the left.
func logical(pieces []string) string {
	right, left := 0, 0
	for _, p := range pieces {
		switch directionOf(p) {
		case toLeft:
			left++
		case toRight:
			right++
		}
	}
	if left == 0 {
		return joinMarks(strings.Join(pieces, ""))
	}
	turned := toLeft
	if left > right {
		slices.Reverse(pieces)
		turned = toRight
	}
	for i := 0; i < len(pieces); {
		if directionOf(pieces[i]) != turned && (turned == toLeft || !isNumber(pieces[i])) {
			i++
			continue
		}
		end := i + 1
		for n := end; n < len(pieces) && directionOf(pieces[n]) != -turned; n++ {
			if directionOf(pieces[n]) == turned || turned == toRight && isNumber(pieces[n]) {
				end = n + 1
			}
		}
		slices.Reverse(pieces[i:end])
		i = end
	}
	return joinMarks(strings.Join(pieces, ""))
}

const (
	toRight = 1
	toLeft  = -1
)

// directionOf gives the direction of a piece; 0 for what takes that of others.
func directionOf(s string) int {
	r := plain.First(s)
	switch {
	case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) && unicode.IsLetter(r):
		return toLeft
	case unicode.IsLetter(r):
		return toRight
	}
	return 0
}

func isNumber(s string) bool { return unicode.IsDigit(plain.First(s)) }

// joinMarks puts the digits of one mark of a footnote together.
func joinMarks(s string) string {
	return strings.ReplaceAll(s, string(plain.NoteClose)+string(plain.NoteOpen), "")
}
