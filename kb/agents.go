package kb

import "verbatim/kb/text"

// agents counts who acts in the phrasings of a fact that name several parties.
// The party of the fact counts once, so that it decides where no phrasing does.
func (sc *scope) agents(held *heldFact) map[string]int {
	if counted := held.agents.Load(); counted != nil {
		return *counted
	}
	s, counted := sc.statement(held.statement), map[string]int{}
	if held.fact.Party != BothSides {
		counted[text.Fold(held.fact.Party)]++
	}
	for _, p := range append([]string{held.fact.Question}, held.fact.AlsoAsked...) {
		if r := sc.rolesOf(sc.words(p), s); r.agent != "" && len(r.mentioned) > 1 {
			counted[r.agent]++
		}
	}
	held.agents.Store(&counted)
	return counted
}

// reversed reports whether a question has it the other way round than a fact:
// somebody else acts in it, and the one who acts in the fact is there as another.
// "Did China thank Syria?" is not answered by Syria's thanks.
func (sc *scope) reversed(r roles, held *heldFact) bool {
	if r.agent == "" || len(r.mentioned) < 2 || r.agent == text.Fold(held.fact.Party) {
		return false
	}
	counted, all := sc.agents(held), 0
	for _, n := range counted {
		all += n
	}
	if float64(counted[r.agent]) >= seldom*float64(all) {
		return false
	}
	for name, n := range counted {
		if name != r.agent && name != r.speaker && r.mentioned[name] && 3*n >= 2*all {
			return true
		}
	}
	return false
}

// seldom is the share of a fact's phrasings below which somebody is not the one
// who acts in it.
const seldom = 0.3
