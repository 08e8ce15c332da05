package answer

import (
	"verbatim/kb/index"
	"verbatim/kb/text"
	"verbatim/kb/trust"
)

// Untold is the kind of thing that a question surely asks for, by its meaning, and of
// which the answer to it shows none: "when", "where", "who" or "how many"; empty where
// there is none.
func Untold(v *index.View, question, told string) string {
	name := text.HasName("a " + told) // the first word may be one too
	has := map[string]bool{trust.When: text.HasDay(told), trust.HowMany: text.HasDay(told) || text.HasNumberWord(told), trust.Where: name, trust.Who: name}
	learned := Usual()
	for i, p := range learned.asks(Wide(v.Vector(question))) {
		if there, is := has[learned.Asked.Kinds[i]]; is && !there && p >= askedLeast {
			return learned.Asked.Kinds[i]
		}
	}
	return ""
}
