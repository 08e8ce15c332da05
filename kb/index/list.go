package index

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/kb"
)

// list gives copies of the statements that count in a layer, whole, by id.
func (l *layer) list() []*kb.Statement {
	if l.alone() {
		return l.own()
	}
	ids := maps.Clone(l.statements)
	if l.shared != nil {
		maps.Copy(ids, l.shared.statements)
	}
	return l.gather(ids, func(s *kb.Statement, id string) {
		var under *statementEntry
		if l.shared != nil {
			under = l.shared.statements[id]
		}
		l.statements[id].addTo(s, under)
	})
}

// own gives copies of what the layer has itself, by id, each statement with what
// it takes to be a knowledge file: the shared sources that its facts cite, too.
func (l *layer) own() []*kb.Statement {
	return l.gather(l.statements, func(s *kb.Statement, id string) {
		l.statements[id].addTo(s, nil)
		for _, f := range s.Facts {
			for _, c := range f.Citations {
				there := slices.ContainsFunc(s.Sources, func(o kb.Source) bool { return o.ID == c.Source })
				if source := l.source(id, c.Source); source != nil && !there {
					s.Sources = append(s.Sources, *source)
				}
			}
		}
	})
}

// gather makes the statements of ids that are there. Facts and citations whose
// source is not are left out.
func (l *layer) gather(ids map[string]*statementEntry, fill func(s *kb.Statement, id string)) []*kb.Statement {
	var all []*kb.Statement
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		head := l.statement(id)
		if head == nil {
			continue
		}
		s := head.Bare()
		fill(&s, id)
		for i := range s.Facts {
			s.Facts[i].Citations = slices.DeleteFunc(s.Facts[i].Citations, func(c kb.Citation) bool {
				return l.source(id, c.Source) == nil
			})
		}
		s.Facts = slices.DeleteFunc(s.Facts, func(f kb.Fact) bool { return len(f.Citations) == 0 })
		all = append(all, &s)
	}
	return all
}

// addTo adds copies of an entry's records to s, in order; before them those of
// the one under it that none of them stands in the place of. Either may be nil.
func (own *statementEntry) addTo(s *kb.Statement, under *statementEntry) {
	if own == nil {
		own = &statementEntry{}
	}
	if under == nil {
		under = &statementEntry{}
	}
	for _, h := range over(under.sources, own.sources, func(h *sourceEntry) int { return h.place }) {
		s.Sources = append(s.Sources, *h.source)
	}
	for _, h := range over(under.facts, own.facts, func(e *Entry) int { return e.place }) {
		s.Facts = append(s.Facts, h.fact.Clone())
	}
	for _, h := range over(under.aliases, own.aliases, func(h *aliasEntry) int { return h.place }) {
		s.Aliases = append(s.Aliases, kb.Alias{Name: h.alias.Name, Other: slices.Clone(h.alias.Other)})
	}
}

// over sorts what is held, with what own has in the place of the rest.
func over[T any](under, own map[string]T, place func(T) int) []T {
	all := maps.Clone(under)
	if all == nil {
		all = map[string]T{}
	}
	maps.Copy(all, own)
	return slices.SortedFunc(maps.Values(all), func(x, y T) int { return cmp.Compare(place(x), place(y)) })
}
