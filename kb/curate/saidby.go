package curate

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// ReadSaidBy reads who says a fact of a statement; see [readSaidBy].
func (k *Curator) ReadSaidBy(server, statement, written string) (party, speaker string, err error) {
	var s *kb.Statement
	k.library.View(context.Background(), server, func(v *index.View) {
		if s = v.Outline(statement); s == nil {
			return
		}
		if f := v.Speaker(statement, text.Fold(strings.TrimSpace(written))); f != nil {
			s.Facts = []kb.Fact{{Party: f.Party, Speaker: f.Speaker}}
		}
	})
	if s == nil {
		return "", "", kb.Refuse("refusal.source-gone")
	}
	return readSaidBy(s, written)
}

// readSaidBy reads who says a fact, in any letter case: a party of the
// statement, "both sides", a person and a party ("Wang Yi, for China", "Wang Yi
// (China)"), or a person whom other facts of the statement name. When nothing
// is written and there is one party, it is that one. The error says what may be
// written.
func readSaidBy(s *kb.Statement, written string) (party, speaker string, err error) {
	written = strings.TrimSpace(written)
	switch p := partyNamed(s, written); {
	case p != "":
		return p, "", nil
	case written == "" && len(s.Parties) == 1:
		return s.Parties[0], "", nil
	}
	for _, cut := range [...]string{", for ", " for ", ",", "，", "(", "（", " - ", " – ", " — "} {
		person, of, ok := cutLast(written, cut)
		if p := partyNamed(s, strings.Trim(of, " )）")); ok && p != "" && strings.TrimSpace(person) != "" {
			return p, strings.TrimSpace(person), nil
		}
	}
	for _, f := range s.Facts {
		if f.Speaker != "" && text.Fold(f.Speaker) == text.Fold(written) {
			return f.Party, f.Speaker, nil
		}
	}
	return "", "", kb.Refuse("refusal.said-by",
		"Parties", strings.Join(append(slices.Clone(s.Parties), kb.BothSides), ", "), "Example", strconv.Quote("Wang Yi, for "+firstParty(s)))
}

func firstParty(s *kb.Statement) string {
	if len(s.Parties) == 0 {
		return "China"
	}
	return s.Parties[0]
}

// partyNamed is the party of that name, in any letter case; empty if there is
// none.
func partyNamed(s *kb.Statement, name string) string {
	folded := text.Fold(strings.TrimSpace(name))
	switch folded {
	case "":
		return ""
	case text.Fold(kb.BothSides), "both", "both parties":
		return kb.BothSides
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
