package library

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/store"
)

// A Loading tells what Load did with the records of the files.
type Loading struct {
	Statements          []string // ids, in the order of the files
	New, Changed, Taken int      // facts, sources and aliases that came in, differ now, or were taken out
	Kept                []string // statement/fact, statement/source, names and statements that a moderator has changed, and that were left alone
}

// Load makes statements the whole of what loading them has brought, all or
// none of them; what moderators added or changed stays. Server is the server
// that they count in, empty for everywhere.
func (l *Library) Load(ctx context.Context, author, server string, statements []*kb.Statement) (Loading, error) {
	told := Loading{}
	over, err := l.shippedOrigins(ctx, server)
	if err != nil {
		return told, err
	}
	var loads []store.Load
	there := map[string]bool{}
	for _, s := range statements {
		if there[s.ID] {
			return told, fmt.Errorf("the statement %s is there twice; give one another id", s.ID)
		}
		there[s.ID] = true
		records, err := index.Encode(server, s)
		if err != nil {
			return told, err
		}
		told.Statements = append(told.Statements, s.ID)
		loads = append(loads, store.Load{
			Origin: store.Origin{Server: server, Name: loadedOrigin + s.ID}, Records: records, Over: over,
		})
	}
	if err := l.Refresh(ctx); err != nil {
		return told, err
	}
	var before map[store.Key]store.Record
	l.index.Load().View(server, func(v *index.View) { before = v.Records(there) })
	result, err := l.store.Replace(ctx, author, loads...)
	if err != nil {
		return told, fmt.Errorf("load %s: %w", strings.Join(told.Statements, ", "), err)
	}
	told.count(before, result.Changed)
	told.Kept = keptNames(result.Kept, loads)
	l.reread(ctx)
	return told, nil
}

// shippedOrigins are the origins that a load may take over.
func (l *Library) shippedOrigins(ctx context.Context, server string) ([]string, error) {
	origins, err := l.store.Origins(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what was loaded: %w", err)
	}
	var names []string
	for _, o := range origins {
		if o.Server == server && strings.HasPrefix(o.Name, shippedOrigin) {
			names = append(names, o.Name)
		}
	}
	return names, nil
}

// Replaceable are the origins whose records a load of statements would replace in a
// server; records that no load has brought have the empty one.
func (l *Library) Replaceable(ctx context.Context, server string, statements []*kb.Statement) (map[string]bool, error) {
	over, err := l.shippedOrigins(ctx, server)
	if err != nil {
		return nil, err
	}
	origins := map[string]bool{"": true}
	for _, o := range over {
		origins[o] = true
	}
	for _, s := range statements {
		origins[loadedOrigin+s.ID] = true
	}
	return origins, nil
}

// count counts what changed, but for the statements themselves. A record that
// only has another origin now did not.
func (t *Loading) count(before map[store.Key]store.Record, changed []store.Revision) {
	for _, r := range changed {
		was, there := before[r.Key]
		switch {
		case r.Kind == index.RecordStatement:
		case r.Removed:
			t.Taken++
		case !there:
			t.New++
		case !bytes.Equal(was.Body, r.Body):
			t.Changed++
		}
	}
}

// keptNames names records for people.
func keptNames(keys []store.Key, loads []store.Load) []string {
	aliases := map[store.Key]string{}
	for _, load := range loads {
		for _, r := range load.Records {
			if p, ok, err := index.Decode(r); err == nil && ok && r.Kind == index.RecordAlias {
				aliases[r.Key] = p.Value.(*kb.Alias).Name
			}
		}
	}
	var names []string
	for _, k := range keys {
		switch k.Kind {
		case index.RecordStatement:
			names = append(names, k.Statement)
		case index.RecordAlias:
			names = append(names, aliases[k])
		default:
			names = append(names, k.Statement+"/"+k.ID)
		}
	}
	return names
}
