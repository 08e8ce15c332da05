package answer

import (
	"slices"
	"strings"

	"verbatim/kb/lexicon"
	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

// meaning is the vector of words, which are those of the question or some of them.
func (x *inquiry) meaning(words []text.Word) *meaning.Vector { return x.sense(x.wording(words)) }

// sense is the vector of a text, which is encoded once.
func (x *inquiry) sense(s string) *meaning.Vector {
	if v := x.vectors[s]; v != nil {
		return v
	}
	v := x.view.Vector(s)
	if x.vectors == nil {
		x.vectors = map[string]*meaning.Vector{}
	}
	x.vectors[s] = &v
	return &v
}

// wording writes words as they were typed, but for those that nobody knows and that
// look like a known one: one slip in a name leaves little of what a sentence means.
func (x *inquiry) wording(words []text.Word) string {
	var all strings.Builder
	read := x.view.Correct(words)
	last := 0
	whole := slices.Equal(words, x.words)
	for i, w := range words {
		typed := x.typed(w)
		between := " "
		if whole || w.Script == text.Unspaced && i > 0 && words[i-1].Script == text.Unspaced {
			between = ""
		}
		if whole {
			between = x.question.Text[min(last, w.Start):w.Start]
			last = w.End
		}
		all.WriteString(between)
		switch {
		case read[i].Text != w.Text:
			all.WriteString(read[i].Text)
		case typed != "":
			all.WriteString(typed)
		case lexicon.IsName(w):
			all.WriteString(x.view.Names().Written(w.Text))
		default:
			all.WriteString(w.Text)
		}
	}
	return all.String()
}

// typed is a word as it stands in the question; empty if it does not.
func (x *inquiry) typed(w text.Word) string {
	if slices.ContainsFunc(x.words, func(o text.Word) bool { return o.Start == w.Start && o.End == w.End && o.Text == w.Text }) {
		return x.question.Text[w.Start:w.End]
	}
	return ""
}
