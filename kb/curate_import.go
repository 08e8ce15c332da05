package kb

import (
	"bytes"
	"context"
	"fmt"

	"verbatim/kb/store"
)

// A Foreseen tells what loading statements would do, without doing it.
type Foreseen struct {
	Statements []string
	Facts      int      // in the file
	New        []string // records that would come in, named as people know them
	Changed    []string // that are there and differ
	Removed    []string // that an earlier load brought and this one does not
	Kept       []string // that a moderator has changed, and that would be left alone
	Same       int      // that are there as they are
}

// Nothing says whether loading would change nothing.
func (f Foreseen) Nothing() bool { return len(f.New)+len(f.Changed)+len(f.Removed) == 0 }

// Foresee tells what [Library.Load] of statements would change in a server.
func (l *Library) Foresee(ctx context.Context, server string, statements []*Statement) (Foreseen, error) {
	var told Foreseen
	snapshot, err := l.store.Snapshot(ctx)
	if err != nil {
		return told, fmt.Errorf("read the database: %w", err)
	}
	over, err := l.shippedOrigins(ctx, server)
	if err != nil {
		return told, err
	}
	origins := map[string]bool{"": true}
	for _, o := range over {
		origins[o] = true
	}
	held := map[store.Key]store.Record{}
	loaded := map[string]bool{}
	for _, s := range statements {
		told.Statements = append(told.Statements, s.ID)
		told.Facts += len(s.Facts)
		origins[loadedOrigin+s.ID], loaded[s.ID] = true, true
	}
	for _, r := range snapshot.Records {
		if r.Server == server && loaded[r.Statement] {
			held[r.Key] = r
		}
	}
	for _, s := range statements {
		records, err := Records(server, s)
		if err != nil {
			return told, err
		}
		for _, r := range records {
			told.compare(held, r, origins)
		}
	}
	for _, r := range snapshot.Records { // what is left
		if _, left := held[r.Key]; left && origins[r.Origin] {
			told.Removed = append(told.Removed, recordName(r))
		}
	}
	return told, nil
}

func (f *Foreseen) compare(held map[store.Key]store.Record, r store.Record, origins map[string]bool) {
	now, there := held[r.Key]
	delete(held, r.Key)
	switch {
	case !there:
		f.New = append(f.New, recordName(r))
	case bytes.Equal(now.Body, r.Body):
		f.Same++
	case !origins[now.Origin]:
		f.Kept = append(f.Kept, recordName(r))
	default:
		f.Changed = append(f.Changed, recordName(r))
	}
}

// recordName names a record for people.
func recordName(r store.Record) string {
	r.Version = max(r.Version, 1)
	switch r.Kind {
	case RecordFact:
		if f := bodyOf[Fact](r); f != nil && f.Question != "" {
			return f.Question
		}
	case RecordSource:
		if s := bodyOf[Source](r); s != nil {
			return "Source: " + s.Title
		}
	case RecordAlias:
		if a := bodyOf[Alias](r); a != nil {
			return "Names of " + a.Name
		}
	case RecordStatement:
		if h := bodyOf[head](r); h != nil {
			return "Statement: " + h.Title
		}
	}
	return r.Statement + "/" + r.ID
}
