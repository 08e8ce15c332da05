package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word of an article outside of quotations, or a part of a quotation.
type token struct {
	text       string
	bare       string
	stem       string // how it begins, which its forms have in common
	start, end int
	quotation  int    // which quotation this is a part of; -1 for a word
	gap        string // what stands before it, behind the token before
	sentence   int    // number of its sentence, in the whole article
	paragraph  int
	opens      bool    // it begins a sentence
	speech     float64 // how probably it says that somebody says something, once it was heard
	heard      bool
	*sense
}

// tokenise cuts an article into tokens.
func (a *reading) tokenise() {
	at := 0
	for i := range a.found {
		f := &a.found[i]
		from := f.from
		for n, p := range f.Parts {
			to := f.to
			if n+1 < len(f.Parts) {
				to = p.End
			}
			a.words(at, from)
			a.tokens = append(a.tokens, token{start: from, end: to, quotation: i})
			at = to
			if n+1 < len(f.Parts) {
				from = f.Parts[n+1].Start
			}
		}
	}
	a.words(at, len(a.text))
	a.sentences()
}

// words adds the words of a stretch of text.
func (a *reading) words(from, to int) {
	start, han := -1, false
	flush := func(end int) {
		if start < 0 {
			return
		}
		begin := start
		start = -1
		if !han {
			w := strings.TrimRight(a.text[begin:end], "'’‘-.")
			if strings.Trim(w, "'’‘-.") != "" {
				a.addWord(begin, begin+len(w))
			}
			return
		}
		for _, w := range a.lexicon.cut(a.text[begin:end]) {
			a.addWord(begin, begin+len(w))
			begin += len(w)
		}
	}
	for i, r := range a.text[from:to] {
		at := from + i
		inside := unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '-' && start >= 0 ||
			(r == '\'' || r == '’' || r == '.') && start >= 0 && !han && followsLetter(a.text[at+utf8.RuneLen(r):to])
		if isHan(r) != han {
			flush(at)
		}
		switch {
		case inside && start < 0:
			start, han = at, isHan(r)
		case !inside:
			flush(at)
		}
	}
	flush(to)
}

func (a *reading) addWord(start, end int) {
	w := a.text[start:end]
	b := bare(w)
	a.tokens = append(a.tokens, token{text: w, bare: b, stem: stemOf(b), start: start, end: end, quotation: -1})
}

// stemLetters are how many letters words begin with that may be forms of one.
const stemLetters = 5

func stemOf(w string) string {
	n := 0
	for i := range w {
		if n++; n > stemLetters {
			return w[:i]
		}
	}
	return w
}

// sentences numbers the sentences and paragraphs that the tokens stand in.
func (a *reading) sentences() {
	sentence, paragraph, end := 0, 0, 0
	for i := range a.tokens {
		t := &a.tokens[i]
		t.gap, end = a.text[end:t.start], t.end
		t.opens = i == 0
		switch {
		case strings.Contains(t.gap, "\n\n"):
			sentence, paragraph, t.opens = sentence+1, paragraph+1, true
		case i > 0 && a.endsSentence(i):
			sentence, t.opens = sentence+1, true
		}
		t.sentence, t.paragraph = sentence, paragraph
		if t.quotation < 0 {
			a.often[t.bare]++
			a.capitals[t.text] = a.capitals[t.text] || !t.opens
		}
	}
}

// endsSentence reports whether a sentence ends between a token and the one before.
func (a *reading) endsSentence(i int) bool {
	t, before := &a.tokens[i], &a.tokens[i-1]
	if strings.ContainsAny(t.gap, "。！？｡") {
		return true
	}
	if !strings.ContainsAny(t.gap, ".!?؟۔…") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(a.text[t.start:], isQuoteOrSpace))
	if unicode.IsLower(r) || !strings.ContainsFunc(t.gap, unicode.IsSpace) && t.quotation < 0 {
		return false
	}
	return !strings.Contains(t.gap, ".") || before.quotation >= 0 || !abbreviations[before.bare] && (utf8.RuneCountInString(before.text) > 1 || isHan(r))
}

// abbreviations are words that a point does not end a sentence after.
var abbreviations = set("mr mrs ms dr st gen sen gov lt col prof sgt rep m mme mlle sr sra hr fr nr bzw ca vs no jan feb aug sept oct nov dec г д т cllr")

// sense makes known what is known of a token's word.
func (a *reading) sense(i int) *sense {
	t := &a.tokens[i]
	if t.sense == nil {
		if t.quotation >= 0 {
			t.sense = &sense{}
		} else {
			t.sense = a.lexicon.of(t.bare)
			if t.isCapital() && (!t.opens || i+1 < len(a.tokens) && a.tokens[i+1].follows() && a.tokens[i+1].isCapital() && !a.closed(t.bare)) {
				t.sense = t.capitalised()
			}
		}
	}
	return t.sense
}

func (t *token) first() rune {
	r, _ := utf8.DecodeRuneInString(t.text)
	return r
}

// isComma reports whether a comma stands before a token.
func (t *token) isComma() bool { return strings.TrimSpace(t.gap) == "," }

// follows reports whether a word stands beside the one before, with no mark between.
func (t *token) follows() bool { return t.quotation < 0 && !t.parted() }

// parted reports whether a mark stands before a token that parts it from the word
// before.
func (t *token) parted() bool {
	return strings.ContainsAny(t.gap, ",:;()，：；（）،؛.!?。！？؟—–\n\"“”«»")
}

func followsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) || r == '·' }
func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

func isQuoteOrSpace(r rune) bool { return isMark(r) || unicode.IsSpace(r) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
