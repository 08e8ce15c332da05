package kb

import "verbatim/kb/text"

// counted says how often somebody acts in the phrasings of a fact, as far as some
// names told.
type counted struct {
	names *names
	times map[string]int
}

// agents counts who acts in the phrasings of a fact that name several parties, by
// the names of the fact's own scope, so that it is the same whoever asks. The
// party of the fact counts once, so that it decides where no phrasing does.
func (h *heldFact) agents() map[string]int {
	sc := h.scope
	if c := h.acting.Load(); c != nil && c.names == sc.names {
		return c.times
	}
	s, times := sc.statement(h.statement), map[string]int{}
	if h.fact.Party != BothSides {
		times[text.Fold(h.fact.Party)]++
	}
	for _, p := range append([]string{h.fact.Question}, h.fact.AlsoAsked...) {
		if r := sc.rolesOf(sc.words(p), s); r.agent != "" && len(r.mentioned) > 1 {
			times[r.agent]++
		}
	}
	h.acting.Store(&counted{sc.names, times})
	return times
}

// reversed reports whether a question has it the other way round than a fact:
// somebody else acts in it, and the one who acts in the fact is there as another.
// "Did China thank Syria?" is not answered by Syria's thanks.
func reversed(r roles, held *heldFact) bool {
	if r.agent == "" || len(r.mentioned) < 2 || r.agent == text.Fold(held.fact.Party) {
		return false
	}
	times, all := held.agents(), 0
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
