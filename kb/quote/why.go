package quote

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// why says in a few words what a verdict rests on.
func why(r Result) string {
	return strings.TrimSpace(verdictSays(r) + " " + r.Aside())
}

// Aside says what else is to be known of words that stand in the source: that it
// negates them, and that they are nobody's own. Empty if there is nothing.
func (r Result) Aside() string {
	var says []string
	if r.Negated != "" {
		says = append(says, "Right before them, the source has “"+r.Negated+"”.")
	}
	if r.Common {
		says = append(says, tooFew)
	}
	return strings.Join(says, " ")
}

// Differs is a sentence that names what of the typography differs.
func (r Result) Differs() string { return sentence(strings.TrimSuffix(typographic(r.Changes), ".")) }

const tooFew = "They are too few, or too common, to be anybody's own words."

func verdictSays(r Result) string {
	switch r.Verdict {
	case Verbatim:
		return "It stands in the source character for character."
	case Typographic:
		return "The words are the same; " + typographic(r.Changes)
	case Edited:
		return "The words are the same, but for what the editor marked: " + told(r.Changes) + "."
	case Spliced:
		return "The pieces around the ellipsis stand in the source in this order; the words between them are left out."
	case NotFound:
		return "No passage of the texts searched is close to it."
	}
	return altered(r.Changes)
}

// typographic names the folds of changes, with what cannot be seen.
func typographic(changes []Change) string {
	var names []string
	for _, name := range differ(changes) {
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

// altered says what was altered: each change, if they are few.
func altered(changes []Change) string {
	var left, added []string
	changed, alike := 0, true
	for _, c := range changes {
		switch c.Kind {
		case ChangeLeftOut, ChangeAdded, ChangeWords:
			left, added = append(left, spellings(c.Source)...), append(added, spellings(c.Text)...)
			changed++
		}
		alike = alike && isLikening(c.Kind)
	}
	reordered := changed > 1 && slices.Equal(slices.Sorted(slices.Values(left)), slices.Sorted(slices.Values(added)))
	switch {
	case len(changes) == 0:
		return "The words are the same, but the punctuation inside differs."
	case alike && inCapitals(changes):
		return "The words are the same, but written in capitals."
	case alike && len(changes) > toldMost:
		return "The words are the same, but not as they are written: " + strings.Join(differ(changes), ", ") + "."
	case alike:
		return "The words are the same, but not as they are written: " + told(changes) + "."
	case reordered:
		return "The words are the same, but their order differs."
	case changed <= toldMost:
		return sentence(told(changes))
	}
	return sentence(count(len(left)) + " of the source left out; " + count(len(added)) + " that the source does not have")
}

// isLikening reports whether a change is one between words that are alike.
func isLikening(kind string) bool {
	return slices.ContainsFunc(likenings, func(l likening) bool { return l.name == kind })
}

// inCapitals reports whether nothing but capitals differs, and many words are in
// capitals.
func inCapitals(changes []Change) bool {
	return len(changes) > toldMost && !slices.ContainsFunc(changes, func(c Change) bool {
		return c.Kind != LikeCase || strings.ToUpper(c.Text) != c.Text
	})
}

// toldMost is how many changes are told one by one.
const toldMost = 3

// told lists changes, those of the same kind that tell nothing else once.
func told(changes []Change) string {
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
	case ChangeLeftOut:
		return counted(c.Source) + " left out: " + source
	case ChangeAdded:
		return counted(c.Text) + " added: " + text
	case ChangeWords:
		return counted(c.Text) + " changed: " + text + " for " + source
	case ChangePunctuation:
		return "the punctuation differs: " + orNothing(text) + " for " + orNothing(source)
	case LikeDivision:
		return "words divided in another way: " + text + " for " + source
	case EditAdded, EditBrackets, EditSic:
		return c.Kind + ": " + text
	case EditReplaced, EditCase, EditPart:
		return c.Kind + ": " + text + " for " + source
	case EditOmitted:
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
func counted(s string) string { return count(len(spellings(s))) }

func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:] + "."
}

func count(n int) string {
	if n == 1 {
		return "one word"
	}
	return fmt.Sprintf("%d words", n)
}

// spellings returns the words of a stretch.
func spellings(s string) []string {
	var all []string
	for w := range words(s) {
		if w.kind != isWord {
			continue
		}
		if w.trail == possessive {
			w.spelling += "'"
		}
		all = append(all, w.spelling)
	}
	return all
}
