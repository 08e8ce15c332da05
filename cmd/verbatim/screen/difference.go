package screen

import (
	"strings"

	"verbatim/kb/quote"
)

// difference writes differences in lines that each begin with lead, which has more than
// spaces: dropped words red, added ones green, marked as [quote.Marked] does all the
// same.
func (p *page) difference(lead string, diff []quote.Op) {
	laid := &page{Screen: p.Screen}
	laid.put(lead, plain, quote.Marked(diff))
	if !p.styles {
		p.WriteString(laid.String())
		return
	}
	open := ""
	for line := range strings.Lines(laid.String()) {
		line = strings.TrimSuffix(line, "\n")
		if before, words, led := strings.Cut(line, reset); led {
			p.WriteString(before + reset)
			line = words
		}
		line, open = coloured(line, open)
		p.WriteString(line + "\n")
	}
}

// reset ends a style.
const reset = "\x1b[0m"

// changes are the marks around what was dropped and added, and their colours.
var changes = []struct{ from, to, style string }{{"[-", "-]", red}, {"{+", "+}", green}}

// coloured colours the changes of a line, of which the first may have begun before it;
// open is the style of one that goes on after it.
func coloured(line, before string) (text, open string) {
	var b strings.Builder
	begin := func(style string) {
		if open = style; style != "" {
			b.WriteString("\x1b[" + style + "m")
		}
	}
	begin(before)
	for line != "" {
		mark := 1
		for _, c := range changes {
			switch {
			case open == "" && strings.HasPrefix(line, c.from):
				begin(c.style)
				mark = len(c.from)
			case open == c.style && strings.HasPrefix(line, c.to):
				b.WriteString(c.to + reset)
				line, open, mark = line[len(c.to):], "", 0
			}
		}
		if mark = min(mark, len(line)); mark > 0 {
			b.WriteString(line[:mark])
			line = line[mark:]
		}
	}
	if open != "" {
		b.WriteString(reset)
	}
	return b.String(), open
}
