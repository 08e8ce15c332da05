package kb

import (
	"context"
	"sync"
)

// A textShelf is the texts of a library, as far as somebody has quoted from
// them.
type textShelf struct {
	mu    sync.Mutex       // one is brought up to date at a time
	texts *Texts           // nil until the first quotation
	at    map[string]int64 // by server: the revision that its texts are of
}

// Quote judges a quotation by what counts in q.Server now, in q.Statement alone
// if that is set; see [Texts.Quote]. Texts that have changed since the last
// quotation are indexed first, the others are not.
func (l *Library) Quote(ctx context.Context, q Question) (Quoted, error) {
	l.keepUp(ctx)
	if !l.base.Load().hasOwn(q.Server) {
		q.Server = ""
	}
	return l.textsOf(q.Server).Quote(q)
}

// textsOf returns the texts, up to date for a server.
func (l *Library) textsOf(server string) *Texts {
	l.shelf.mu.Lock()
	defer l.shelf.mu.Unlock()
	if l.shelf.texts == nil {
		l.shelf.texts, l.shelf.at = NewTexts(), map[string]int64{}
	}
	at, held := l.shelf.at[server]
	rev := at
	if l.reading.TryLock() { // else something is just being read, and the next quotation has it
		rev = l.rev
		l.reading.Unlock()
	}
	if !held || rev != at {
		l.shelf.texts.Hold(server, l.base.Load().statementsOf(server))
		l.shelf.at[server] = rev
	}
	return l.shelf.texts
}

func (b *Base) statementsOf(server string) []*Statement {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.scope(server).list()
}

// hasOwn reports whether a server has anything of its own.
func (b *Base) hasOwn(server string) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.scopes[server] != nil
}

// Recheck looks up every quote that counts in a server (empty: everywhere) in
// the text of its source, where that is held.
func (l *Library) Recheck(server string) Recheck { return RecheckQuotes(l.Statements(server)) }
