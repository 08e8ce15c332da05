package curate

import (
	"context"
	"errors"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// A FactAt is a fact as it counts in a server.
type FactAt struct {
	ID        string // statement/fact
	Statement kb.Statement
	Source    map[string]kb.Source // of Statement, by id, without texts
	Fact      kb.Fact
	Own       bool         // it is the server's own; otherwise it counts everywhere
	Author    string       // who made it what it is in the server first; empty where it counts everywhere
	Seen      library.Seen // to be given back with a change
}

// FactAt looks a fact up, and is [kb.ErrNotHeld] when there is none.
func (k *Curator) FactAt(ctx context.Context, server, id string) (FactAt, error) {
	f := FactAt{ID: id, Seen: library.Seen{}}
	statement, fact, ok := kb.SplitID(id)
	if !ok {
		return f, kb.ErrNotHeld
	}
	own, shared, err := k.factRecords(ctx, server, statement, fact)
	if err == nil {
		f.Author, err = k.library.MadeBy(ctx, own.Key)
	}
	if err != nil {
		return f, err
	}
	f.Seen[own.Key] = own.Version
	value := index.BodyOf[kb.Fact](own)
	if f.Own = value != nil; !f.Own && server != "" {
		value = index.BodyOf[kb.Fact](shared)
	}
	if server != "" {
		f.Seen[shared.Key] = shared.Version
	}
	head := k.outline(server, statement)
	if value == nil || value.Hides() || head == nil {
		return f, kb.ErrNotHeld
	}
	f.Fact, f.Statement, f.Source = *value, head.Bare(), map[string]kb.Source{}
	for _, s := range head.Sources {
		f.Source[s.ID] = s
	}
	return f, nil
}

// factRecords are a server's own record of a fact and the shared one, which are
// the same for what counts everywhere.
func (k *Curator) factRecords(ctx context.Context, server, statement, fact string) (own, shared store.Record, err error) {
	if own, err = k.library.Latest(ctx, index.FactKey(server, statement, fact)); err != nil || server == "" {
		return own, own, err
	}
	shared, err = k.library.Latest(ctx, index.FactKey("", statement, fact))
	return own, shared, err
}

// A Draft is a fact that somebody wrote, before it is saved.
type Draft struct {
	Statement string       // Statement.ID
	Fact      kb.Fact      // without an id when it is new
	Seen      library.Seen // of what is edited; nil when it is new
	Anyway    bool         // save it although its question is answered already
	Answers   []string     // questions of the inbox that it answers, by inbox.OpenQuestion.ID
}

// A Saved is a fact that is saved.
type Saved struct {
	ID       string // statement/fact
	Fact     kb.Fact
	Verified bool // every quote stands in the text of its source
	Repeated bool // this act had been done before, and nothing was done now
}

// Save checks a draft and saves it: a new fact, or the edited one. It is a
// [*Review] when it was not saved for what is in it, and an [*EditConflict] when
// somebody else changed the fact first.
func (k *Curator) Save(ctx context.Context, e library.Editor, d Draft) (Saved, error) {
	if saved, done := k.doneBefore(ctx, e); done { // or it would be a duplicate of itself
		return saved, nil
	}
	r := k.Review(ctx, e.Server, &d)
	if !r.fine(d) {
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
		saved, err := k.putFact(ctx, e, action, d, f)
		var taken *EditConflict
		if action == "add" && errors.As(err, &taken) && try < idTries {
			continue
		}
		return saved, err
	}
}

// idTries is how many ids are tried for a new fact.
const idTries = 100

func (k *Curator) putFact(ctx context.Context, e library.Editor, action string, d Draft, f kb.Fact) (Saved, error) {
	record, err := index.FactRecord(e.Server, d.Statement, &f)
	if err != nil {
		return Saved{}, err
	}
	c := e.Change(action)
	c.Put = []store.Record{record}
	if d.Seen != nil {
		c.Expect = d.Seen
	} else {
		c.Expect[record.Key] = 0
		c.Expect[index.FactKey("", d.Statement, f.ID)] = 0
	}
	return k.applyAnswer(ctx, e, c, d.Answers, d.Statement+"/"+f.ID)
}

// applyFact makes a change of a fact and says what it became.
func (k *Curator) applyFact(ctx context.Context, e library.Editor, c store.Change) (Saved, error) {
	r, err := k.apply(ctx, e, c)
	if err != nil {
		return Saved{}, k.conflictOf(ctx, e.Server, c, err)
	}
	records := c.Put
	for _, one := range r.Changed { // when repeated, what was done then
		if one.Kind == index.RecordFact {
			records = []store.Record{one.Record}
		}
	}
	return k.savedOf(e.Server, records, r.Repeated), nil
}

// doneBefore is what the same act saved when it was done before.
func (k *Curator) doneBefore(ctx context.Context, e library.Editor) (saved Saved, done bool) {
	r, err := k.library.Store().Done(ctx, e.Once)
	if err != nil || r == nil {
		return saved, false // the write tells too
	}
	var records []store.Record
	for _, one := range r.Changed {
		records = append(records, one.Record)
	}
	saved = k.savedOf(e.Server, records, true)
	return saved, saved.ID != ""
}

func (k *Curator) savedOf(server string, records []store.Record, repeated bool) Saved {
	saved := Saved{Repeated: repeated}
	for _, one := range records {
		if one.Kind != index.RecordFact {
			continue
		}
		saved.ID = one.Statement + "/" + one.ID
		one.Version = max(one.Version, 1)
		if f := index.BodyOf[kb.Fact](one); f != nil {
			saved.Fact = *f
		}
		saved.Verified = k.allVerified(server, one.Statement, saved.Fact)
	}
	return saved
}

// allVerified reports whether every quote of a fact stands in the text of its source.
func (k *Curator) allVerified(server, statement string, f kb.Fact) bool {
	all := true
	k.library.View(context.Background(), server, func(v *index.View) {
		for _, c := range f.Citations {
			s := v.Source(statement, c.Source)
			all = all && (c.Quote == "" || s != nil && kb.Verified(c, *s))
		}
	})
	return all
}
