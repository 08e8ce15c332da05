package change

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/quote/editor"
	"verbatim/kb/quote/word"
)

// SayTypographic names the folds of changes, with what cannot be seen.
func SayTypographic(changes []Change) string {
	var names []string
	for _, name := range Differ(changes) {
		var notes []string
		for _, c := range changes {
			if c.Kind == name && c.Note != "" && !slices.Contains(notes, c.Note) {
				notes = append(notes, c.Note)
			}
		}
		if len(notes) > 0 {
			name += " (" + strings.Join(notes[:min(len(notes), notesMost)], "; ") + ")"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return "only the typography differs."
	}
	return "only this differs: " + strings.Join(names, ", ") + "."
}

// notesMost is how many notes on one fold are told.
const notesMost = 3

// SayAltered says what was altered: each change, if they are few.
func SayAltered(changes []Change) string {
	var left, added []string
	changed, alike := 0, true
	for _, c := range changes {
		switch c.Kind {
		case WordsLeftOut, WordsAdded, WordsChanged:
			left, added = append(left, word.Spellings(c.Source)...), append(added, word.Spellings(c.Text)...)
			changed++
		}
		alike = alike && word.IsLikening(c.Kind)
	}
	reordered := changed > 1 && slices.Equal(slices.Sorted(slices.Values(left)), slices.Sorted(slices.Values(added)))
	switch {
	case len(changes) == 0:
		return "The words are the same, but the punctuation inside differs."
	case alike && inCapitals(changes):
		return "The words are the same, but written in capitals."
	case alike && len(changes) > toldMost:
		return "The words are the same, but not as they are written: " + strings.Join(Differ(changes), ", ") + "."
	case alike:
		return "The words are the same, but not as they are written: " + Say(changes) + "."
	case reordered:
		return "The words are the same, but their order differs."
	case changed <= toldMost:
		return Sentence(Say(changes))
	}
	return Sentence(count(len(left)) + " of the source left out; " + count(len(added)) + " that the source does not have")
}

// inCapitals reports whether nothing but capitals differs, and many words are in
// capitals.
func inCapitals(changes []Change) bool {
	return len(changes) > toldMost && !slices.ContainsFunc(changes, func(c Change) bool {
		return c.Kind != word.LikeCase || strings.ToUpper(c.Text) != c.Text
	})
}

// toldMost is how many changes are told one by one.
const toldMost = 3

// Say lists changes, those of the same kind that tell nothing else once.
func Say(changes []Change) string {
	var all []string
	for _, c := range changes {
		if t := tell(c); !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	if more := len(all) - changesMost; more > 0 {
		all = append(all[:changesMost], fmt.Sprintf("and %d more", more))
	}
	return strings.Join(all, "; ")
}

// changesMost is how many changes are listed at most.
const changesMost = 6

// tell says one change.
func tell(c Change) string {
	source, text := clip(c.Source), clip(c.Text)
	switch c.Kind {
	case WordsLeftOut:
		return counted(c.Source) + " left out: " + source
	case WordsAdded:
		return counted(c.Text) + " added: " + text
	case WordsChanged:
		return counted(c.Text) + " changed: " + text + " for " + source
	case Punctuation:
		return "the punctuation differs: " + orNothing(text) + " for " + orNothing(source)
	case word.LikeDivision:
		return "words divided in another way: " + text + " for " + source
	case editor.Added, editor.Brackets, editor.Sic:
		return c.Kind + ": " + text
	case editor.Replaced, editor.Case, editor.Part:
		return c.Kind + ": " + text + " for " + source
	case editor.Omitted:
		if c.Source == "" {
			return "an ellipsis where nothing is left out"
		}
		return c.Kind + ": " + source
	}
	if c.Note != "" {
		return c.Kind + " (" + c.Note + ")"
	}
	return c.Kind + " (" + text + " for " + source + ")"
}

func orNothing(s string) string {
	if s == "“”" {
		return "nothing"
	}
	return s
}

// clip puts a stretch in quotation marks; of a long one, its two ends.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) > clipMost {
		runes := []rune(s)
		s = string(runes[:clipMost/2]) + " … " + string(runes[len(runes)-clipMost/2:])
	}
	return "“" + s + "”"
}

// clipMost is how many characters of a stretch are shown.
const clipMost = 80

// counted counts the words of a stretch.
func counted(s string) string { return count(len(word.Spellings(s))) }

// Sentence makes words a sentence: with a capital and a full stop.
func Sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:] + "."
}

func count(n int) string {
	if n == 1 {
		return "one word"
	}
	return fmt.Sprintf("%d words", n)
}
