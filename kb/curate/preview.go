package curate

import (
	"bytes"
	"context"
	"slices"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/store"
)

// An ImportPreview tells what loading statements would do, without doing it.
type ImportPreview struct {
	Statements []string
	Facts      int      // in the file
	New        []string // records that would come in, named as people know them
	Changed    []string // that are there and differ
	Removed    []string // that an earlier load brought and this one does not
	Kept       []string // that a moderator has changed, and that would be left alone
	Same       int      // that are there as they are
}

// Nothing says whether loading would change nothing.
func (f ImportPreview) Nothing() bool { return len(f.New)+len(f.Changed)+len(f.Removed) == 0 }

// Preview tells what [Curator.Import] of statements would change in a server. It is a
// [*kb.Refusal] when they go over a quota.
func (k *Curator) Preview(ctx context.Context, server string, statements []*kb.Statement) (ImportPreview, error) {
	var told ImportPreview
	held, origins, err := k.replaced(ctx, server, statements)
	if err != nil {
		return told, err
	}
	parts, err := k.importing(ctx, server, statements)
	if err != nil {
		return told, err
	}
	done, err := k.admit(ctx, server, parts)
	if err != nil {
		return told, err
	}
	done()
	for _, s := range statements {
		told.Statements = append(told.Statements, s.ID)
		told.Facts += len(s.Facts)
		records, err := index.Encode(server, s)
		if err != nil {
			return told, err
		}
		for _, r := range records {
			told.compare(held, r, origins)
		}
	}
	for _, r := range held { // what is left
		if origins[r.Origin] {
			told.Removed = append(told.Removed, recordName(r))
		}
	}
	slices.Sort(told.Removed)
	return told, nil
}

func (f *ImportPreview) compare(held map[store.Key]store.Record, r store.Record, origins map[string]bool) {
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
	p, _, err := index.Decode(r)
	if err == nil {
		switch value := p.Value.(type) {
		case *kb.Fact:
			if value.Question != "" {
				return value.Question
			}
		case *kb.Source:
			return "Source: " + value.Title
		case *kb.Alias:
			return "Names of " + value.Name
		case *kb.Statement:
			return "Statement: " + value.Title
		}
	}
	return r.Statement + "/" + r.ID
}
