package kb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"verbatim/kb/store"
)

// A FactAt is a fact as it counts in a server.
type FactAt struct {
	ID        string // statement/fact
	Statement Statement
	Source    map[string]Source // of Statement, by id, without texts
	Fact      Fact
	Own       bool // it is the server's own; otherwise it counts everywhere
	Seen      Seen // to be given back with a change
}

// FactAt looks a fact up, and is [ErrNotHeld] when there is none.
func (l *Library) FactAt(ctx context.Context, server, id string) (FactAt, error) {
	f := FactAt{ID: id, Seen: Seen{}}
	statement, fact, ok := splitID(id)
	if !ok {
		return f, ErrNotHeld
	}
	own, shared, err := l.factRecords(ctx, server, statement, fact)
	if err != nil {
		return f, err
	}
	f.Seen[own.Key] = own.Version
	value := bodyOf[Fact](own)
	if f.Own = value != nil; !f.Own && server != "" {
		value = bodyOf[Fact](shared)
	}
	if server != "" {
		f.Seen[shared.Key] = shared.Version
	}
	head := l.headOf(server, statement)
	if value == nil || isHidden(value) || head == nil {
		return f, ErrNotHeld
	}
	f.Fact, f.Statement, f.Source = *value, withoutFacts(head), map[string]Source{}
	for _, s := range head.Sources {
		f.Source[s.ID] = s
	}
	return f, nil
}

// factRecords are a server's own record of a fact and the shared one, which are
// the same for what counts everywhere.
func (l *Library) factRecords(ctx context.Context, server, statement, fact string) (own, shared store.Record, err error) {
	if own, err = l.latest(ctx, FactKey(server, statement, fact)); err != nil || server == "" {
		return own, own, err
	}
	shared, err = l.latest(ctx, FactKey("", statement, fact))
	return own, shared, err
}

// isHidden says whether a fact only takes one away that counts everywhere: it
// has no citation, and so is never answered.
func isHidden(f *Fact) bool { return len(f.Citations) == 0 }

// A Draft is a fact that somebody wrote, before it is saved.
type Draft struct {
	Statement string   // Statement.ID
	Fact      Fact     // without an id when it is new
	Seen      Seen     // of what is edited; nil when it is new
	Anyway    bool     // save it although its question is answered already
	Answers   []string // questions of the inbox that it answers, by Waiting.ID
}

// A Saved is a fact that is saved.
type Saved struct {
	ID       string // statement/fact
	Fact     Fact
	Verified bool // every quote stands in the text of its source
	Repeated bool // this act had been done before, and nothing was done now
}

// SaveFact checks a draft and saves it: a new fact, or the edited one. It is a
// [*Review] when it was not saved for what is in it, and an [*Overtaken] when
// somebody else changed the fact first.
func (l *Library) SaveFact(ctx context.Context, h Hand, d Draft) (Saved, error) {
	if saved, done := l.doneBefore(ctx, h); done { // or it would be a duplicate of itself
		return saved, nil
	}
	r := l.Review(ctx, h.Server, &d)
	if !r.Fine(d) {
		return Saved{}, r
	}
	action := "edit"
	if d.Fact.ID == "" {
		action = "add"
	}
	for try := 0; ; try++ {
		f := d.Fact
		if action == "add" {
			f.ID = idFor(f.Question, try)
		}
		saved, err := l.putFact(ctx, h, action, d, f)
		var taken *Overtaken
		if action == "add" && errors.As(err, &taken) && try < idTries {
			continue
		}
		return saved, err
	}
}

// idTries is how many ids are tried for a new fact.
const idTries = 100

func (l *Library) putFact(ctx context.Context, h Hand, action string, d Draft, f Fact) (Saved, error) {
	record, err := FactRecord(h.Server, d.Statement, &f)
	if err != nil {
		return Saved{}, err
	}
	c := h.change(action)
	c.Put = []store.Record{record}
	if d.Seen != nil {
		c.Expect = d.Seen
	} else {
		c.Expect[record.Key] = 0
		c.Expect[FactKey("", d.Statement, f.ID)] = 0
	}
	return l.applyAnswer(ctx, h.Server, c, d.Answers, d.Statement+"/"+f.ID)
}

// applyFact makes a change of a fact and says what it became.
func (l *Library) applyFact(ctx context.Context, server string, c store.Change) (Saved, error) {
	r, err := l.apply(ctx, c)
	if err != nil {
		return Saved{}, l.overtaken(ctx, server, c, err)
	}
	records := c.Put
	for _, one := range r.Changed { // when repeated, what was done then
		if one.Kind == RecordFact {
			records = []store.Record{one.Record}
		}
	}
	return l.savedOf(server, records, r.Repeated), nil
}

// doneBefore is what the same act saved when it was done before.
func (l *Library) doneBefore(ctx context.Context, h Hand) (saved Saved, done bool) {
	r, err := l.store.Done(ctx, h.Once)
	if err != nil || r == nil {
		return saved, false // the write tells too
	}
	var records []store.Record
	for _, one := range r.Changed {
		records = append(records, one.Record)
	}
	saved = l.savedOf(h.Server, records, true)
	return saved, saved.ID != ""
}

func (l *Library) savedOf(server string, records []store.Record, repeated bool) Saved {
	saved := Saved{Repeated: repeated}
	for _, one := range records {
		if one.Kind != RecordFact {
			continue
		}
		saved.ID = one.Statement + "/" + one.ID
		one.Version = max(one.Version, 1)
		if f := bodyOf[Fact](one); f != nil {
			saved.Fact = *f
		}
		saved.Verified = l.allVerified(server, one.Statement, saved.Fact)
	}
	return saved
}

func (l *Library) allVerified(server, statement string, f Fact) bool {
	for _, c := range f.Citations {
		s, ok := l.sourceIn(server, statement, c.Source)
		if c.Quote != "" && (!ok || !Verified(c, s)) {
			return false
		}
	}
	return true
}

// An Overtaken tells that somebody else changed a fact first, and so nothing was
// saved.
type Overtaken struct {
	By      string // the author
	At      time.Time
	Now     *Fact         // nil when it was removed
	Changes []FieldChange // from what was seen to what is there now
	Err     error
}

func (o *Overtaken) Error() string {
	return fmt.Sprintf("%s changed this first, so nothing was saved: look at what is there now and try again", o.By)
}

// Unwrap gives the store's error.
func (o *Overtaken) Unwrap() error { return o.Err }

// overtaken says what somebody else did, where that is why a change was not
// made.
func (l *Library) overtaken(ctx context.Context, server string, c store.Change, err error) error {
	var stored *store.Error
	var conflict *store.Conflict
	if !errors.As(err, &stored) || stored.Code != store.CodeConflict || !errors.As(err, &conflict) {
		return err
	}
	at := slices.IndexFunc(conflict.Current, func(r store.Record) bool { return r.Kind == RecordFact })
	if at < 0 {
		return err
	}
	key := conflict.Current[at].Key
	all, failed := l.FactHistory(ctx, server, key.Statement+"/"+key.ID)
	if failed != nil || len(all) == 0 {
		return err
	}
	last := all[len(all)-1]
	o := &Overtaken{By: last.Author, At: last.At, Now: last.Fact, Err: err}
	var seen *Fact
	for _, r := range all {
		of := FactKey(server, key.Statement, key.ID)
		if r.Shared {
			of.Server = ""
		}
		if r.Version <= c.Expect[of] {
			seen = r.Fact
		}
	}
	o.Changes = FactChanges(seen, last.Fact)
	return o
}
