package locate

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/word"
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
	f := finder{text: text, quote: quote}
	if at := f.find(text, quote, func(at int) int { return at }); at >= 0 {
		return at
	}
	if !strings.ContainsFunc(quote, func(r rune) bool { return r == ' ' || word.IsUnspaced(r) }) || strings.IndexByte(text, '\n') < 0 {
		return -1
	}
	u := unwrap(text)
	return f.find(u.text, unwrap(quote).text, u.original)
}

// A finder looks for a quote in a text.
type finder struct {
	text, quote string
	tried       int       // places that were looked at
	words       *bordered // of all of the text, once many were
}

// find goes through the places of a form of the quote in a form of the text, and
// returns the first where the quote stands; -1 if there is none.
func (f *finder) find(text, quote string, original func(int) int) int {
	for from := 0; quote != ""; {
		at := strings.Index(text[from:], quote)
		if at < 0 {
			break
		}
		if at += from; f.stands(original(at)) {
			return original(at)
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
	return -1
}

// triedMost is at how many places a text is looked at around the place alone.
// With more, it is cheaper to read all of it once.
const triedMost = 20

func (f *finder) stands(at int) bool {
	end, ok := ends(f.text, f.quote, at)
	if !ok {
		return false
	}
	if f.tried++; f.tried <= triedMost {
		return !inside(f.text, at) && !inside(f.text, end)
	}
	if f.words == nil {
		f.words = borders(f.text)
	}
	return !f.words.within(at) && !f.words.within(end)
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
	if end, ok = ends(text, quote, at); !ok {
		return 0, false
	}
	return end, !inside(text, at) && !inside(text, end)
}

// ends is EndAt without regard to where words begin and end.
func ends(text, quote string, at int) (end int, ok bool) {
	switch {
	case quote == "" || at < 0 || at > len(text):
		return 0, false
	case strings.HasPrefix(text[at:], quote):
		return at + len(quote), true
	}
	return word.AsIs(text, quote, at)
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
		n := word.HardBreakAt(text, at)
		if n == 0 {
			b.WriteByte(text[at])
			at++
			continue
		}
		if word.IsUnspaced(word.Last(text[:at])) && word.IsUnspaced(word.First(text[at+n:])) {
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
	switch a, b := word.ClassOf(before), word.ClassOf(after); {
	case at == 0, at == len(text):
		return false
	case a == word.Space, b == word.Space:
		return partsWord(text, at)
	case a == word.Letter && (b == word.Letter || word.LineEnd(text[at:]) > 0):
		return true
	}
	start, end := around(text, at, word.ClassOf(after) == word.Apostrophe)
	return borders(text[start:end]).within(at - start)
}

// bordered is a text of which is known where its words begin and end.
type bordered struct {
	text string
	all  []word.Token
}

func borders(text string) *bordered {
	b := &bordered{text: text}
	for w := range word.Wrapped(text) {
		b.all = append(b.all, word.Token{Start: uint32(w.Start), End: uint32(w.End), Kind: w.Kind})
	}
	return b
}

// within reports whether a byte offset is inside a word.
func (b *bordered) within(at int) bool {
	i := sort.Search(len(b.all), func(i int) bool { return b.all[i].End > uint32(at) })
	if i == len(b.all) {
		return false
	}
	if w := b.all[i]; w.Start < uint32(at) {
		return w.Kind == word.AWord
	}
	return Spans(b.text, b.all, i)
}

// partsWord reports whether a byte offset beside white space is where a hyphen at the
// end of a line parts a word.
func partsWord(text string, at int) bool {
	hyphen := strings.TrimRightFunc(text[:at], word.IsSpace)
	r, size := utf8.DecodeLastRuneInString(hyphen)
	from := len(hyphen) - size
	return (r == word.SoftHyphen || word.IsHyphen(r)) && word.ClassOf(word.Last(hyphen[:from])) == word.Letter && word.LineEnd(text[from:]) > 0
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
