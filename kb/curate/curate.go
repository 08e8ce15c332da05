// Package curate is what editors do to a library: facts, sources, aliases, settings,
// and what an import would change.
//
// Each change is one write of the store that names its author: all of it is made or
// nothing, the same act twice is made once, and of two people at one fact the second
// is told what the first did ([EditConflict]). What is made is answered with the next
// question. A draft is reviewed first ([Review]): no fact without a source, and no
// quote that does not stand in the text of its source.
//
// It must never change a quote, nor anything without an [library.Editor]. Whether
// somebody may is for the caller to know: the moderators' handlers of bot, and cmd.
package curate

import (
	"context"
	"maps"
	"slices"

	"verbatim/kb"
	"verbatim/kb/inbox"
	"verbatim/kb/index"
	"verbatim/kb/library"
)

// A Curator makes the changes of editors to a library.
type Curator struct {
	library *library.Library
	inbox   *inbox.Inbox

	underWay underWay
	drafts   draftMemory
}

// New is a curator of a library.
func New(l *library.Library) *Curator {
	return &Curator{library: l, inbox: inbox.New(l), underWay: underWay{of: map[string]*adding{}}, drafts: draftMemory{facts: map[string][]kb.Fact{}}}
}

// Outline is a statement with its sources, as it is there in a server, without
// their texts and without facts; ok is false if it is not.
func (k *Curator) Outline(server, statement string) (s *kb.Statement, ok bool) {
	s = k.outline(server, statement)
	return s, s != nil
}

func (k *Curator) outline(server, id string) (s *kb.Statement) {
	k.library.View(context.Background(), server, func(v *index.View) { s = v.Outline(id) })
	return s
}

// Outlines are the outlines of all statements that count in a server, by id.
func (k *Curator) Outlines(server string) (all []*kb.Statement) {
	k.library.View(context.Background(), server, func(v *index.View) {
		for _, id := range slices.Sorted(maps.Keys(v.Heads())) {
			if v.Counts(id) {
				all = append(all, v.Outline(id))
			}
		}
	})
	return all
}

// whole is a statement with all that is there of it in a server; nil if it is not.
func (k *Curator) whole(server, id string) (s *kb.Statement) {
	k.library.View(context.Background(), server, func(v *index.View) { s = v.Whole(id) })
	return s
}
