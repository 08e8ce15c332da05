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

// reversed reports whether somebody else acts in a question than in a fact:
// "Did China thank Syria?" is not answered by Syria's thanks.
func (sc *scope) reversed(r roles, held *heldFact) bool {
	if r.agent == "" || len(r.mentioned) < 2 {
		return false
	}
	counted := sc.agents(held)
	all := 0
	for _, n := range counted {
		all += n
	}
	return all > 0 && float64(counted[r.agent]) < reversedBelow*float64(all)
}

// reversedBelow is the share of a fact's phrasings below which the one who acts
// in a question is somebody else than in the fact.
const reversedBelow = 0.15
