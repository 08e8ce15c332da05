package change

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/quote/find"
	"verbatim/kb/quote/word"
)

// A Change is one difference between a text and the passage that answers it.
type Change struct {
	Kind   string `json:"kind"`           // a name of [Folds], of an editor's mark, or of what was altered
	Source string `json:"source"`         // what the source has
	Text   string `json:"text"`           // what the text has
	Note   string `json:"note,omitempty"` // what cannot be seen: “a no-break space for a space before “May””
}

// Typography returns the differences between a quotation and a passage of the
// same words, which ends at a byte offset of the body and begins at another.
func Typography(s *find.Search, q *find.Query, p find.Passage, start, end int) []Change {
	c := comparison{initial: q.Initial}
	body, from := s.Held(p.Text).Body, s.Token(p.From)
	c.gap(q.Text[q.Start:q.Words[q.From].Start], body[start:from.Start], "")
	for i := q.From; i < q.To; i++ {
		w, t := q.Words[i], s.Token(p.From+i-q.From)
		c.word(i, w, q.Text[w.Start:w.End], body[t.Start:t.End])
		if i+1 < q.To {
			next := s.Token(p.From + i + 1 - q.From)
			c.between(q.Text[w.End:q.Words[i+1].Start], body[t.End:next.Start], q.Text[q.Words[i+1].Start:q.Words[i+1].End])
		}
	}
	c.tail(q.Text[q.Words[q.To-1].End:q.End], body[s.Token(p.To-1).End:end])
	return c.changes
}

// Differ names the kinds of changes, each once: folds in the order of the table,
// then the others as they come.
func Differ(changes []Change) []string {
	var names []string
	for _, f := range word.Folds {
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
func (c *comparison) word(i int, w find.Asked, text, source string) {
	if text == source {
		return
	}
	switch w.Kind {
	case word.ADash:
		c.add(word.FoldDash, source, text, "")
		return
	case word.AnEllipsis:
		c.add(word.FoldEllipsis, source, text, "")
		return
	}
	t, _ := word.Unbroken(text)
	s, _ := word.Unbroken(source)
	if w.Broken || s != source {
		c.add(word.FoldHyphen, source, text, "")
	}
	if i == c.initial && word.First(t) != word.First(s) {
		c.add(word.FoldCase, source, text, loweredOrRaised(t))
	}
	for _, f := range inWords {
		if a, b := keep(t, f.is), keep(s, f.is); a != b && (!w.Broken || f.name != word.FoldDash) {
			c.add(f.name, source, text, unseenNote(f.name, a, b, t))
		}
	}
}

// inWords are the folds inside of a word.
var inWords = []struct {
	name string
	is   func(rune) bool
}{
	{word.FoldApostrophe, word.IsQuotation},
	{word.FoldDash, func(r rune) bool { return word.IsHyphen(r) }},
	{word.FoldInvisible, word.IsInvisible},
	{word.FoldLigature, isLigature},
	{word.FoldEncoding, unicode.IsMark},
}

func loweredOrRaised(text string) string {
	if unicode.IsLower(word.First(text)) {
		return "a capital made small for the running text"
	}
	return "a small letter made a capital"
}

// unseenNote says which invisible characters a text or its source has; empty for
// any other fold.
func unseenNote(fold, text, source, at string) string {
	if fold != word.FoldInvisible {
		return ""
	}
	where := ""
	if at = keep(at, func(r rune) bool { return !word.IsInvisible(r) }); at != "" {
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
	a, b := keep(text, word.IsSpace), keep(source, word.IsSpace)
	a, b = strings.ReplaceAll(a, "\r\n", "\n"), strings.ReplaceAll(b, "\r\n", "\n")
	if a == b || word.HardBreak(b) == len(b) && b != "" && (a == " " || a == "" && word.IsUnspaced(word.First(next))) {
		return
	}
	kind := word.FoldSpace
	if strings.Count(a, "\n") != strings.Count(b, "\n") {
		kind = word.FoldLine
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
	if keep(text, word.IsQuotation) != keep(source, word.IsQuotation) {
		c.add(word.FoldQuotation, source, text, "")
	}
	if a, b := keep(text, word.IsInvisible), keep(source, word.IsInvisible); a != b {
		c.add(word.FoldInvisible, source, text, unseenNote(word.FoldInvisible, a, b, next))
	}
	if word.HasEllipsis(text) != word.HasEllipsis(source) && next == "" {
		c.add(word.FoldEllipsis, source, text, "")
	}
}

// tail compares what follows the last word.
func (c *comparison) tail(text, source string) {
	if text == source {
		return
	}
	c.gap(text, source, "")
	closing := func(r rune) bool { return word.ClassOf(r) == word.Dash || word.IsClosing(r) }
	a, b := keep(text, closing), keep(source, closing)
	if a != b && word.HasEllipsis(text) == word.HasEllipsis(source) {
		c.add(word.FoldClosing, source, text, "")
	}
}

func isLigature(r rune) bool { return word.Unligature(r) != string(r) }

func keep(s string, ok func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if ok(r) {
			return r
		}
		return -1
	}, s)
}
