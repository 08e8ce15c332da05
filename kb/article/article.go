// Package article finds the quotations in an article, and who the article says
// said them. It is pure: a text in, quotations out. Whether they are true, and
// whether the one who is named said them, is for its caller to check.
//
// A quotation is what stands between quotation marks, or in a block quote
// ([marks.Quotations]); one that a tag stands in (“…,” she said, “…”) is one
// quotation of two parts. Who said it is looked for in this order: the tag behind
// it, the words before it in its sentence, the quotation before it in its paragraph.
// A pronoun, or a word such as “the minister”, stands for whoever was named last
// as a speaker, or else named first in the sentence before.
//
// English, French, Spanish, German, Russian, Arabic and Chinese are read. Names
// are known by their capitals; in Arabic and Chinese they are what stands beside
// the word that says that somebody speaks, without offices and countries.
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
	a := &reading{text: withoutDatelines(text), nations: map[string][]string{}}
	for _, s := range marks.Quotations(text) {
		if s.Depth == 1 {
			a.add(s)
		}
	}
	for i := range a.found {
		a.tagInside(&a.found[i])
	}
	for i := range a.found {
		a.attribute(i)
	}
	all := make([]Quotation, len(a.found))
	for i, f := range a.found {
		all[i] = f.Quotation
	}
	return all
}

// A reading goes through an article.
type reading struct {
	text    string
	found   []found
	named   []string            // the full names met so far, in order
	last    string              // who spoke last
	turned  bool                // last was named after the quotation before, in a sentence of its own
	nations map[string][]string // of the full names, how the words of countries beside them begin
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
		if between := a.text[f.to:from]; len(f.Parts) == 1 && len(between) <= splitMost && !strings.ContainsAny(f.Parts[0].lastMark(), ".!?。！？…") && isSplit(between) {
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
func isSplit(between string) bool {
	t := strings.TrimSpace(between)
	r, _ := utf8.DecodeLastRuneInString(t)
	if !strings.ContainsRune(",，،—–", r) || strings.Contains(between, "\n\n") || endOfSentence(t) < len(t) {
		return false
	}
	says := 0
	for _, w := range wordsOf(t) {
		if w.speaks() {
			says++
		}
	}
	return says == 1 && !strings.ContainsAny(t, ":：")
}

// insideTag is a tag that stands inside the marks, as the French and the Russian
// press has it: « Nous voulons, a dit M. Wang, participer ».
var insideTag = regexp.MustCompile(`[,，][  ]*[—–-]?[  ]*([^,«»“”"]{3,80}?)[,，][  ]*[—–-]?[  ]+`)

// tagInside takes a tag out of a quotation: what is before and behind it are its
// parts.
func (a *reading) tagInside(f *found) {
	if len(f.Parts) != 1 {
		return
	}
	p := f.Parts[0]
	for _, m := range insideTag.FindAllStringSubmatchIndex(p.Text, -1) {
		words := wordsOf(p.Text[m[2]:m[3]])
		if n := slices.IndexFunc(words, word.speaks); n < 0 || n > 1 || len(words) > 8 || m[0] == 0 {
			continue
		}
		head, tail := Part{p.Text[:m[0]], p.Start, p.Start + m[0]}, Part{p.Text[m[1]:], p.Start + m[1], p.End}
		f.Parts, f.Text = []Part{head, tail}, head.Text+" "+tail.Text
		f.As = "“" + head.Text + "”" + p.Text[m[0]:m[1]] + "“" + tail.Text + "”"
		return
	}
}
