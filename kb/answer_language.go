package kb

import (
	"maps"
	"slices"

	"verbatim/kb/catalog"
)

// In is the answer in a language, as a person wrote it. It is false where nobody has
// written it in that language: then it is the answer as it was written.
func (a Answer) In(l catalog.Language) (text string, written bool) {
	if said := a.Answers[l.String()]; said != "" {
		return said, true
	}
	for _, tag := range slices.Sorted(maps.Keys(a.Answers)) {
		if near, is := catalog.Match(tag); is && near == l && a.Answers[tag] != "" {
			return a.Answers[tag], true
		}
	}
	wrote, sure := catalog.Detect(a.Text)
	return a.Text, !sure || wrote == l || l == ""
}
