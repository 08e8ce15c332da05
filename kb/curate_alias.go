package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"verbatim/kb/store"
	"verbatim/kb/text"
)

// An AliasAt is a name with its aliases as they count in a server.
type AliasAt struct {
	Alias
	Statement string
	Own       bool // the server's own
}

// Aliases lists the names that have others in a server, by name.
func (l *Library) Aliases(server string) []AliasAt {
	l.keepUp(context.Background())
	b := l.base.Load()
	b.mu.RLock()
	defer b.mu.RUnlock()
	sc := b.scope(server)
	all := map[store.Key]AliasAt{}
	for _, from := range []*scope{sc.shared, sc} {
		if from == nil {
			continue
		}
		for key, a := range from.aliases() {
			key.Server = ""
			all[key] = AliasAt{Alias{a.Name, slices.Clone(a.Other)}, key.Statement, from == sc}
		}
	}
	var list []AliasAt
	for _, a := range all {
		list = append(list, a)
	}
	slices.SortFunc(list, func(a, b AliasAt) int {
		return cmp.Or(cmp.Compare(text.Fold(a.Name), text.Fold(b.Name)), cmp.Compare(a.Statement, b.Statement))
	})
	return list
}

// aliasesMost bounds the other names of one name.
const aliasesMost = 100

// AddAlias adds other names of a name. They belong to a statement, by which they
// are exported; empty is the one that has the name already, or the newest.
func (l *Library) AddAlias(ctx context.Context, h Hand, statement, name string, others []string) (Alias, error) {
	name = strings.TrimSpace(name)
	statement, held, err := l.aliasHome(h.Server, statement, name)
	if err != nil {
		return Alias{}, err
	}
	now, err := l.latest(ctx, AliasKey(h.Server, statement, cmp.Or(held.Name, name)))
	if err != nil {
		return Alias{}, err
	}
	a := Alias{Name: cmp.Or(held.Name, name), Other: slices.Clone(held.Other)}
	if own := bodyOf[Alias](now); own != nil {
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
		return Alias{}, refuse("Give a name, and at least one other name of the same.")
	case len(a.Other) > aliasesMost:
		return Alias{}, refuse("A name can have %d others at most.", aliasesMost)
	}
	record, err := AliasRecord(h.Server, statement, &a)
	if err != nil {
		return Alias{}, err
	}
	c := h.change("add alias")
	c.Put, c.Expect[now.Key] = []store.Record{record}, now.Version
	_, err = l.apply(ctx, c)
	return a, err
}

// aliasHome is the statement that a name's aliases belong to, and what it has of
// them.
func (l *Library) aliasHome(server, statement, name string) (string, Alias, error) {
	for _, a := range l.Aliases(server) {
		if text.Fold(a.Name) == text.Fold(name) && (statement == "" || a.Statement == statement) {
			return a.Statement, a.Alias, nil
		}
	}
	if statement != "" {
		if l.headOf(server, statement) == nil {
			return "", Alias{}, ErrNotHeld
		}
		return statement, Alias{}, nil
	}
	var newest *Statement
	for _, s := range l.Statements(server) {
		if newest == nil || s.Date > newest.Date {
			newest = s
		}
	}
	if newest == nil {
		return "", Alias{}, refuse("There is no statement here yet: add a source first.")
	}
	return newest.ID, Alias{}, nil
}

// RemoveAlias takes other names of a name away, all of them when others is
// empty. Only a server's own can be taken away in it.
func (l *Library) RemoveAlias(ctx context.Context, h Hand, name string, others []string) error {
	for _, a := range l.Aliases(h.Server) {
		if text.Fold(a.Name) != text.Fold(name) {
			continue
		}
		if !a.Own {
			return refuse("This name counts everywhere and cannot be taken away in one server.")
		}
		now, err := l.latest(ctx, AliasKey(h.Server, a.Statement, a.Name))
		if err != nil {
			return err
		}
		c := h.change("remove alias")
		c.Expect[now.Key] = now.Version
		left := slices.DeleteFunc(slices.Clone(a.Other), func(o string) bool {
			return len(others) == 0 || slices.ContainsFunc(others, func(x string) bool { return text.Fold(x) == text.Fold(o) })
		})
		if len(left) == 0 {
			c.Remove = []store.Key{now.Key}
		} else {
			record, err := AliasRecord(h.Server, a.Statement, &Alias{a.Name, left})
			if err != nil {
				return err
			}
			c.Put = []store.Record{record}
		}
		_, err = l.apply(ctx, c)
		return err
	}
	return ErrNotHeld
}
