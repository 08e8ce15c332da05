package block

import (
	"strings"
	"unicode"
)

// lastBody gives the index of the last block with sentences.
func (r *reader) lastBody() int {
	for i := len(r.pieces) - 1; i >= 0; i-- {
		p := r.pieces[i]
		if (p.shape == body && !signs(r.blocks[i].Text) || p.shape == row || p.shape == question) && p.mark != noteMark {
			return i
		}
	}
	return -1
}

// asksByTitles reports whether a text has questions as headings.
func (r *reader) asksByTitles() bool {
	n := 0
	for i, p := range r.pieces {
		if p.shape == question && !p.labelled && r.sentencesFollow(i) {
			n++
		}
	}
	return n > 1
}

// sentencesFollow reports whether the block after one has sentences of its own.
func (r *reader) sentencesFollow(i int) bool {
	return i+1 < len(r.pieces) && r.pieces[i+1].shape == body && !r.pieces[i+1].labelled
}

// titleKind says what a few words are that do not end like a sentence.
func (r *reader) titleKind(i, last int, talk bool) Kind {
	p, b := r.pieces[i], &r.blocks[i]
	switch {
	case p.mark == noteMark:
		return Footnote
	case p.mark == bulletMark:
		return ListEntry
	case talk && !isUpper(b.Text) && !strings.HasPrefix(r.text[b.Start:], "#"):
		return r.entryOr(p, Paragraph)
	case i > last && (last >= 0 && (signs(b.Text) || isName(b.Text))):
		return Signature
	case i > last:
		return r.entryOr(p, Paragraph)
	case p.mark == articleMark:
		return Heading
	case p.mark == numberMark && r.amongEntries(i):
		return ListEntry
	case r.listed(i):
		return ListEntry
	case p.lines > 3:
		return Paragraph
	}
	return Heading
}

// entryOr gives ListEntry for what has a number, or else a kind.
func (r *reader) entryOr(p piece, k Kind) Kind {
	if p.mark == numberMark {
		return ListEntry
	}
	return k
}

// amongEntries reports whether the block before or after has a mark of the same
// kind, as entries of a list have; between headings with numbers there is text.
func (r *reader) amongEntries(i int) bool {
	style := styleOf(r.blocks[i].Mark)
	same := func(n int) bool {
		return n >= 0 && n < len(r.pieces) && styleOf(r.blocks[n].Mark) == style
	}
	return same(i-1) || same(i+1)
}

// styleOf gives a mark with 1 for its numbers and a for its letters.
func styleOf(mark string) string {
	var s strings.Builder
	for _, r := range mark {
		switch {
		case unicode.IsDigit(r):
			r = '1'
		case unicode.IsLetter(r):
			r = 'a'
		}
		if !strings.HasSuffix(s.String(), string(r)) {
			s.WriteRune(r)
		}
	}
	return s.String()
}

// listed reports whether a block is one of several in a row, of few words each,
// that a colon announces.
func (r *reader) listed(i int) bool {
	first, last := i, i
	for first > 0 && r.few(first-1) {
		first--
	}
	for last+1 < len(r.pieces) && r.few(last+1) {
		last++
	}
	if first == last || first == 0 || last-first > 500 {
		return false
	}
	return strings.ContainsAny(r.text[r.blocks[first-1].End-1:r.blocks[first-1].End], ":") || strings.HasSuffix(r.blocks[first-1].Text, "：")
}

func (r *reader) few(i int) bool { return r.pieces[i].shape == title && r.pieces[i].mark == noMark }

// rowOrHeads tells the row of heads from the others: the next row repeats its
// cells before its own.
func (r *reader) rowOrHeads(i int) Kind {
	if i+1 < len(r.pieces) && r.pieces[i+1].shape == row {
		heads, next := split(r.blocks[i].Text), split(r.blocks[i+1].Text)
		for n, head := range heads {
			if n < len(next) && head != "" && strings.HasPrefix(next[n], head+": ") {
				return Heading
			}
		}
		return TableRow
	}
	if i == 0 {
		return Heading // a title with the name of who publishes it
	}
	return TableRow
}
