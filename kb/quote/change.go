package quote

import (
	"slices"
	"strings"
	"unicode"
)

// A Change is one difference between a text and the passage that answers it.
type Change struct {
	Kind   string `json:"kind"`           // a name of [Folds], of an editor's mark, or of what was altered
	Source string `json:"source"`         // what the source has
	Text   string `json:"text"`           // what the text has
	Note   string `json:"note,omitempty"` // what cannot be seen: “a no-break space for a space before “May””
}

// typography returns the differences between a quotation and a passage of the
// same words, which ends at a byte offset of the body and begins at another.
func (s *search) typography(q *query, p passage, start, end int) []Change {
	c := comparison{initial: q.initial}
	body, from := s.texts[p.text].Body, s.tokens[p.from]
	c.gap(q.text[q.start:q.words[q.from].start], body[start:from.start], "")
	for i := q.from; i < q.to; i++ {
		w, t := q.words[i], s.tokens[p.from+i-q.from]
		c.word(i, w, q.text[w.start:w.end], body[t.start:t.end])
		if i+1 < q.to {
			next := s.tokens[p.from+i+1-q.from]
			c.between(q.text[w.end:q.words[i+1].start], body[t.end:next.start], q.text[q.words[i+1].start:q.words[i+1].end])
		}
	}
	c.tail(q.text[q.words[q.to-1].end:q.end], body[s.tokens[p.to-1].end:end])
	return c.changes
}

// differ names the kinds of changes, each once: folds in the order of the table,
// then the others as they come.
func differ(changes []Change) []string {
	var names []string
	for _, f := range Folds {
		if slices.ContainsFunc(changes, func(c Change) bool { return c.Kind == f.Name }) {
			names = append(names, f.Name)
		}
	}
	for _, c := range changes {
		if !slices.Contains(names, c.Kind) {
			names = append(names, c.Kind)
		}
	}
	return names
}

// A comparison goes through a text and the same words of its source together.
type comparison struct {
	initial int // the word that may differ in the case of its first letter
	changes []Change
}

func (c *comparison) add(kind, source, text, note string) {
	c.changes = append(c.changes, Change{Kind: kind, Source: source, Text: text, Note: note})
}

// word compares how the same word is written.
func (c *comparison) word(i int, w asked, text, source string) {
	if text == source {
		return
	}
	switch w.kind {
	case isDash:
		c.add(FoldDash, source, text, "")
		return
	case isEllipsis:
		c.add(FoldEllipsis, source, text, "")
		return
	}
	t, _ := unbroken(text)
	s, _ := unbroken(source)
	if w.broken || s != source {
		c.add(FoldHyphen, source, text, "")
	}
	if i == c.initial && first(t) != first(s) {
		c.add(FoldCase, source, text, loweredOrRaised(t))
	}
	for _, f := range inWords {
		if a, b := keep(t, f.is), keep(s, f.is); a != b && (!w.broken || f.name != FoldDash) {
			c.add(f.name, source, text, unseenNote(f.name, a, b, t))
		}
	}
}

// inWords are the folds inside of a word.
var inWords = []struct {
	name string
	is   func(rune) bool
}{
	{FoldApostrophe, isQuotation},
	{FoldDash, func(r rune) bool { return isHyphen[r] }},
	{FoldInvisible, isInvisible},
	{FoldLigature, isLigature},
	{FoldEncoding, unicode.IsMark},
}

func loweredOrRaised(text string) string {
	if unicode.IsLower(first(text)) {
		return "a capital made small for the running text"
	}
	return "a small letter made a capital"
}

// unseenNote says which invisible characters a text or its source has; empty for
// any other fold.
func unseenNote(fold, text, source, at string) string {
	if fold != FoldInvisible {
		return ""
	}
	where := ""
	if at = keep(at, func(r rune) bool { return !isInvisible(r) }); at != "" {
		where = " at “" + strings.TrimSpace(at) + "”"
	}
	if text == "" {
		return "the source has " + unseenIn(source) + where
	}
	return unseenIn(text) + where
}

// between compares what stands between two words of each.
func (c *comparison) between(text, source, next string) {
	c.gap(text, source, next)
	a, b := keep(text, isSpace), keep(source, isSpace)
	a, b = strings.ReplaceAll(a, "\r\n", "\n"), strings.ReplaceAll(b, "\r\n", "\n")
	if a == b || hardBreak(b) == len(b) && b != "" && (a == " " || a == "" && isUnspaced(first(next))) {
		return
	}
	kind := FoldSpace
	if strings.Count(a, "\n") != strings.Count(b, "\n") {
		kind = FoldLine
	}
	c.add(kind, source, text, spaceNote(a, b, next))
}

// spaceNote says which white space there is for which, if one is special.
func spaceNote(text, source, next string) string {
	a, special := white(text)
	b, also := white(source)
	if !special && !also {
		return ""
	}
	return a + " for " + b + " before “" + next + "”"
}

// gap compares the quotation marks and what is invisible between two words, or
// at the beginning.
func (c *comparison) gap(text, source, next string) {
	if text == source {
		return
	}
	if keep(text, isQuotation) != keep(source, isQuotation) {
		c.add(FoldQuotation, source, text, "")
	}
	if a, b := keep(text, isInvisible), keep(source, isInvisible); a != b {
		c.add(FoldInvisible, source, text, unseenNote(FoldInvisible, a, b, next))
	}
	if hasEllipsis(text) != hasEllipsis(source) && next == "" {
		c.add(FoldEllipsis, source, text, "")
	}
}

// tail compares what follows the last word.
func (c *comparison) tail(text, source string) {
	if text == source {
		return
	}
	c.gap(text, source, "")
	closing := func(r rune) bool { return classOf(r) == dash || isClosing[r] }
	a, b := keep(text, closing), keep(source, closing)
	if a != b && hasEllipsis(text) == hasEllipsis(source) {
		c.add(FoldClosing, source, text, "")
	}
}

// hasEllipsis reports whether there is an ellipsis in a stretch without words.
func hasEllipsis(s string) bool {
	for w := range words(s) {
		if w.kind == isEllipsis {
			return true
		}
	}
	return false
}

func isInvisible(r rune) bool { return classOf(r) == invisible }

func isLigature(r rune) bool { return unligature(r) != string(r) }

func keep(s string, ok func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if ok(r) {
			return r
		}
		return -1
	}, s)
}
