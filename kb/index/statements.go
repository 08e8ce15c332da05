package index

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/kb"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// Statements gives copies of the statements that count here, whole, by id.
func (v *View) Statements() []*kb.Statement { return v.layer.list() }

// Own gives copies of what the server has itself, by id, each statement with what it
// takes to be a knowledge file: the shared sources that its facts cite, too.
func (v *View) Own() []*kb.Statement {
	if !v.own {
		return nil
	}
	return v.layer.own()
}

// Whole gives a copy of one statement with all that is there of it; nil if it is
// not. Facts that the settings keep from answering are in it too.
func (v *View) Whole(id string) *kb.Statement {
	l := v.layer
	var under *statementEntry
	if l.shared != nil {
		under = l.shared.statements[id]
	}
	all := l.gather(map[string]*statementEntry{id: nil}, func(s *kb.Statement, id string) { l.statements[id].addTo(s, under) })
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// Statement gives a copy of one statement as it counts here; nil if it does not.
func (v *View) Statement(id string) *kb.Statement {
	if !v.Counts(id) {
		return nil
	}
	s := v.Whole(id)
	if s != nil && v.layer.alone() {
		s.Facts = slices.DeleteFunc(s.Facts, func(f kb.Fact) bool { return v.layer.fact(id, f.ID) == nil })
	}
	return s
}

// Counts reports whether the settings let a statement that is there count.
func (v *View) Counts(statement string) bool {
	return !v.layer.alone() || v.layer.statements[statement] != nil
}

// Outline is a copy of a statement with its sources, without their texts and without
// facts; nil if it is not there.
func (v *View) Outline(id string) *kb.Statement {
	head := v.layer.statement(id)
	if head == nil {
		return nil
	}
	s := head.Bare()
	for _, h := range v.sources(id) {
		s.Sources = append(s.Sources, h.source.Bare())
	}
	return &s
}

// Sources are the sources of a statement that are there, in order.
func (v *View) Sources(statement string) []*kb.Source {
	var all []*kb.Source
	for _, h := range v.sources(statement) {
		all = append(all, h.source)
	}
	return all
}

func (v *View) sources(statement string) []*sourceEntry {
	var own, under map[string]*sourceEntry
	if s := v.layer.statements[statement]; s != nil {
		own = s.sources
	}
	if shared := v.layer.shared; shared != nil && shared.statements[statement] != nil {
		under = shared.statements[statement].sources
	}
	return over(under, own, func(h *sourceEntry) int { return h.place })
}

// IsWhole says whether the whole text of a statement is held: that of a source which
// is the statement itself. None is empty.
func (v *View) IsWhole(statement string) bool {
	return statement != "" && slices.ContainsFunc(v.sources(statement), func(h *sourceEntry) bool {
		return h.source.Kind == kb.KindStatement && h.source.Text != ""
	})
}

// CountFacts counts the facts that can be asked here, by statement.
func (v *View) CountFacts() map[string]int {
	facts := map[string]int{}
	for _, e := range v.index.facts {
		if v.layer.counts(e) {
			facts[e.statement]++
		}
	}
	return facts
}

// An AliasOf is a name with its aliases, and where they are from.
type AliasOf struct {
	kb.Alias
	Statement string
	Own       bool // the server's own
}

// Aliases gives copies of the names that have others here, by statement and name.
func (v *View) Aliases() []AliasOf {
	all := map[store.Key]AliasOf{}
	for _, l := range []*layer{v.layer.shared, v.layer} {
		if l == nil {
			continue
		}
		for key, a := range l.aliases() {
			key.Server = ""
			all[key] = AliasOf{kb.Alias{Name: a.Name, Other: slices.Clone(a.Other)}, key.Statement, v.own && l == v.layer}
		}
	}
	return slices.SortedFunc(maps.Values(all), func(a, b AliasOf) int {
		return cmp.Or(cmp.Compare(a.Statement, b.Statement), cmp.Compare(a.Name, b.Name))
	})
}

// Speaker is the first fact of a statement that is said by a person, by the folded
// name, own ones before shared ones; nil if none is.
func (v *View) Speaker(statement, folded string) *kb.Fact {
	for _, l := range []*layer{v.layer, v.layer.shared} {
		if l == nil || l.statements[statement] == nil {
			continue
		}
		var first *Entry
		for _, e := range l.statements[statement].facts {
			if e.fact.Speaker != "" && (first == nil || e.place < first.place) && text.Fold(e.fact.Speaker) == folded {
				first = e
			}
		}
		if first != nil {
			return first.fact
		}
	}
	return nil
}

// Hidden are the facts that count everywhere but were taken away here.
func (v *View) Hidden() (all []kb.Suggestion) {
	if !v.own || v.layer.shared == nil {
		return nil
	}
	for _, s := range v.layer.statements {
		for _, e := range s.facts {
			if under := v.layer.shared.fact(e.statement, e.fact.ID); under != nil && e.fact.Hides() {
				all = append(all, kb.Suggestion{ID: e.ID(), Question: under.fact.Question})
			}
		}
	}
	return all
}
