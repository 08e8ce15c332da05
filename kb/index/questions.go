package index

import (
	"cmp"
	"slices"
)

// Questions are the facts that can be asked here, in order: own ones, then shared
// ones that nothing stands in the place of; of one statement, if it is not empty.
func (v *View) Questions(statement string) []*Entry {
	l := v.layer
	all := l.ownQuestions()
	if l.shared != nil {
		all = slices.Concat(all, l.shared.ownQuestions())
	} else if statement == "" {
		return all
	}
	var counting []*Entry
	for _, e := range all {
		if l.counts(e) && (statement == "" || e.statement == statement) {
			counting = append(counting, e)
		}
	}
	return counting
}

// ownQuestions are the own facts that can be asked, in order.
func (l *layer) ownQuestions() []*Entry {
	if made := l.asked.Load(); made != nil {
		return *made
	}
	var facts []*Entry
	for _, s := range l.statements {
		for _, e := range s.facts {
			if e.asked {
				facts = append(facts, e)
			}
		}
	}
	slices.SortFunc(facts, func(x, y *Entry) int { return cmp.Compare(x.place, y.place) })
	l.asked.Store(&facts)
	return facts
}
