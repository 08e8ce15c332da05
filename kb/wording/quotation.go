// Package wording says in a language, with the sentences of kb/catalog, what other rooms
// found out: what a verdict on a quotation rests on and what was altered, why there is no
// answer, and who says a fact. It must never judge anything itself, nor change a word of
// a quotation. kb/answer, the rooms of bot that show answers, verdicts and facts, and
// cmd/verbatim with its screen and wire call it.
package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/quote/change"
	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// Why says what a verdict rests on.
func Why(l catalog.Language, r quote.Result) string {
	return l.Join(verdict(l, r), Aside(l, r))
}

func verdict(l catalog.Language, r quote.Result) string {
	switch r.Verdict {
	case quote.Verbatim:
		return l.Say("why.verbatim")
	case quote.Typographic:
		if kinds := typography(l, r); kinds != "" {
			return l.Say("why.typographic-this", "Kinds", kinds)
		}
		return l.Say("why.typographic")
	case quote.Edited:
		return l.Say("why.edited", "Changes", told(l, r.Changes))
	case quote.Spliced:
		return l.Say("why.spliced")
	case quote.NotFound:
		return l.Say("why.not-found")
	}
	if piecesStand(r) {
		return disorder(l, r)
	}
	return altered(l, r)
}

// piecesStand reports whether a quotation has an ellipsis, and all pieces around it
// stand somewhere.
func piecesStand(r quote.Result) bool {
	return len(r.Pieces) > 0 && !slices.ContainsFunc(r.Pieces, func(p quote.Piece) bool { return !p.Verdict.True() })
}

// disorder says why pieces that all stand somewhere are not spliced.
func disorder(l catalog.Language, r quote.Result) string {
	if slices.ContainsFunc(r.Pieces, func(p quote.Piece) bool { return p.Source != r.Source }) {
		return l.Say("why.pieces-apart")
	}
	return l.Say("why.pieces-order")
}

// Aside says what else is to be known of words that stand in the source: that it
// negates them, and that they are nobody's own. It is empty if there is nothing.
func Aside(l catalog.Language, r quote.Result) string {
	negated, common := "", ""
	if r.Negated != "" {
		negated = l.Say("why.negated", "Words", clip(l, r.Negated))
	}
	if r.Common {
		common = l.Say("why.common")
	}
	return l.Join(negated, common)
}

// Differs says what of the typography differs.
func Differs(l catalog.Language, r quote.Result) string {
	if kinds := typography(l, r); kinds != "" {
		return l.Say("why.differs-this", "Kinds", kinds)
	}
	return l.Say("why.differs")
}

// typography names the kinds of changes, with what cannot be seen.
func typography(l catalog.Language, r quote.Result) string {
	var names []string
	for _, kind := range r.Differ {
		name := nameOf(l, kind)
		var notes []string
		for _, c := range r.Changes {
			if note := noteOf(l, c); c.Kind == kind && note != "" && !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
		}
		if len(notes) > 0 {
			name = l.Say("why.noted-kind", "Kind", name, "Note", strings.Join(notes[:min(len(notes), notesMost)], "; "))
		}
		names = append(names, name)
	}
	return l.List(names...)
}

// What is told of many.
const (
	notesMost   = 3  // notes on one kind of change
	toldMost    = 3  // changes that are told one by one
	changesMost = 6  // changes that are listed
	clipMost    = 80 // characters that are shown of a stretch
)

// noteOf says what cannot be seen of a change. Notes are in English, so that others read
// the kind of the change alone.
func noteOf(l catalog.Language, c quote.Change) string {
	if l != catalog.English && l != "" {
		return ""
	}
	return c.Note
}

