package quote

import (
	"fmt"
	"slices"
	"strings"
)

// why says in one sentence what a verdict rests on.
func why(r Result) string {
	switch r.Verdict {
	case Verbatim:
		return "It stands in the source character for character."
	case Typographic:
		if len(r.Differ) == 0 {
			return "The words are the same; only the typography differs."
		}
		return "The words are the same; only this differs: " + strings.Join(r.Differ, ", ") + "."
	case Spliced:
		return "The pieces around the ellipsis stand in the source in this order; the words between them are left out."
	case NotFound:
		return "No passage of the texts searched is close to it."
	}
	return changes(r.Diff)
}

// changes says what was dropped and added, in words or, if there are none, in
// marks.
func changes(ops []Op) string {
	dropped, added := spellings(ops, Dropped), spellings(ops, Added)
	switch {
	case len(dropped)+len(added) == 0:
		return "The words are the same, but the punctuation inside differs."
	case slices.Equal(slices.Sorted(slices.Values(dropped)), slices.Sorted(slices.Values(added))):
		return "The words are the same, but their order differs."
	case slices.Equal(letters(dropped), letters(added)):
		return "The letters are the same, but capitals or apostrophes differ."
	case len(added) == 0:
		return fmt.Sprintf("It leaves out %s of the source.", count(len(dropped)))
	case len(dropped) == 0:
		return fmt.Sprintf("It adds %s that the source does not have.", count(len(added)))
	}
	return fmt.Sprintf("It leaves out %s of the source and has %s that the source does not have.", count(len(dropped)), count(len(added)))
}

func count(n int) string {
	if n == 1 {
		return "one word"
	}
	return fmt.Sprintf("%d words", n)
}

// spellings returns the words of all ops of a kind.
func spellings(ops []Op, op string) []string {
	var all []string
	for _, o := range ops {
		if o.Op != op {
			continue
		}
		for w := range words(o.Text) {
			if w.kind != isWord {
				continue
			}
			if w.trail == possessive {
				w.spelling += "'"
			}
			all = append(all, w.spelling)
		}
	}
	return all
}

// letters returns words without case and apostrophes.
func letters(all []string) []string {
	bare := make([]string, len(all))
	for i, w := range all {
		bare[i] = strings.ToLower(strings.ReplaceAll(w, "'", ""))
	}
	return bare
}
