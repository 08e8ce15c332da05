package quote

import (
	"strings"

	"verbatim/kb/quote/change"
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
func (r Result) Differs() string {
	return change.Sentence(strings.TrimSuffix(change.SayTypographic(r.Changes), "."))
}

const tooFew = "They are too few, or too common, to be anybody's own words."

func verdictSays(r Result) string {
	switch r.Verdict {
	case Verbatim:
		return "It stands in the source character for character."
	case Typographic:
		return "The words are the same; " + change.SayTypographic(r.Changes)
	case Edited:
		return "The words are the same, but for what the editor marked: " + change.Say(r.Changes) + "."
	case Spliced:
		return "The pieces around the ellipsis stand in the source in this order; the words between them are left out."
	case NotFound:
		return "No passage of the texts searched is close to it."
	}
	return change.SayAltered(r.Changes)
}
