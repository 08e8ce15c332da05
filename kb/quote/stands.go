package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find returns where a quote first stands in a text, character for character and
// on the borders of words, as a byte offset; -1 if it stands nowhere. This is
// what verbatim means everywhere: "art of the" does not stand in "part of the".
// A hard line break of the text counts as a space, so a quote may be longer or
// shorter than what stands there; [EndAt] says where that ends. A hyphen is a
// border, so that "Japan" stands in "U.S.-Japan", but for one after a prefix
// (non-peaceful) or before a number (Crew-10); an apostrophe or a point inside a
// word or an abbreviation is none.
func Find(text, quote string) int {
	if at := find(text, quote, func(at int) bool { return StandsAt(text, quote, at) }); at >= 0 {
		return at
	}
	if !strings.ContainsFunc(quote, func(r rune) bool { return r == ' ' || isUnspaced(r) }) || strings.IndexByte(text, '\n') < 0 {
		return -1
	}
	u := unwrap(text)
	at := find(u.text, u.unwrapped(quote), func(at int) bool { return StandsAt(text, quote, u.original(at)) })
	if at < 0 {
		return -1
	}
	return u.original(at)
}

// find returns the first place of a quote in a text that is right; -1 if there is
// none.
func find(text, quote string, right func(at int) bool) int {
	for from := 0; quote != ""; {
		at := strings.Index(text[from:], quote)
		if at < 0 {
			break
		}
		if at += from; right(at) {
			return at
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
	return -1
}

// StandsAt reports whether a quote stands in a text at a byte offset, as [Find]
// has it. An offset outside of the text is none.
func StandsAt(text, quote string, at int) bool {
	_, ok := EndAt(text, quote, at)
	return ok
}

// EndAt returns the byte offset after the last character of a quote that stands
// in a text at a byte offset, as [Find] has it; ok is false if it does not.
func EndAt(text, quote string, at int) (end int, ok bool) {
	if quote == "" || at < 0 || at > len(text) {
		return 0, false
	}
	if end = at + len(quote); !strings.HasPrefix(text[at:], quote) {
		if end, ok = asIs(text, quote, at); !ok {
			return 0, false
		}
	}
	return end, !inside(text, at) && !inside(text, end)
}

// unwrapping is a text whose hard line breaks are spaces, or nothing between
// characters that are written without spaces.
type unwrapping struct {
	text string
	at   []int // where a line break was
	lost []int // how many bytes were lost up to there
}

func unwrap(text string) *unwrapping {
	u := &unwrapping{}
	var b strings.Builder
	lost := 0
	for at := 0; at < len(text); {
		n := hardBreakAt(text, at)
		if n == 0 {
			b.WriteByte(text[at])
			at++
			continue
		}
		if isUnspaced(last(text[:at])) && isUnspaced(first(text[at+n:])) {
			lost += n
		} else {
			b.WriteByte(' ')
			lost += n - 1
		}
		at += n
		u.at, u.lost = append(u.at, b.Len()), append(u.lost, lost)
	}
	u.text = b.String()
	return u
}

// unwrapped returns another text in the same form.
func (u *unwrapping) unwrapped(text string) string { return unwrap(text).text }

// original returns where a byte offset is in the original text.
func (u *unwrapping) original(at int) int {
	i, found := slices.BinarySearch(u.at, at)
	if found {
		i++
	}
	if i == 0 {
		return at
	}
	return at + u.lost[i-1]
}

const (
	// wordMost is how many bytes on each side of a border are looked at, at most:
	// no word is longer.
	wordMost = 256
	// singleMost is how many bytes before a single quotation mark are looked
	// through, at most, for the one that opens.
	singleMost = 4000
)

// inside reports whether a byte offset is inside a word of the text.
func inside(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	switch a, b := classOf(before), classOf(after); {
	case at == 0, at == len(text):
		return false
	case a == space, b == space:
		return partsWord(text, at)
	case a == letter && (b == letter || lineEnd(text[at:]) > 0):
		return true
	}
	start, end := around(text, at, classOf(after) == apostrophe)
	x := New(Text{Body: text[start:end]})
	t := &x.texts[0]
	for i := t.first; i < t.last; i++ {
		w := x.tokens[i]
		switch at := uint32(at - start); {
		case w.start < at && at < w.end:
			return w.kind == isWord
		case w.start >= at:
			return x.spans(t, i)
		}
	}
	return false
}

// partsWord reports whether a byte offset beside white space is where a hyphen at the
// end of a line parts a word.
func partsWord(text string, at int) bool {
	hyphen := strings.TrimRightFunc(text[:at], isSpace)
	r, size := utf8.DecodeLastRuneInString(hyphen)
	from := len(hyphen) - size
	return (r == softHyphen || isHyphen[r]) && classOf(last(hyphen[:from])) == letter && lineEnd(text[from:]) > 0
}

// around returns the stretch of a text that says what a byte offset is in: the
// word around it or, before a single quotation mark, all of the paragraph so far.
func around(text string, at int, single bool) (start, end int) {
	start, end = max(0, at-wordMost), min(len(text), at+wordMost)
	if single {
		start = max(0, at-singleMost)
		start += max(0, strings.LastIndex(text[start:at], "\n\n"))
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	if space := strings.LastIndexFunc(text[start:at], unicode.IsSpace); space >= 0 && !single {
		start += space
	}
	if space := strings.IndexFunc(text[at:end], unicode.IsSpace); space >= 0 {
		end = at + space
	}
	return start, end
}
