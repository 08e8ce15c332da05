package kb

import (
	"fmt"
	"sync"
	"sync/atomic"

	"verbatim/kb/match"
)

// A Base is knowledge held in memory, ready to be asked. It is safe for use by
// many goroutines, while it changes too: a question sees all of a change or
// nothing of it, and an answer shares no memory with the base.
type Base struct {
	changing sync.Mutex   // one change at a time; it may read without mu
	mu       sync.RWMutex // of everything below but model
	scopes   map[string]*scope
	next     int // the place of the next new record

	facts      map[int32]*heldFact // those that can be asked, by match group
	index      *match.Index
	paragraphs map[int32]heldParagraph // of held texts, by passage group
	passages   *match.Index
	free       int32 // the first passage group that was never used

	called sync.Map // what statements are called, by calledKey; forgotten with each change

	model atomic.Pointer[match.Model]
}

// NewBase holds the statements and learns from their phrasings.
func NewBase(statements []*Statement) (*Base, error) {
	b := newBase()
	ids := map[string]bool{}
	var entries []entry
	for _, s := range statements {
		if ids[s.ID] {
			return nil, fmt.Errorf("the statement %s is there twice; give one another id", s.ID)
		}
		ids[s.ID] = true
		entries = append(entries, entriesOf("", s)...)
	}
	b.apply(entries)
	b.model.Store(match.Learn(b.lessons()))
	return b, nil
}

func newBase() *Base {
	b := &Base{
		scopes: map[string]*scope{}, facts: map[int32]*heldFact{}, index: match.New(),
		paragraphs: map[int32]heldParagraph{}, passages: match.New(),
	}
	b.scopes[""] = newScope("", nil)
	return b
}

// scope is what counts in a server.
func (b *Base) scope(server string) *scope {
	if sc := b.scopes[server]; sc != nil {
		return sc
	}
	return b.scopes[""]
}

// entriesAtOnce bounds how long one step of a large change keeps questions
// waiting: some 10 ms.
const entriesAtOnce = 200

// change makes a change while questions are being asked. A large one is made in
// steps.
func (b *Base) change(entries []entry) {
	for len(entries) > 0 {
		n := min(len(entries), entriesAtOnce)
		b.apply(entries[:n])
		entries = entries[n:]
	}
}

// apply makes a change: words are cut first, and questions wait only for what
// is left to do.
func (b *Base) apply(entries []entry) {
	b.changing.Lock()
	defer b.changing.Unlock()
	c := b.prepare(entries)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.called.Clear()
	for sc, names := range c.names {
		sc.names = names
	}
	for _, e := range entries {
		b.put(e, c)
	}
	b.settle(c)
}
