// Package article finds the quotations in an article, and who the article says
// said them. It is pure: a text in, quotations out. Whether they are true, and
// whether the one who is named said them, is for its caller to check.
//
// A quotation is what stands between quotation marks, or in a block quote
// ([marks.Quotations]); one that a tag stands in (“…,” she said, “…”) is one
// quotation of two parts. Who said it is learned, not ruled, in three steps ([Learned]):
//
//   - a probe tells of what kind a word is, by its meaning (kb/meaning): one that says
//     that somebody speaks, an office, a body, a name, a place, …;
//   - of words that may name somebody and stand over each other, a forest chooses those
//     that do: runs of capitals, an article and what follows, a noun for an office; in
//     Arabic and Chinese, which have no capitals, any few words;
//   - another forest chooses who of those in the sentence spoke, or for whom of those
//     named before a pronoun, an office or nothing stands, or that it was nobody.
//
// What there is to choose from is found by code; the words that the code knows are those
// that grammar is made of, those of the article's language (grammar.txt), titles, and the
// characters that Chinese writes names with. Who said the words in truth is no signal: it would hide
// wrong attributions. kb/eval/said teaches all three from articles in English, French,
// Spanish, German, Portuguese, Russian, Turkish, Arabic and Chinese.
package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/quote/marks"
)

// A Quotation is a quotation in an article. All offsets are of bytes, in the
// article.
type Quotation struct {
	Text       string // its words, without the marks; the parts of a split one with a space between
	As         string // as the article has it, marks and the tag inside a split one and all: what quote.Index.Check takes
	Start, End int    // from the first word to after the last
	Parts      []Part // one, or two of a split quotation
	SaidBy     string // who the article says said it, by the fullest name that it gives before; empty if it says nobody
	Named      string // how it names them there, such as “he” or “the minister”; empty if it does not
}

// A Part is a stretch of a quotation between two quotation marks.
type Part struct {
	Text       string
	Start, End int
}

// Quotations returns the quotations of an article, in the order in which they
// begin.
func Quotations(text string) []Quotation {
	l := Usual()
	return l.Weigh(text, func(_ Quotation, all []Candidate) int { return l.Choose(all) })
}

// A Candidate is somebody who may have said a quotation.
type Candidate struct {
	SaidBy, Named string    // as in a [Quotation]
	Row           []float64 // what speaks for it: a number for each of [Signals]
}

// Weigh returns the quotations of an article as [Quotations] does, each said by the
// candidate whose number choose returns. It is for whoever teaches how to choose.
func (l *Learned) Weigh(text string, choose func(Quotation, []Candidate) int) []Quotation {
	a := l.read(text)
	a.mark(l.Mentions, nil)
	a.attribute(choose)
	all := make([]Quotation, len(a.found))
	for i, f := range a.found {
		all[i] = f.Quotation
	}
	return all
}

// A Span is words that may name somebody.
type Span struct {
	Name       string
	Start, End int
	Row        []float64 // a number for each of [SpanSignals]
}

// Spans returns all words of an article outside of quotations that may name somebody. It
// is for whoever teaches which of them do.
func (l *Learned) Spans(text string) []Span {
	a := l.read(text)
	var all []Span
	a.mark(nil, func(ms []mention) {
		for _, m := range ms {
			if m.how != byPronoun {
				all = append(all, Span{Name: m.name, Start: a.tokens[m.first].start, End: a.tokens[m.last].end, Row: m.row})
			}
		}
	})
	return all
}

// read finds the quotations of an article, and the words around them.
func (l *Learned) read(text string) *reading {
	a := &reading{text: withoutDatelines(text), grammar: grammarOf(text), lexicon: newLexicon(l.Words), often: map[string]int{}, capitals: map[string]bool{}, last: -1}
	for _, s := range marks.Quotations(text) {
		if s.Depth == 1 {
			a.add(s)
		}
	}
	for i := range a.found {
		a.tagInside(&a.found[i])
	}
	a.tokenise()
	return a
}

// A reading goes through an article.
type reading struct {
	*grammar
	text     string
	found    []found
	lexicon  *lexicon
	tokens   []token
	often    map[string]int  // how often a word stands in the article
	runs     map[string]int  // … and some words together
	capitals map[string]bool // the words that have a capital inside of a sentence
	all      []mention       // in order, none over another
	people   []person        // who was named so far, in the order in which they were
	at       int             // up to which token they were looked for
	last     int             // which of them spoke last; -1 for nobody
}

// found is a quotation with the marks around it.
type found struct {
	Quotation
	from, to int // with the marks
}

// splitMost is how many bytes a tag between two parts has at most.
const splitMost = 160

// add adds a quotation, or the second part of the one before.
func (a *reading) add(s marks.Span) {
	from, to := a.marks(s.Start, s.End)
	part := Part{s.Text, s.Start, s.End}
	if n := len(a.found); n > 0 {
		f := &a.found[n-1]
		if between := a.text[f.to:from]; len(f.Parts) == 1 && len(between) <= splitMost && !strings.ContainsAny(f.Parts[0].lastMark(), ".!?。！？…") && (a.isSplit(between) || f.Parts[0].lastMark() == "," && a.isShortTag(between)) {
			f.Parts, f.End, f.to = append(f.Parts, part), s.End, to
			f.Text, f.As = f.Text+" "+s.Text, a.text[f.from:to]
			return
		}
	}
	a.found = append(a.found, found{
		Quotation: Quotation{Text: s.Text, As: a.text[from:to], Start: s.Start, End: s.End, Parts: []Part{part}}, from: from, to: to,
	})
}

