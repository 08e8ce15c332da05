package kb

import (
	"cmp"
	"maps"
	"slices"
)

// list gives copies of the statements that count in a scope, whole, by id.
func (sc *scope) list() []*Statement {
	if sc.alone {
		return sc.own()
	}
	ids := maps.Clone(sc.shelves)
	if sc.shared != nil {
		maps.Copy(ids, sc.shared.shelves)
	}
	return sc.gather(ids, func(s *Statement, id string) {
		var under *shelf
		if sc.shared != nil {
			under = sc.shared.shelves[id]
		}
		sc.shelves[id].addTo(s, under)
	})
}

// own gives copies of what the scope has itself, by id, each statement with what
// it takes to be a knowledge file: the shared sources that its facts cite, too.
func (sc *scope) own() []*Statement {
	return sc.gather(sc.shelves, func(s *Statement, id string) {
		sc.shelves[id].addTo(s, nil)
		for _, f := range s.Facts {
			for _, c := range f.Citations {
				there := slices.ContainsFunc(s.Sources, func(o Source) bool { return o.ID == c.Source })
				if source := sc.source(id, c.Source); source != nil && !there {
					s.Sources = append(s.Sources, *source)
				}
			}
		}
	})
}

// gather makes the statements of ids that are there. Facts and citations whose
// source is not are left out.
func (sc *scope) gather(ids map[string]*shelf, fill func(s *Statement, id string)) []*Statement {
	var all []*Statement
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		head := sc.statement(id)
		if head == nil {
			continue
		}
		s := *head
		s.Parties = slices.Clone(head.Parties)
		fill(&s, id)
		for i := range s.Facts {
			s.Facts[i].Citations = slices.DeleteFunc(s.Facts[i].Citations, func(c Citation) bool {
				return sc.source(id, c.Source) == nil
			})
		}
		s.Facts = slices.DeleteFunc(s.Facts, func(f Fact) bool { return len(f.Citations) == 0 })
		all = append(all, &s)
	}
	return all
}

// addTo adds copies of a shelf's records to s, in order; before them those of
// the shelf under it that none of them stands in the place of. Either may be nil.
func (own *shelf) addTo(s *Statement, under *shelf) {
	if own == nil {
		own = &shelf{}
	}
	if under == nil {
		under = &shelf{}
	}
	for _, h := range over(under.sources, own.sources, func(h *heldSource) int { return h.place }) {
		s.Sources = append(s.Sources, *h.source)
	}
	for _, h := range over(under.facts, own.facts, func(h *heldFact) int { return h.place }) {
		s.Facts = append(s.Facts, copyFact(h.fact))
	}
	for _, h := range over(under.aliases, own.aliases, func(h *heldAlias) int { return h.place }) {
		s.Aliases = append(s.Aliases, Alias{h.alias.Name, slices.Clone(h.alias.Other)})
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

func copyFact(f *Fact) Fact {
	c := *f
	c.AlsoAsked, c.Topics, c.Citations = slices.Clone(f.AlsoAsked), slices.Clone(f.Topics), copyCitations(f.Citations)
	return c
}

func copyCitations(citations []Citation) []Citation {
	copies := slices.Clone(citations)
	for i, c := range copies {
		if c.At != nil {
			at := *c.At
			copies[i].At = &at
		}
	}
	return copies
}
