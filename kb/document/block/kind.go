package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

// shape is what the words of a piece look like, before its place in the text says
// what it is.
type shape uint8

const (
	body     shape = iota // sentences, or more than a title has
	title                 // few words that do not end like a sentence
	question              // few words that end in a question mark
	aside                 // few words in brackets
	row                   // cells with bars between
	metadata              // of the text
	rule                  // no words
)

// What a title has at most. Its words begin with capitals where it is longer than
// a phrase.
const (
	titleRunes  = 160
	titleWords  = 22
	phraseWords = 9
	asideWords  = 8
)

// shapeOf gives the shape of a block.
func (r *reader) shapeOf(b *Block, p piece) shape {
	switch {
	case r.isRule(line{b.Start, b.End}):
		return rule
	case p.labelled:
		return body
	case isRow(r.text[b.Start:b.End]):
		return row
	case isAside(b.Text):
		return aside
	case isDateline(b.Text), isAddress(b.Text):
		return metadata
	}
	return readShape(b.Text)
}

// readShape tells titles and questions from sentences.
func readShape(s string) shape {
	s = strings.Trim(s, "*_#= \n")
	words := strings.Fields(s)
	switch last := lastRune(strings.TrimRight(s, "\"”»’)）*_ ")); {
	case len(words) == 0 || len(words) > titleWords || utf8.RuneCountInString(s) > titleRunes || strings.Count(s, "\n") > 3:
		return body
	case (last == '?' || last == '？' || last == '؟') && !strings.Contains(s, "\n"):
		return question
	case strings.ContainsRune(".。!！;；,，،؛…:：", last) && !abbreviated(words):
		return body
	case text.IsUnspaced(firstRune(s)):
		return only(utf8.RuneCountInString(s) <= 36 && !strings.ContainsAny(s, "，。；"))
	case unicode.IsLower(firstRune(s)):
		return body
	case len(words) <= phraseWords:
		return title
	}
	return only(capitals(words))
}

func only(isTitle bool) shape {
	if isTitle {
		return title
	}
	return body
}

// abbreviated reports whether the last word has its point because it is cut
// short: "P.M.", "Jr.".
func abbreviated(words []string) bool {
	w := words[len(words)-1]
	return strings.Count(w, ".") > 1 || len(w) <= 3 && len(words) > 1 && isUpper(w)
}

// capitals reports whether most of the longer words begin with a capital.
func capitals(words []string) bool {
	upper, long := 0, 0
	for _, w := range words {
		r := firstRune(strings.TrimLeft(w, "(“\"‘«"))
		if utf8.RuneCountInString(w) < 4 || !unicode.IsUpper(r) && !unicode.IsLower(r) {
			continue
		}
		if long++; unicode.IsUpper(r) {
			upper++
		}
	}
	return long > 0 && 3*upper >= 2*long
}

// endsSentence reports whether words end like a sentence.
func endsSentence(s string) bool {
	return strings.ContainsRune(".!?…。！？؟", lastRune(strings.TrimRight(s, "\"”»’)）]*_ ")))
}

// isAside reports whether a few words stand in brackets, as in "(Applause.)".
func isAside(s string) bool {
	first, last := firstRune(s), lastRune(s)
	closed := first == '(' && last == ')' || first == '[' && last == ']' || first == '（' && last == '）'
	return closed && len(strings.Fields(s)) <= asideWords && utf8.RuneCountInString(s) < titleRunes/2
}

// longestPageNo is how many bytes the number of a page may have, with its words.
const longestPageNo = 40

var (
	noWords = regexp.MustCompile(`^[\d\p{P}\p{S}\s]+$`)
	pageNo  = regexp.MustCompile(`^(?i:[-–—]?\s?(?:page|seite|página|pagina|стр\.|第|صفحة)?\s?[\d٠-٩]{1,4}\s?(?:页|頁)?(?:\s?(?:/|of|von|de|sur|из|من)\s?[\d٠-٩]{1,4})?\s?[-–—]?)$`)
)

// isRule reports whether a line has no words: a line of marks, or the number of a
// page.
func (r *reader) isRule(l line) bool {
	s := strings.TrimFunc(r.text[l.start:l.end], nothing)
	if len(s) > 400 {
		return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	}
	switch letters, digits := strings.ContainsFunc(s, unicode.IsLetter), strings.ContainsFunc(s, unicode.IsDigit); {
	case digits:
		return len(s) < longestPageNo && pageNo.MatchString(s)
	case letters:
		return false
	}
	return noWords.MatchString(s)
}

// tellKinds says of each block what it is, by its shape and by where it stands.
func (r *reader) tellKinds() {
	last := r.lastBody()
	asks := r.asksByTitles()
	talk, heading := false, -1
	for i := range r.blocks {
		b, p := &r.blocks[i], r.pieces[i]
		b.Kind = r.kindOf(i, last, talk, asks)
		switch {
		case p.labelled:
			talk = true
		case b.Kind == Heading && heading == i-1:
			b.Under, talk = heading, false
		case b.Kind == Heading, b.Kind == Signature:
			talk = false
		}
		if b.Kind == Heading {
			heading = i
		} else if b.Kind.Says() {
			b.Under = heading
		}
	}
}

// kindOf says what a block is. Few words are a heading where a text goes on below
// them; in what somebody says they are words like others, but in capitals.
func (r *reader) kindOf(i, last int, talk, asks bool) Kind {
	p, b := r.pieces[i], &r.blocks[i]
	switch p.shape {
	case rule:
		return Rule
	case metadata:
		return Metadata
	case aside:
		return Aside
	case row:
		return r.rowOrHeads(i)
	case question:
		if asks && !talk && p.mark != bulletMark && r.sentencesFollow(i) {
			return Heading
		}
	case title:
		return r.titleKind(i, last, talk)
	}
	switch p.mark {
	case noteMark:
		return Footnote
	case bulletMark, numberMark:
		return ListEntry
	}
	if i > last && signs(b.Text) {
		return Signature
	}
	return Paragraph
}
