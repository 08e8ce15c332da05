package kb

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"verbatim/kb/text"
)

// pieces cuts a text into words and what stands between them (Unicode Standard
// Annex 29); together they are the text.
func pieces(s string) []string {
	var all []string
	state := -1
	for s != "" {
		var word string
		word, s, state = uniseg.FirstWordInString(s, state)
		all = append(all, word)
	}
	return all
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// idFor makes the id of a record from its question or title; try makes another
// of the same. Where there are no letters that an id may have, it is a part of
// a hash.
func idFor(s string, try int) string {
	id := strings.Trim(notInID.ReplaceAllString(text.Fold(s), "-"), "-")
	if len(id) < 3 {
		sum := sha256.Sum256([]byte(s))
		id = strings.Trim(id+"-"+hex.EncodeToString(sum[:6]), "-")
	}
	if id = id[:min(len(id), idMost)]; try > 0 {
		id += "-" + strconv.Itoa(try+1)
	}
	return strings.Trim(id, "-")
}

// idMost leaves room for a number within MaxID.
const idMost = 40

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
	return "", "", refuse("Said by must name who says it: %s. A person is written with the side, such as %q.",
		strings.Join(append(slices.Clone(s.Parties), BothSides), ", "), "Wang Yi, for "+firstParty(s))
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