// altered says what was altered: each change, if they are few.
func altered(l catalog.Language, r quote.Result) string {
	changes := r.Changes
	var left, added []string
	changed, alike := 0, true
	for _, c := range changes {
		switch c.Kind {
		case change.WordsLeftOut, change.WordsAdded, change.WordsChanged:
			left, added = append(left, word.Spellings(c.Source)...), append(added, word.Spellings(c.Text)...)
			changed++
		}
		alike = alike && word.IsLikening(c.Kind)
	}
	reordered := changed > 1 && slices.Equal(slices.Sorted(slices.Values(left)), slices.Sorted(slices.Values(added)))
	switch {
	case len(changes) == 0:
		return l.Say("why.punctuation")
	case alike && inCapitals(changes):
		return l.Say("why.capitals")
	case alike && len(changes) > toldMost:
		var names []string
		for _, kind := range r.Differ {
			names = append(names, nameOf(l, kind))
		}
		return l.Say("why.as-written", "Changes", l.List(names...))
	case alike:
		return l.Say("why.as-written", "Changes", told(l, changes))
	case reordered:
		return l.Say("why.order")
	case changed <= toldMost:
		return l.Say("why.these", "Changes", sentence(told(l, changes)))
	}
	return l.Say("why.counted", "LeftOut", sentence(l.Say("why.words", catalog.Count, len(left))), "Added", l.Say("why.words", catalog.Count, len(added)))
}

// inCapitals reports whether nothing but capitals differs, and many words are in
// capitals.
func inCapitals(changes []quote.Change) bool {
	return len(changes) > toldMost && !slices.ContainsFunc(changes, func(c quote.Change) bool {
		return c.Kind != word.LikeCase || strings.ToUpper(c.Text) != c.Text
	})
}

// told lists changes, those of the same kind that tell nothing else once.
func told(l catalog.Language, changes []quote.Change) string {
	var all []string
	for _, c := range changes {
		if t := tell(l, c); !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	if more := len(all) - changesMost; more > 0 {
		all = append(all[:changesMost], l.Say("why.more", catalog.Count, more))
	}
	return strings.Join(all, "; ")
}

// tell says one change.
func tell(l catalog.Language, c quote.Change) string {
	source, words := clip(l, c.Source), clip(l, c.Text)
	switch c.Kind {
	case change.WordsLeftOut:
		return l.Say("why.left-out", catalog.Count, len(word.Spellings(c.Source)), "Words", source)
	case change.WordsAdded:
		return l.Say("why.added", catalog.Count, len(word.Spellings(c.Text)), "Words", words)
	case change.WordsChanged:
		return l.Say("why.changed", catalog.Count, len(word.Spellings(c.Text)), "Text", words, "Source", source)
	case change.Punctuation:
		return l.Say("why.punctuation-differs", "Text", orNothing(l, c.Text, words), "Source", orNothing(l, c.Source, source))
	case word.LikeDivision:
		return l.Say("why.divided", "Text", words, "Source", source)
	case editor.Added, editor.Brackets, editor.Sic:
		return l.Say("why.one-kind", "Kind", nameOf(l, c.Kind), "Text", words)
	case editor.Replaced, editor.Case, editor.Part:
		return l.Say("why.for-kind", "Kind", nameOf(l, c.Kind), "Text", words, "Source", source)
	case editor.Omitted:
		if c.Source == "" {
			return l.Say("why.needless-ellipsis")
		}
		return l.Say("why.one-kind", "Kind", nameOf(l, c.Kind), "Text", source)
	}
	if note := noteOf(l, c); note != "" {
		return l.Say("why.noted-kind", "Kind", nameOf(l, c.Kind), "Note", note)
	}
	return l.Say("why.pair-kind", "Kind", nameOf(l, c.Kind), "Text", words, "Source", source)
}

func orNothing(l catalog.Language, s, clipped string) string {
	if strings.TrimSpace(s) == "" {
		return l.Say("why.nothing")
	}
	return clipped
}

// clip puts a stretch in quotation marks; of a long one, its two ends.
func clip(l catalog.Language, s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > clipMost {
		runes := []rune(s)
		s = string(runes[:clipMost/2]) + " … " + string(runes[len(runes)-clipMost/2:])
	}
	return l.Say("difference.quoted", "Words", s)
}

// sentence begins with a capital, where the letters have one.
func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}