// marks widens a stretch by the quotation marks around it.
func (a *reading) marks(start, end int) (from, to int) {
	before := strings.TrimRightFunc(a.text[:start], unicode.IsSpace)
	r, size := utf8.DecodeLastRuneInString(before)
	after := strings.TrimLeftFunc(a.text[end:], unicode.IsSpace)
	c, width := utf8.DecodeRuneInString(after)
	if !isMark(r) || !isMark(c) {
		return start, end
	}
	return len(before) - size, len(a.text) - len(after) + width
}

func isMark(r rune) bool {
	return strings.ContainsRune("\"'“”‘’„‟‚«»‹›「」『』｢｣﹁﹂〝〞〟＂", r)
}

// isSplit reports whether what stands between two quotations is a tag in the
// middle of one: it says that somebody speaks, and ends in a comma.
func (a *reading) isSplit(between string) bool {
	t := strings.TrimSpace(between)
	if !strings.ContainsRune(",，،—–", lastRune(t)) || strings.Contains(between, "\n\n") || strings.ContainsAny(t, ":：!?。！？؟") || endsInside(t) {
		return false
	}
	says := 0
	for _, w := range a.plainWords(t) {
		if a.speaks(w) || w == "so" { // «…», so der Minister, «…»
			says++
		}
	}
	return says == 1
}

// endsInside reports whether a sentence ends inside a stretch of text.
func endsInside(s string) bool {
	for i, r := range s {
		after := strings.TrimLeftFunc(s[min(len(s), i+utf8.RuneLen(r)):], unicode.IsSpace)
		if r == '.' && after != "" && len(after) < len(s)-i-1 && !unicode.IsLower(firstRune(after)) {
			before := s[:i]
			word := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
			if i == 0 || utf8.RuneCountInString(word) > 1 && !abbreviations[strings.ToLower(word)] {
				return true
			}
		}
	}
	return false
}

// plainWords are the words of a short stretch of text.
func (a *reading) plainWords(s string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune("-'’", r)
	}) {
		if isHan(firstRune(w)) {
			all = append(all, a.lexicon.cut(w)...)
		} else {
			all = append(all, bare(w))
		}
	}
	return all
}

// speaks reports whether a word says that somebody says something.
func (a *reading) speaks(w string) bool {
	verb, _, _ := strings.Cut(w, "-") // dit-il
	return marks.Speech(verb) && verb != "so" || a.lexicon.of(verb).kind[says] > 0.5
}

// isShortTag reports whether what stands between two quotations, of which the first ends
// in a comma, is a pronoun or a name with one or two words, and another comma.
func (a *reading) isShortTag(between string) bool {
	t := strings.TrimSpace(between)
	words := a.plainWords(t)
	return strings.HasSuffix(t, ",") && strings.Count(t, ",") == 1 && len(words) <= 4 && !strings.Contains(between, "\n\n") &&
		(strings.ContainsFunc(t, unicode.IsUpper) || slices.ContainsFunc(words, func(w string) bool { return a.pronouns[w] }))
}

// insideTag is a tag that stands inside the marks, as the French and the Russian
// press has it: « Nous voulons, a dit M. Wang, participer ».
var insideTag = regexp.MustCompile(`[,，][  ]*[—–-]?[  ]*([^,«»“”"]{3,80}?)(?:[,，][  ]*[—–-]?|\.[  ]*[—–])[  ]+`)

// tagInside takes a tag out of a quotation: what is before and behind it are its
// parts.
func (a *reading) tagInside(f *found) {
	if len(f.Parts) != 1 {
		return
	}
	p := f.Parts[0]
	for _, m := range insideTag.FindAllStringSubmatchIndex(p.Text, -1) {
		words := a.plainWords(p.Text[m[2]:m[3]])
		n := slices.IndexFunc(words, a.speaks)
		if n < 0 || n > 1 || len(words) > 8 || m[0] == 0 || !marks.Speech(words[n]) && !a.namesAnybody(p.Text[m[2]:m[3]], words) {
			continue
		}
		head, tail := Part{p.Text[:m[0]], p.Start, p.Start + m[0]}, Part{p.Text[m[1]:], p.Start + m[1], p.End}
		f.Parts, f.Text = []Part{head, tail}, head.Text+" "+tail.Text
		f.As = "“" + head.Text + "”" + p.Text[m[0]:m[1]] + "“" + tail.Text + "”"
		return
	}
}

// namesAnybody reports whether a tag has a word for somebody beside the one that says that
// he speaks: a name, a pronoun or an office.
func (a *reading) namesAnybody(tag string, words []string) bool {
	return strings.ContainsFunc(tag, unicode.IsUpper) || slices.ContainsFunc(words, func(w string) bool {
		_, behind, _ := strings.Cut(w, "-") // dit-il
		s := a.lexicon.of(w)
		return a.pronouns[w] || a.pronouns[behind] || a.articles[w] || s.kind[who]+s.kind[body] > 0.5
	})
}

func (p Part) lastMark() string {
	if p.Text == "" {
		return ""
	}
	return string(lastRune(p.Text))
}
