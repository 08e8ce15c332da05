// Package wording says in a language, with the sentences of kb/catalog, what other rooms
// found out: what a verdict on a quotation rests on, and what was altered. It must never
// judge anything itself, nor change a word of a quotation. bot/reply and
// cmd/verbatim/screen call it.
package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/text"
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
		if kinds := typography(l, r.Changes); kinds != "" {
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
	return altered(l, r.Changes)
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
	if kinds := typography(l, r.Changes); kinds != "" {
		return l.Say("why.differs-this", "Kinds", kinds)
	}
	return l.Say("why.differs")
}

// typography names the kinds of changes, with what cannot be seen.
func typography(l catalog.Language, changes []quote.Change) string {
	var names []string
	for _, kind := range kindsOf(changes) {
		name := nameOf(l, kind)
		var notes []string
		for _, c := range changes {
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

// kindsOf are the kinds of changes, each once.
func kindsOf(changes []quote.Change) (kinds []string) {
	for _, c := range changes {
		if !slices.Contains(kinds, c.Kind) {
			kinds = append(kinds, c.Kind)
		}
	}
	return kinds
}

// altered says what was altered: each change, if they are few.
func altered(l catalog.Language, changes []quote.Change) string {
	var left, added []string
	changed, alike := 0, true
	for _, c := range changes {
		switch kinds[c.Kind] {
		case leftOut, addedWords, changedWords:
			left, added = append(left, wordsOf(c.Source)...), append(added, wordsOf(c.Text)...)
			changed++
		}
		alike = alike && likenings[c.Kind]
	}
	reordered := changed > 1 && slices.Equal(slices.Sorted(slices.Values(left)), slices.Sorted(slices.Values(added)))
	switch {
	case len(changes) == 0:
		return l.Say("why.punctuation")
	case alike && inCapitals(changes):
		return l.Say("why.capitals")
	case alike && len(changes) > toldMost:
		var names []string
		for _, kind := range kindsOf(changes) {
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
		return kinds[c.Kind] != "kind.capitals" || strings.ToUpper(c.Text) != c.Text
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
	switch key := kinds[c.Kind]; key {
	case leftOut:
		return l.Say("why.left-out", catalog.Count, len(wordsOf(c.Source)), "Words", source)
	case addedWords:
		return l.Say("why.added", catalog.Count, len(wordsOf(c.Text)), "Words", words)
	case changedWords:
		return l.Say("why.changed", catalog.Count, len(wordsOf(c.Text)), "Text", words, "Source", source)
	case "kind.punctuation":
		return l.Say("why.punctuation-differs", "Text", orNothing(l, c.Text, words), "Source", orNothing(l, c.Source, source))
	case "kind.divided":
		return l.Say("why.divided", "Text", words, "Source", source)
	case "kind.added-in-brackets", "kind.brackets", "kind.remark":
		return l.Say("why.one-kind", "Kind", nameOf(l, c.Kind), "Text", words)
	case "kind.replaced", "kind.case-in-brackets", "kind.part":
		return l.Say("why.for-kind", "Kind", nameOf(l, c.Kind), "Text", words, "Source", source)
	case "kind.omitted":
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

// wordsOf are the words of a stretch as they stand there.
func wordsOf(s string) (all []string) {
	for _, w := range text.Words(s) {
		all = append(all, s[w.Start:w.End])
	}
	return all
}

// sentence begins with a capital, where the letters have one.
func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}
