package cite

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Of a longer quotation, or one of several lines, only its two ends are in the
// link; beside a shorter one, some words around it are, for a page has more than
// the text.
const (
	longestWhole = 150 // characters
	shortest     = 25  // characters
)

// Numbers of words that are tried, until a browser finds the right place.
var (
	endWords    = []int{5, 8, 12, 20} // of an end
	aroundWords = []int{0, 3, 5, 8}   // beside it
)

// Link returns a link that scrolls a browser to a quotation on a web page and
// marks it, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
// Before and after are what stands around it, as far as known. Without a
// quotation, the address is returned; without a web address, nothing.
func Link(address, quotation, before, after string) string {
	return linkTo(address, before+quotation+after, len(before), len(before)+len(quotation))
}

// linkTo returns a link as [Link] does, to what stands in a text from one byte
// offset to another. A text whose words stand there more than once is linked with
// so many words around that the browser finds the right ones. No term goes over a
// line break of the text, for the page may have it too.
func linkTo(address, text string, start, end int) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || start < 0 || end > len(text) || start > end {
		return ""
	}
	fragment := directive(text, start, end)
	switch {
	case fragment == "":
		return address
	case strings.Contains(address, ":~:"):
		return address + "&text=" + fragment
	case strings.Contains(address, "#"):
		return address + ":~:text=" + fragment
	}
	return address + "#:~:text=" + fragment
}

// terms are what a text fragment has: only start must be there.
type terms struct{ prefix, start, end, suffix string }

// directive returns the first terms by which a browser would find the stretch;
// failing all, the last that were tried.
func directive(text string, start, end int) string {
	quotation := strings.TrimSpace(text[start:end])
	if quotation == "" {
		return ""
	}
	start += strings.Index(text[start:end], quotation)
	end = start + len(quotation)
	p := newPage(text)
	var t terms
	for _, core := range cores(quotation) {
		for _, n := range aroundWords {
			if n == 0 && core.end == "" && utf8.RuneCountInString(core.start) < shortest && len(quotation) < len(strings.TrimSpace(text)) {
				continue
			}
			t = core
			t.prefix, t.suffix = lastOf(lastLine(text[:start]), n), firstOf(firstLine(text[end:]), n)
			if from, to, ok := p.find(t); ok && from == p.place(start) && to == p.place(end) {
				return t.encoded()
			}
		}
	}
	return t.encoded()
}

// cores returns the terms that a quotation itself can be named by.
func cores(quotation string) []terms {
	var all []terms
	lines := strings.ContainsAny(quotation, "\n\r")
	if !lines && utf8.RuneCountInString(quotation) <= longestWhole {
		all = append(all, terms{start: collapsed(quotation)})
	}
	for _, n := range endWords {
		head, tail := firstOf(firstLine(quotation), n), lastOf(lastLine(quotation), n)
		if !lines {
			n = min(n, len(strings.Fields(quotation))/2)
			head, tail = firstOf(quotation, n), lastOf(quotation, n)
		}
		if head != "" && tail != "" && (lines || len(head)+len(tail) < len(quotation)) {
			all = append(all, terms{start: head, end: tail})
		}
	}
	if len(all) == 0 {
		all = append(all, terms{start: collapsed(quotation)})
	}
	return all
}

func collapsed(s string) string { return strings.Join(strings.Fields(s), " ") }

// firstLine returns the line that a text begins with, blank ones left out.
func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimLeftFunc(s, unicode.IsSpace), "\n")
	return strings.TrimSpace(s)
}

// lastLine returns the line that a text ends with, blank ones left out.
func lastLine(s string) string {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	return strings.TrimSpace(s[strings.LastIndexByte(s, '\n')+1:])
}

// firstOf returns the first words of a line; of one that is written without spaces,
// as many clauses as have so many characters, for a browser finds words there by a
// dictionary, and knows the border at a mark.
func firstOf(line string, n int) string {
	if n == 0 || line == "" {
		return ""
	}
	if unspaced(line) {
		runes := []rune(line)
		for i := 2 * n; i < len(runes); i++ {
			if isClauseEnd(runes[i-1]) {
				return strings.TrimSpace(string(runes[:i]))
			}
		}
		return line
	}
	words := strings.Fields(line)
	return strings.Join(words[:min(len(words), n)], " ")
}

// lastOf returns the last words of a line in the same way.
func lastOf(line string, n int) string {
	if n == 0 || line == "" {
		return ""
	}
	if unspaced(line) {
		runes := []rune(line)
		for i := len(runes) - 2*n; i > 0; i-- {
			if isClauseEnd(runes[i-1]) {
				return strings.TrimSpace(string(runes[i:]))
			}
		}
		return line
	}
	words := strings.Fields(line)
	return strings.Join(words[len(words)-min(len(words), n):], " ")
}

func isClauseEnd(r rune) bool { return unicode.In(r, unicode.Po, unicode.Pe, unicode.Pf, unicode.Zs) }

// unspaced reports whether a text is written without spaces between words.
func unspaced(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			n++
		}
	}
	return 2*n > utf8.RuneCountInString(text)
}

// encoded writes the terms as they stand in an address.
func (t terms) encoded() string {
	s := encoded(t.start)
	if t.prefix != "" {
		s = encoded(t.prefix) + "-," + s
	}
	if t.end != "" {
		s += "," + encoded(t.end)
	}
	if t.suffix != "" {
		s += ",-" + encoded(t.suffix)
	}
	return s
}

// encoded percent-encodes a term: all but letters, digits and what no grammar
// minds. The hyphen has a meaning in a text fragment, so it is encoded too.
func encoded(term string) string {
	var b strings.Builder
	for i := range len(term) {
		c := term[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
