package kb

import (
	"maps"
	"slices"

	"verbatim/kb/catalog"
)

// Chosen gives the tag of the answer that is for who asks for a language, of an answer as
// it was written in several: the very one, or else the nearest that they read, or else one
// of the same language in another script or country. It is false where there is none.
func Chosen(answers map[string]string, asked string) (tag string, ok bool) {
	if answers[asked] != "" {
		return asked, true
	}
	tags := slices.Sorted(maps.Keys(answers))
	wanted, ours := catalog.Match(asked)
	for _, fits := range []func(tag string) bool{
		func(tag string) bool { near, is := catalog.Match(tag); return ours && is && near == wanted },
		func(tag string) bool { return catalog.Same(tag, asked) },
	} {
		for _, tag := range tags {
			if answers[tag] != "" && fits(tag) {
				return tag, true
			}
		}
	}
	return "", false
}

// In is the answer in a language, as a person wrote it. It is false where nobody has
// written it in that language: then it is the answer in another script of it, or else as
// it was written.
func (a Answer) In(l catalog.Language) (text string, written bool) {
	if tag, ok := Chosen(a.Answers, l.String()); ok {
		near, is := catalog.Match(tag)
		return a.Answers[tag], tag == l.String() || is && near == l
	}
	wrote, sure := catalog.Detect(a.Text)
	return a.Text, !sure || wrote == l || l == ""
}
