package marks

import (
	"cmp"
	"slices"
	"strings"
)

// A Span is a quotation in a message.
type Span struct {
	Text       string // its words, without the marks
	Start, End int    // byte offsets in the message, from the first word's to after the last; of a block quote, all its lines
	Depth      int    // 1, or more inside another quotation

	outer [2]int // with the marks
}

// Quotations returns the quotations in a message, in the order they begin, an
// outer one before those inside it. They stand in the quotation marks of
// English “ ” ‘ ’ " ', French « » ‹ ›, German „ “ ‚ ‘ » «, Arabic « » “ ”,
// Chinese “ ” ‘ ’ 「 」 『 』 and Japanese 「 」 『 』, or are the lines of a
// block quote ("> …", and ">>> …" to the end of the message). The marks of book
// titles 《 》 are none. Marks that are not closed are passed over.
func Quotations(message string) []Span {
	var all []Span
	for _, part := range parts(message) {
		depth := 0
		if part.block {
			depth = 1
			if strings.TrimSpace(part.text) != "" {
				start, end := part.lines[0].at, part.end
				all = append(all, Span{part.text, start, end, 1, [2]int{start, end}})
			}
		}
		for _, s := range marked(part.text) {
			s.Depth += depth
			s.Start, s.End = part.place(s.Start), part.place(s.End)
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Depth, b.Depth))
	})
	return all
}

// A part is a stretch of a message that is all of a block quote, or not.
type part struct {
	block bool
	text  string // its lines, without the marks of a block quote
	lines []line
	end   int // byte offset in the message, after the last line
}

// A line says where a line of a part begins: in the part and in the message.
type line struct{ from, at int }

// parts cuts a message into block quotes and what stands between them.
func parts(message string) []part {
	var all []part
	rest := false // a ">>>" was seen
	for at := 0; at < len(message); {
		end := len(message)
		if n := strings.IndexByte(message[at:], '\n'); n >= 0 {
			end = at + n
		}
		text, block := strings.CutPrefix(message[at:end]+" ", "> ")
		text = strings.TrimSuffix(text, " ")
		if all, ok := strings.CutPrefix(message[at:end], ">>> "); ok {
			text, block, rest = all, true, true
		} else if rest {
			text, block = message[at:end], true
		}
		all = extend(all, block, text, end-len(text), end)
		at = end + 1
	}
	return all
}

// extend adds a line to the last part, or begins a new one.
func extend(all []part, block bool, text string, at, end int) []part {
	if n := len(all); n == 0 || all[n-1].block != block {
		all = append(all, part{block: block})
	} else {
		all[n-1].text += "\n"
	}
	p := &all[len(all)-1]
	p.lines = append(p.lines, line{len(p.text), at})
	p.text += text
	p.end = end
	return all
}

// place returns where a byte offset of the part's text is in the message.
func (p *part) place(offset int) int {
	n, found := slices.BinarySearchFunc(p.lines, offset, func(l line, offset int) int { return cmp.Compare(l.from, offset) })
	if !found {
		n--
	}
	return p.lines[n].at + offset - p.lines[n].from
}
