package wording

import (
	"cmp"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

// SaidBy names who says a fact: both sides, a party, or a person and the party that they
// spoke for.
func SaidBy(l catalog.Language, f kb.Fact) string {
	party := f.Party
	if party == kb.BothSides {
		party = l.Say("answer.both-sides")
	}
	if f.Speaker == "" || f.Speaker == f.Party || party == "" {
		return cmp.Or(party, f.Speaker)
	}
	return l.Say("answer.speaker-for", "Speaker", f.Speaker, "Party", party)
}
