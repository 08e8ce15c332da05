package library

import (
	"context"
	"sync"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// heldTexts are the texts of a library, as far as somebody has quoted from
// them.
type heldTexts struct {
	mu    sync.Mutex       // one is brought up to date at a time
	texts *verify.Texts    // nil until the first quotation
	at    map[string]int64 // by server: the revision that its texts are of
}

// Quote judges a quotation by what counts in q.Server now, in q.Statement alone
// if that is set; see [verify.Texts.Quote]. Of one that is not found it tells what is
// nearest in meaning, in whatever language. Texts that have changed since the last
// quotation are indexed first, the others are not.
func (l *Library) Quote(ctx context.Context, q kb.Question) (verify.Quoted, error) {
	l.View(ctx, q.Server, func(v *index.View) {
		if !v.HasOwn() {
			q.Server = ""
		}
	})
	r, err := l.textsOf(q.Server).Quote(q)
	if err == nil && r.Verdict == quote.NotFound && len(r.Elsewhere) == 0 {
		l.View(ctx, q.Server, func(v *index.View) { nearInMeaning(v, &r, q) })
	}
	return r, err
}

// textsOf returns the texts, up to date for a server.
func (l *Library) textsOf(server string) *verify.Texts {
	l.texts.mu.Lock()
	defer l.texts.mu.Unlock()
	if l.texts.texts == nil {
		l.texts.texts, l.texts.at = verify.New(), map[string]int64{}
	}
	at, held := l.texts.at[server]
	rev := at
	if l.reading.TryLock() { // else something is just being read, and the next quotation has it
		rev = l.rev
		l.reading.Unlock()
	}
	if !held || rev != at {
		l.index.Load().View(server, func(v *index.View) { l.texts.texts.Hold(server, v.Statements()) })
		l.texts.at[server] = rev
	}
	return l.texts.texts
}

// Recheck looks up every quote that counts in a server (empty: everywhere) in
// the text of its source, where that is held.
func (l *Library) Recheck(server string) verify.Recheck {
	return verify.Statements(l.Statements(server))
}
