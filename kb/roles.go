package kb

import (
	"slices"
	"strings"

	"verbatim/kb/text"
)

// roles says who speaks in a question, as far as its words show it.
type roles struct {
	agent     string          // the party, folded, that is first named as doing something; empty if none
	mentioned map[string]bool // all parties named, folded
}

// beforeObjects are words after which a name is not the one who speaks or acts.
var beforeObjects = map[string]bool{
	"about": true, "of": true, "on": true, "to": true, "with": true, "against": true, "for": true,
	"from": true, "in": true, "at": true, "toward": true, "towards": true, "w": true, "than": true,
	"عن": true, "على": true, "علي": true, "مع": true, "ضد": true, "من": true, "في": true, "تجاه": true,
	"对": true, "向": true, "于": true, "和": true, "与": true, "给": true,
}

// beforeSpeakers are words after which a name is the one who speaks or acts;
// "according to" is looked for besides.
var beforeSpeakers = map[string]bool{
	"by": true, "بحسب": true, "حسب": true, "وفق": true, "据": true, "被": true,
}

// rolesOf reads the roles in words, whose names have been replaced: a party of s
// that is said to be the speaker acts, or else the first that is neither an
// owner ("China's …") nor the object of a preposition. A person stands for the
// party that the person speaks for.
func (sc *scope) rolesOf(words []text.Word, s *Statement) roles {
	r := roles{mentioned: map[string]bool{}}
	for i, w := range words {
		party, ok := sc.partyOf(w.Text)
		if !ok || !isParty(s, party) {
			continue
		}
		r.mentioned[party] = true
		switch {
		case speaks(words[:i]):
			r.agent = party
		case r.agent == "" && !w.Possessive && (i == 0 || !beforeObjects[words[i-1].Text]):
			r.agent = party
		}
	}
	return r
}

// speaks reports whether the words before a name make it the speaker.
func speaks(before []text.Word) bool {
	n := len(before)
	return n > 0 && beforeSpeakers[before[n-1].Text] ||
		n > 1 && before[n-1].Text == "to" && before[n-2].Text == "according"
}

func isParty(s *Statement, folded string) bool {
	return slices.ContainsFunc(s.Parties, func(p string) bool { return text.Fold(p) == folded })
}

// reversed reports whether the question has f's party as the object and another
// as the one who acts: "Did China thank Syria?" is not answered by Syria's thanks.
func (r roles) reversed(f *Fact) bool {
	party := text.Fold(f.Party)
	return r.agent != "" && f.Party != BothSides && r.agent != party && r.mentioned[party]
}

// note tells who said it when the question has only another.
func (r roles) note(f *Fact) string {
	party := text.Fold(f.Party)
	if r.agent == "" || f.Party == BothSides || r.agent == party || r.mentioned[party] {
		return ""
	}
	who := f.Party
	if f.Speaker != "" {
		who = f.Speaker + ", for " + f.Party
	}
	return "The question names another speaker. It was said by " + strings.TrimSuffix(who, ".") + "."
}
