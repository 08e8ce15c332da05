package marks

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/quote/word"
)

// closers are the marks that close what a mark opens. Several marks open in
// one language and close in another; where they stand decides.
var closers = map[rune]string{
	'“': "”\"", '‘': "’'", '„': "“”‟\"", '‚': "‘’'", '”': "”",
	'«': "»", '»': "«", '‹': "›", '›': "‹",
	'「': "」", '『': "』", '｢': "｣", '﹁': "﹂", '﹃': "﹄", '〝': "〞〟",
	'"': "\"", '\'': "'", '＂': "＂",
}

// deepest is how many quotations may stand in one another.
const deepest = 8

// possessiveReach is how far, in bytes, a later closing mark is looked for.
const possessiveReach = 600

// marked returns the quotations between marks in a text, outer ones first.
func marked(text string) []Span {
	m := marker{text: text}
	for at, r := range text {
		size := utf8.RuneLen(r)
		if r == '\n' {
			m.line(at)
		}
		if !word.IsQuotation(r) || size < 0 {
			continue
		}
		m.before, m.after = word.Last(text[:at]), word.First(text[at+size:])
		if !m.closes(r, at, size) {
			m.opens(r, at, size)
		}
	}
	return nested(m.found)
}

// A marker goes through a text from mark to mark.
type marker struct {
	text          string
	before, after rune // beside the mark; a space at an end
	open          []opened
	found         []Span
	blank         int // the white space up to here was looked at
}

type opened struct {
	mark      rune
	at, inner int // where the mark stands, and what follows it
}

// closes ends the innermost quotation that a mark can end here.
func (m *marker) closes(r rune, at, size int) bool {
	for i := len(m.open) - 1; i >= 0; i-- {
		o := m.open[i]
		if !strings.ContainsRune(closers[o.mark], r) || !m.mayClose(o.mark, r, at, size) {
			continue
		}
		m.open = m.open[:i]
		m.emit(o, at, size)
		return true
	}
	return false
}

// mayClose reports whether a mark closes where it stands: after the last word,
// not in the middle of one.
func (m *marker) mayClose(open, r rune, at, size int) bool {
	spaced := word.IsSpace(m.before)
	switch r {
	case '’', '\'', '‘':
		return !spaced && !joinsWord(m.after) && !m.possessive(at, size)
	case '"':
		return !spaced || word.IsSpace(m.after)
	case '»', '›':
		return open == '«' || open == '‹' || !spaced
	case '“', '«', '‹':
		return !spaced
	}
	return true
}

// possessive reports whether a single mark after an s is rather an apostrophe:
// another one closes later in the paragraph, before anything is opened.
func (m *marker) possessive(at, size int) bool {
	if m.before != 's' && m.before != 'S' || !word.IsSpace(m.after) {
		return false
	}
	rest := m.text[at+size:]
	rest, _, _ = strings.Cut(rest[:min(len(rest), possessiveReach)], "\n\n")
	before := m.after
	for i, r := range rest {
		_, width := utf8.DecodeRuneInString(rest[i:])
		after := word.First(rest[i+width:])
		switch {
		case r == '‘' || r == '‚' || r == '\'' && word.IsSpace(before):
			return false
		case (r == '’' || r == '\'') && !word.IsSpace(before) && !joinsWord(after):
			return before != 's'
		}
		before = r
	}
	return false
}

// opens remembers a mark that can open a quotation where it stands.
func (m *marker) opens(r rune, at, size int) {
	if closers[r] == "" || len(m.open) == deepest || !m.mayOpen(r) || m.again(r, at) {
		return
	}
	m.open = append(m.open, opened{r, at, at + size})
}

func (m *marker) mayOpen(r rune) bool {
	switch r {
	case '«', '‹', '「', '『', '｢', '﹁', '﹃', '〝', '„':
		return true
	case '“':
		return !word.IsSpace(m.after)
	}
	return !word.IsSpace(m.after) && (!joinsWord(m.before) || m.before == tatweel)
}

// tatweel lengthens an Arabic letter: a preposition of one letter stands so before a
// quotation that it belongs to.
const tatweel = 'ـ'

// again reports whether a mark only carries a quotation on in a new paragraph.
func (m *marker) again(r rune, at int) bool {
	if n := len(m.open); n == 0 || m.open[n-1].mark != r {
		return false
	}
	gap := m.text[len(strings.TrimRight(m.text[:at], " \t\r\n")):at]
	return strings.Count(gap, "\n") > 1
}

// line ends, at a blank line, what was not closed in the paragraph; but for a
// quotation of several paragraphs, each of which opens it again.
func (m *marker) line(at int) {
	if at < m.blank {
		return
	}
	rest := strings.TrimLeftFunc(m.text[at:], word.IsSpace)
	m.blank = len(m.text) - len(rest)
	if strings.Count(m.text[at:m.blank], "\n") < 2 {
		return
	}
	r := word.First(rest)
	m.open = slices.DeleteFunc(m.open, func(o opened) bool { return o.mark != r || r == '"' || r == '\'' })
}

// emit adds a quotation, if there is a word in it.
func (m *marker) emit(o opened, at, size int) {
	inner := m.text[o.inner:at]
	if strings.IndexFunc(inner, word.IsLetter) < 0 {
		return
	}
	start := o.inner + len(inner) - len(strings.TrimLeftFunc(inner, word.IsSpace))
	text := strings.TrimFunc(inner, word.IsSpace)
	m.found = append(m.found, Span{Text: text, Start: start, End: start + len(text), outer: [2]int{o.at, at + size}})
}

// nested returns quotations in order, with their depths.
func nested(all []Span) []Span {
	slices.SortFunc(all, func(a, b Span) int { return a.outer[0] - b.outer[0] })
	var around []int // where the quotations end that are open
	for i, s := range all {
		for len(around) > 0 && around[len(around)-1] <= s.outer[0] {
			around = around[:len(around)-1]
		}
		around = append(around, s.outer[1])
		all[i].Depth = len(around)
	}
	return all
}

// joinsWord reports whether a mark beside this letter is in a word. In scripts
// without spaces it is not.
func joinsWord(r rune) bool { return word.ClassOf(r) == word.Letter }
