package library

import (
	"context"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/index"
	"verbatim/kb/talk"
)

// View shows see what counts in a server (empty: everywhere) now; see
// [index.Index.View].
func (l *Library) View(ctx context.Context, server string, see func(v *index.View)) {
	l.look(ctx)
	l.index.Load().View(server, see)
}

// Views shows see what counts in each server that has something of its own; see
// [index.Index.Views].
func (l *Library) Views(ctx context.Context, see func(server string, v *index.View)) {
	l.look(ctx)
	l.index.Load().Views(see)
}

// Fact gives one fact, or one paragraph of a held text, by the id that a [kb.Answer]
// has, if it counts in a server; see [index.View.AnswerOf].
func (l *Library) Fact(id, server string) (a kb.Answer, ok bool) {
	l.View(context.Background(), server, func(v *index.View) { a, ok = v.AnswerOf(id) })
	return a, ok
}

// FactByShort is Fact by what stands for an id where there is no room for it.
func (l *Library) FactByShort(short kb.Short, server string) (a kb.Answer, ok bool) {
	l.View(context.Background(), server, func(v *index.View) { a, ok = v.AnswerOfShort(short) })
	return a, ok
}

// Source gives a source with its text, if it is there in a server.
func (l *Library) Source(statement, id, server string) (source kb.Source, ok bool) {
	l.View(context.Background(), server, func(v *index.View) {
		if s := v.Source(statement, id); s != nil && v.Head(statement) != nil {
			source, ok = *s, true
		}
	})
	return source, ok
}

// Heads lists the statements that count in a server, by id.
func (l *Library) Heads(server string) (all []kb.Head) {
	l.View(context.Background(), server, func(v *index.View) {
		facts := v.CountFacts()
		for _, head := range v.Heads() {
			if v.Counts(head.ID) {
				all = append(all, kb.Head{Statement: head.Bare(), Facts: facts[head.ID]})
			}
		}
	})
	return all
}

// Statement gives a copy of one statement, whole, if it counts in a server.
func (l *Library) Statement(id, server string) (s *kb.Statement, ok bool) {
	l.View(context.Background(), server, func(v *index.View) { s = v.Statement(id) })
	return s, s != nil
}

// Overview says in a language what a statement is, if it counts in a server; see [talk.Overview].
func (l *Library) Overview(id, server string, in catalog.Language) (a kb.Answer, ok bool) {
	l.View(context.Background(), server, func(v *index.View) {
		if ok = v.Head(id) != nil && v.Counts(id); ok {
			a = talk.Overview(v, id, in)
		}
	})
	return a, ok
}

// Statements gives copies of what counts in a server (empty: what counts
// everywhere), whole, by id.
func (l *Library) Statements(server string) (all []*kb.Statement) {
	l.View(context.Background(), server, func(v *index.View) { all = v.Statements() })
	return all
}

// Servers lists the servers that have something of their own, by id.
func (l *Library) Servers() (all []string) {
	l.Views(context.Background(), func(server string, _ *index.View) {
		if server != "" {
			all = append(all, server)
		}
	})
	return all
}

// Settings are those of a server.
func (l *Library) Settings(server string) (s kb.Settings) {
	l.View(context.Background(), server, func(v *index.View) { s = v.Settings() })
	return s
}

// IsPrivate says whether answers are private in a server unless asked otherwise, as
// of the last look at the store: the question that comes next looks anew, and twice
// would be once too often.
func (l *Library) IsPrivate(server string) (is bool) {
	l.index.Load().View(server, func(v *index.View) { is = v.Settings().Private })
	return is
}
