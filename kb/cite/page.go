package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A page is a text as a browser looks for a text fragment in it: white space is
// one space, but for blank lines, which no term goes over; letter case counts for
// nothing; and a term begins and ends where a word does. See "Finding ranges in a
// document" in the specification.
type page struct {
	text string // folded
	from []int  // of each byte of text, where it is in the original
}

func newPage(text string) *page {
	p := &page{}
	var b strings.Builder
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		n := size
		folded := string(unicode.ToLower(r))
		if unicode.IsSpace(r) {
			n = len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
			folded = " "
			if strings.Count(text[at:at+n], "\n") > 1 {
				folded = "\n"
			}
		}
		b.WriteString(folded)
		for range len(folded) {
			p.from = append(p.from, at)
		}
		at += n
	}
	p.text = b.String()
	return p
}

// place returns where a byte offset of the original is on the page.
func (p *page) place(at int) int {
	i, _ := slices.BinarySearch(p.from, at)
	return i
}

// foundMost is how many places are looked at, at most.
const foundMost = 10_000

// find returns the stretch that a browser would mark; ok is false if there is none.
func (p *page) find(t terms) (start, end int, ok bool) {
	t = terms{folded(t.prefix), folded(t.start), folded(t.end), folded(t.suffix)}
	at := 0
	for range foundMost {
		var found bool
		if t.prefix != "" {
			if at, found = p.next(t.prefix, at); !found {
				break
			}
			start = p.skip(at + len(t.prefix))
			if !p.has(t.start, start) {
				at += firstSize(p.text[at:])
				continue
			}
		} else if start, found = p.next(t.start, at); !found {
			break
		}
		if end, ok = p.end(t, start+len(t.start)); ok {
			return start, end, true
		}
		at = max(at, start) + firstSize(p.text[max(at, start):])
	}
	return 0, 0, false
}

// end returns where the stretch ends whose first term ends at a byte offset.
func (p *page) end(t terms, at int) (end int, ok bool) {
	if t.end == "" {
		return at, t.suffix == "" || p.has(t.suffix, p.skip(at))
	}
	for range foundMost {
		from, found := p.next(t.end, at)
		if !found {
			return 0, false
		}
		end = from + len(t.end)
		if t.suffix == "" || p.has(t.suffix, p.skip(end)) {
			return end, true
		}
		at = from + firstSize(p.text[from:])
	}
	return 0, false
}

func folded(term string) string { return newPage(term).text }

// next returns the first place of a term from a byte offset on.
func (p *page) next(term string, from int) (at int, ok bool) {
	for from <= len(p.text) {
		i := strings.Index(p.text[from:], term)
		if i < 0 {
			return 0, false
		}
		if at = from + i; p.has(term, at) {
			return at, true
		}
		from = at + firstSize(p.text[at:])
	}
	return 0, false
}

// has reports whether a term stands at a byte offset, on the borders of words.
func (p *page) has(term string, at int) bool {
	return at <= len(p.text) && strings.HasPrefix(p.text[at:], term) && p.isBorder(at) && p.isBorder(at+len(term))
}

// isBorder reports whether no word goes on over a byte offset. In scripts written
// without spaces it cannot be told, and is taken for one.
func (p *page) isBorder(at int) bool {
	before, _ := utf8.DecodeLastRuneInString(p.text[:at])
	after, _ := utf8.DecodeRuneInString(p.text[at:])
	return at == 0 || at == len(p.text) || !isWordRune(before) || !isWordRune(after)
}

func isWordRune(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N) && !unspaced(string(r))
}

// skip returns the next byte offset where no white space is.
func (p *page) skip(at int) int {
	rest := strings.TrimLeftFunc(p.text[at:], unicode.IsSpace)
	return len(p.text) - len(rest)
}

func firstSize(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return max(1, size)
}
