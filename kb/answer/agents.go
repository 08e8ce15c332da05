package answer

import (
	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// agents counts who acts in the phrasings of a fact that name several parties, by
// the names of where the fact is held, so that it is the same whoever asks. The party
// of the fact counts once, so that it decides where no phrasing does.
func agents(v *index.View, entry *index.Entry) map[string]int {
	return index.Derived(entry, func() map[string]int {
		home, f, times := v.Home(entry), entry.Fact(), map[string]int{}
		s := home.Head(entry.Statement())
		if f.Party != kb.BothSides {
			times[text.Fold(f.Party)]++
		}
		for _, p := range append([]string{f.Question}, f.AlsoAsked...) {
			if r := rolesOf(home, home.Words(p), s); r.agent != "" && len(r.mentioned) > 1 {
				times[r.agent]++
			}
		}
		return times
	})
}

// reversed reports whether a question has it the other way round than a fact:
// somebody else acts in it, and the one who acts in the fact is there as another.
// "Did China thank Syria?" is not answered by Syria's thanks.
func reversed(v *index.View, r roles, entry *index.Entry) bool {
	if r.agent == "" || len(r.mentioned) < 2 || r.agent == text.Fold(entry.Fact().Party) {
		return false
	}
	times, all := agents(v, entry), 0
	for _, n := range times {
		all += n
	}
	if float64(times[r.agent]) >= seldom*float64(all) {
		return false
	}
	for name, n := range times {
		if name != r.agent && name != r.speaker && r.mentioned[name] && 3*n >= 2*all {
			return true
		}
	}
	return false
}

// seldom is the share of a fact's phrasings below which somebody is not the one
// who acts in it.
const seldom = 0.3
