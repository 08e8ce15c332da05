package kb

import (
	"slices"
	"strconv"
	"strings"

	"verbatim/kb/text"
)

// SaidBy writes who says a fact, as [ReadSaidBy] reads it: "China", "both
// sides", "Wang Yi, for China".
func SaidBy(f Fact) string {
	if f.Speaker == "" || f.Speaker == f.Party {
		return f.Party
	}
	return f.Speaker + ", for " + f.Party
}

// ReadSaidBy reads who says a fact, in any letter case: a party of the
// statement, "both sides", a person and a party ("Wang Yi, for China", "Wang Yi
// (China)"), or a person whom other facts of the statement name. When nothing
// is written and there is one party, it is that one. The error says what may be
// written.
func ReadSaidBy(s *Statement, written string) (party, speaker string, err error) {
	written = strings.TrimSpace(written)
	switch p := s.partyNamed(written); {
	case p != "":
		return p, "", nil
	case written == "" && len(s.Parties) == 1:
		return s.Parties[0], "", nil
	}
	for _, cut := range [...]string{", for ", " for ", ",", "，", "(", "（", " - ", " – ", " — "} {
		person, of, ok := cutLast(written, cut)
		if p := s.partyNamed(strings.Trim(of, " )）")); ok && p != "" && strings.TrimSpace(person) != "" {
			return p, strings.TrimSpace(person), nil
		}
	}
	for _, f := range s.Facts {
		if f.Speaker != "" && text.Fold(f.Speaker) == text.Fold(written) {
			return f.Party, f.Speaker, nil
		}
	}
	return "", "", Refuse("refusal.said-by",
		"Parties", strings.Join(append(slices.Clone(s.Parties), BothSides), ", "), "Example", strconv.Quote("Wang Yi, for "+firstParty(s)))
}

func firstParty(s *Statement) string {
	if len(s.Parties) == 0 {
		return "China"
	}
	return s.Parties[0]
}

// partyNamed is the party of that name, in any letter case; empty if there is
// none.
func (s *Statement) partyNamed(name string) string {
	folded := text.Fold(strings.TrimSpace(name))
	switch folded {
	case "":
		return ""
	case text.Fold(BothSides), "both", "both parties":
		return BothSides
	}
	for _, p := range s.Parties {
		if text.Fold(p) == folded {
			return p
		}
	}
	return ""
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
