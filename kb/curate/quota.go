package curate

import (
	"context"
	"sync"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/quota"
	"verbatim/kb/store"
)

// underWay is what changes that are being made add to what servers have, so that of
// many at once none goes over a quota for not having seen the others.
type underWay struct {
	mu sync.Mutex
	of map[string]*adding // by server; those without a change are not there
}

// adding is what changes add to what one server has. They wait for each other to be
// reckoned up, and for no other server's.
type adding struct {
	changes int // guarded by underWay.mu
	mu      sync.Mutex
	more    quota.Holding
}

// apply makes a change of an editor, if it is theirs to make and keeps to the quotas of
// the server.
func (k *Curator) apply(ctx context.Context, e library.Editor, c store.Change) (store.Result, error) {
	if err := k.refuseOthers(ctx, e, c); err != nil {
		return store.Result{}, err
	}
	var parts []index.Part
	for _, r := range c.Put {
		if p, ok, err := index.Decode(r); err == nil && ok {
			parts = append(parts, p)
		}
	}
	done, err := k.admit(ctx, e.Server, parts)
	if err != nil {
		if before, _ := k.library.Store().Done(ctx, c.Once); before == nil { // or nothing is added
			return store.Result{}, err
		}
		done = func() {}
	}
	defer done()
	return k.library.Apply(ctx, c)
}

// Import is [library.Library.Load] for an editor: it keeps to the quotas of the
// server.
func (k *Curator) Import(ctx context.Context, e library.Editor, statements []*kb.Statement) (library.Loading, error) {
	if e.OwnOnly { // it replaces what others made
		return library.Loading{}, errOwnOnly
	}
	parts, err := k.importing(ctx, e.Server, statements)
	if err != nil {
		return library.Loading{}, err
	}
	done, err := k.admit(ctx, e.Server, parts)
	if err != nil {
		return library.Loading{}, err
	}
	defer done()
	return k.library.Load(ctx, e.Author, e.Server, statements)
}

// importing are the parts that an import puts, and, without a value, those that it
// takes away.
func (k *Curator) importing(ctx context.Context, server string, statements []*kb.Statement) ([]index.Part, error) {
	var parts []index.Part
	brought := map[store.Key]bool{}
	for _, s := range statements {
		for _, p := range index.PartsOf(server, s) {
			parts, brought[p.Key] = append(parts, p), true
		}
	}
	held, origins, err := k.replaced(ctx, server, statements)
	for key, r := range held {
		if !brought[key] && origins[r.Origin] {
			parts = append(parts, index.Part{Key: key})
		}
	}
	return parts, err
}

// replaced are the records that a server has of statements, and the origins whose
// records an import may replace.
func (k *Curator) replaced(ctx context.Context, server string, statements []*kb.Statement) (map[store.Key]store.Record, map[string]bool, error) {
	origins, err := k.library.Replaceable(ctx, server, statements)
	if err != nil {
		return nil, nil, err
	}
	ids := map[string]bool{}
	for _, s := range statements {
		ids[s.ID] = true
	}
	var held map[store.Key]store.Record
	k.library.View(ctx, server, func(v *index.View) { held = v.Records(ids) })
	return held, origins, nil
}

// admit refuses parts with which a server would have more than its quotas allow. The
// change is to be made before done is called. What counts everywhere has no quota.
func (k *Curator) admit(ctx context.Context, server string, parts []index.Part) (done func(), err error) {
	if server == "" {
		return func() {}, nil
	}
	quotas := k.library.Quotas()
	for _, p := range parts {
		if f, ok := p.Value.(*kb.Fact); ok {
			if err := quotas.RefuseFact(f); err != nil {
				return nil, err
			}
		}
	}
	a := k.underWay.begin(server)
	a.mu.Lock()
	defer a.mu.Unlock()
	var now, more quota.Holding
	k.library.View(ctx, server, func(v *index.View) { now, more = v.Holding(), v.Growth(parts) })
	if err := quotas.Refuse(now.Plus(1, more).Plus(1, a.more), more); err != nil {
		k.underWay.end(server)
		return nil, err
	}
	a.more = a.more.Plus(1, more)
	return func() {
		a.mu.Lock()
		a.more = a.more.Plus(-1, more)
		a.mu.Unlock()
		k.underWay.end(server)
	}, nil
}

// begin gives what the changes of a server add, one more being made of them.
func (u *underWay) begin(server string) *adding {
	u.mu.Lock()
	defer u.mu.Unlock()
	a := u.of[server]
	if a == nil {
		a = &adding{}
		u.of[server] = a
	}
	a.changes++
	return a
}

// end has one less being made.
func (u *underWay) end(server string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if a := u.of[server]; a.changes > 1 {
		a.changes--
		return
	}
	delete(u.of, server)
}
