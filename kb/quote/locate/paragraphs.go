package locate

import (
	"sort"
	"strings"

	"verbatim/kb/quote/word"
)

// A Paragraph is a block of a text, between blank lines.
type Paragraph struct {
	Start, End int // byte offsets in the text, without the line break at its end
}

// Paragraphs returns the paragraphs of a text in order; the first is number 1.
// A line is blank that has nothing but white space and invisible characters.
func Paragraphs(text string) []Paragraph {
	var all []Paragraph
	open := false
	for at := 0; at < len(text); {
		end := len(text)
		next := end
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end, next = at+n, at+n+1
		}
		switch blank := isBlank(text[at:end]); {
		case blank:
			open = false
		case open:
			all[len(all)-1].End = end
		default:
			all, open = append(all, Paragraph{at, end}), true
		}
		at = next
	}
	return all
}

func isBlank(line string) bool {
	for _, r := range line {
		if c := word.ClassOf(r); c != word.Space && c != word.Invisible {
			return false
		}
	}
	return true
}

// Numbers returns the paragraphs, from 0, that two byte offsets are in.
func Numbers(all []Paragraph, start, end int) (first, last int) {
	first = max(0, sort.Search(len(all), func(i int) bool { return all[i].Start > start })-1)
	last = max(first, sort.Search(len(all), func(i int) bool { return all[i].Start >= end })-1)
	return first, last
}
