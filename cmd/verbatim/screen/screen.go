// Package screen is what a terminal shows: answers, verdicts, lists and figures, laid out
// for its width, with text of others made harmless.
//
// It must never read or write anything: texts come out, and cmd/verbatim prints them.
package screen

import (
	"net/url"
	"strings"

	"github.com/rivo/uniseg"

	"verbatim/kb/catalog"
)

// A Screen is what the results are printed on. The zero Screen is a file or
// another program: it gets plain text with whole lines.
type Screen struct {
	width    int  // in columns; 0: lines are not broken
	styles   bool // colours, bold and dim
	terminal bool // shows links, and isolates what is written from right to left
}

// Lines are broken at the edge of the terminal, but never longer than is good
// to read.
const (
	widthMost  = 88
	widthLeast = 20
	widthUsual = 80 // where the terminal does not say
)

// Terminal is the screen of a terminal that is so many columns wide. TERM=dumb
// means that it knows no escape sequences; NO_COLOR, if not empty, that no
// colours are wanted (https://no-color.org).
func Terminal(width int, term, noColour string) Screen {
	if width <= 0 {
		width = widthUsual
	}
	clever := term != "dumb"
	return Screen{width: min(max(width, widthLeast), widthMost), styles: clever && noColour == "", terminal: clever}
}

// The styles, as ECMA-48 numbers them.
const (
	plain  = ""
	bold   = "1"
	dim    = "2"
	bar    = "36" // cyan
	caveat = "33" // yellow
)

func (s Screen) in(style, text string) string {
	if !s.styles || style == plain || text == "" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// A page is text being laid out for a screen.
type page struct {
	Screen
	strings.Builder
	language catalog.Language // of what the program says itself
}

// put writes a text in lines that each begin with lead. What is written from
// right to left is kept apart from the lead, so that it does not change sides.
func (p *page) put(lead, style, text string) {
	p.hang(lead, lead, style, text)
}

// hang is put with another lead on the lines after the first.
func (p *page) hang(first, rest, style, text string) {
	lead := first
	for _, line := range wrap(Harmless(text), p.width-uniseg.StringWidth(rest)) {
		if p.terminal && rest != "" && hasRightToLeft(line) {
			line = isolateBegins + line + isolateEnds
		}
		if line == "" {
			lead = strings.TrimRight(lead, " ")
		}
		if strings.TrimSpace(lead) != "" {
			lead = p.in(bar, lead)
		}
		p.WriteString(lead + p.in(style, line) + "\n")
		lead = rest
	}
}

// link writes an address on a line of its own, unbroken.
func (p *page) link(lead, address string) {
	shown := strings.ReplaceAll(Harmless(address), "\n", "")
	if shown == "" {
		return
	}
	text := p.in(dim, shown)
	if u, err := url.Parse(shown); err == nil && p.terminal && (u.Scheme == "https" || u.Scheme == "http") {
		// https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
		text = "\x1b]8;;" + u.String() + "\x1b\\" + text + "\x1b]8;;\x1b\\"
	}
	p.WriteString(lead + text + "\n")
}

// gap leaves a line free.
func (p *page) gap() { p.WriteString("\n") }

// wrap breaks a text into lines of at most so many columns, where Unicode allows
// a line to break (https://www.unicode.org/reports/tr14/), and inside a word
// only when it is longer than a line. A width below 1 breaks nothing but the
// lines that there are.
func wrap(text string, width int) []string {
	if width < 1 {
		return strings.Split(text, "\n")
	}
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapLine(paragraph, width)...)
	}
	return lines
}

func wrapLine(text string, width int) []string {
	var lines []string
	line, used, state := "", 0, -1
	for text != "" {
		var segment string
		segment, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		word := strings.TrimRight(segment, " ")
		wide := uniseg.StringWidth(word)
		if used+wide > width && line != "" {
			lines, line, used = append(lines, strings.TrimRight(line, " ")), "", 0
		}
		for wide > width {
			head, tail, cut := cutAt(segment, width)
			if tail == "" {
				break
			}
			lines, segment, wide = append(lines, head), tail, wide-cut
		}
		line += segment
		used += wide + len(segment) - len(strings.TrimRight(segment, " "))
	}
	if line != "" || lines == nil {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// cutAt cuts a text after as many whole characters as fit, at least one, and
// says how many columns they take.
func cutAt(text string, width int) (head, tail string, used int) {
	state, rest := -1, text
	for rest != "" {
		_, after, w, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if len(rest) < len(text) && used+w > width {
			break
		}
		used, rest, state = used+w, after, next
	}
	return text[:len(text)-len(rest)], rest, used
}

// Prompt is what a person is asked to type after.
func (s Screen) Prompt() string { return s.in(bar, "› ") }

// Hint is a text that says how to go on.
func (s Screen) Hint(text string) string { return s.in(dim, text) }
