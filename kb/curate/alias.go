package curate

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/text"
)

// Aliases lists the names that have others in a server, by name.
func (k *Curator) Aliases(server string) (all []index.AliasOf) {
	k.library.View(context.Background(), server, func(v *index.View) { all = v.Aliases() })
	slices.SortStableFunc(all, func(a, b index.AliasOf) int { return cmp.Compare(text.Fold(a.Name), text.Fold(b.Name)) })
	return all
}

// aliasesMost bounds the other names of one name.
const aliasesMost = 100

// AddAlias adds other names of a name. They belong to a statement, by which they
// are exported; empty is the one that has the name already, or the newest.
func (k *Curator) AddAlias(ctx context.Context, e library.Editor, statement, name string, others []string) (kb.Alias, error) {
	name = strings.TrimSpace(name)
	statement, held, err := k.aliasHome(e.Server, statement, name)
	if err != nil {
		return kb.Alias{}, err
	}
	now, err := k.library.Latest(ctx, index.AliasKey(e.Server, statement, cmp.Or(held.Name, name)))
	if err != nil {
		return kb.Alias{}, err
	}
	a := kb.Alias{Name: cmp.Or(held.Name, name), Other: slices.Clone(held.Other)}
	if own := index.BodyOf[kb.Alias](now); own != nil {
		a = *own
	}
	for _, o := range others {
		o = strings.TrimSpace(o)
		same := func(x string) bool { return text.Fold(x) == text.Fold(o) }
		if text.Fold(o) != "" && !same(a.Name) && !slices.ContainsFunc(a.Other, same) {
			a.Other = append(a.Other, o)
		}
	}
	switch {
	case text.Fold(name) == "" || len(a.Other) == 0:
		return kb.Alias{}, kb.Refuse("refusal.no-name")
	case len(a.Other) > aliasesMost:
		return kb.Alias{}, kb.Refuse("refusal.names-full", "Most", aliasesMost)
	}
	record, err := index.AliasRecord(e.Server, statement, &a)
	if err != nil {
		return kb.Alias{}, err
	}
	c := e.Change("add alias")
	c.Put, c.Expect[now.Key] = []store.Record{record}, now.Version
	_, err = k.apply(ctx, e, c)
	return a, err
}

// aliasHome is the statement that a name's aliases belong to, and what it has of
// them.
func (k *Curator) aliasHome(server, statement, name string) (string, kb.Alias, error) {
	for _, a := range k.Aliases(server) {
		if text.Fold(a.Name) == text.Fold(name) && (statement == "" || a.Statement == statement) {
			return a.Statement, a.Alias, nil
		}
	}
	if statement != "" {
		if k.outline(server, statement) == nil {
			return "", kb.Alias{}, kb.ErrNotHeld
		}
		return statement, kb.Alias{}, nil
	}
	heads := k.library.Heads(server)
	if len(heads) == 0 {
		return "", kb.Alias{}, kb.Refuse("refusal.no-statement")
	}
	newest := slices.MaxFunc(heads, func(a, b kb.Head) int { return strings.Compare(a.Date, b.Date) })
	return newest.ID, kb.Alias{}, nil
}

// RemoveAlias takes other names of a name away, all of them when others is
// empty. Only a server's own can be taken away in it.
func (k *Curator) RemoveAlias(ctx context.Context, e library.Editor, name string, others []string) error {
	for _, a := range k.Aliases(e.Server) {
		if text.Fold(a.Name) != text.Fold(name) {
			continue
		}
		if !a.Own {
			return kb.Refuse("refusal.name-everywhere")
		}
		now, err := k.library.Latest(ctx, index.AliasKey(e.Server, a.Statement, a.Name))
		if err != nil {
			return err
		}
		c := e.Change("remove alias")
		c.Expect[now.Key] = now.Version
		left := slices.DeleteFunc(slices.Clone(a.Other), func(o string) bool {
			return len(others) == 0 || slices.ContainsFunc(others, func(x string) bool { return text.Fold(x) == text.Fold(o) })
		})
		if len(left) == 0 {
			c.Remove = []store.Key{now.Key}
		} else {
			record, err := index.AliasRecord(e.Server, a.Statement, &kb.Alias{Name: a.Name, Other: left})
			if err != nil {
				return err
			}
			c.Put = []store.Record{record}
		}
		_, err = k.apply(ctx, e, c)
		return err
	}
	return kb.ErrNotHeld
}
