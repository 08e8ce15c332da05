package index

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/kb"
	"verbatim/kb/lexicon"
	"verbatim/kb/store"
)

// naming is what a layer's own names are made of.
type naming struct {
	aliases map[store.Key]*kb.Alias
	heads   map[string]*kb.Statement // by id
	under   *lexicon.Names           // the shared ones; nil if they are made too, or these are they
}

// named are names that were made before it was their turn, of what there was then.
type named struct {
	of    int64 // Index.renamed
	names map[*layer]*lexicon.Names
}

// aheadFrom is how many aliases take so long to be made names of that others are not to
// wait for it: some ten milliseconds.
const aheadFrom = 2000

// aheadTries is how often they are made anew because others were renamed meanwhile.
const aheadTries = 3

// isOld tells whether something was renamed since.
func (n *named) isOld(x *Index) bool { return n != nil && n.of != x.renamed }

// nameAhead makes the names that a change will need while others make theirs; nil where
// that takes no time.
func (x *Index) nameAhead(parts []Part, names func(Part) bool, servers []string) *named {
	x.changing.Lock()
	changed, aliases := x.namings(parts, names, servers), 0
	of := x.renamed
	x.changing.Unlock()
	for _, c := range changed {
		aliases += len(c.aliases)
	}
	if aliases < aheadFrom {
		return nil
	}
	return &named{of, makeNames(changed)}
}

// newNames gives the names of the layers whose aliases or parties change by parts that
// name something, and of those of servers: of all layers when shared ones do.
func (x *Index) newNames(parts []Part, names func(Part) bool, servers []string, ahead *named) map[*layer]*lexicon.Names {
	var all map[*layer]*lexicon.Names
	if ahead != nil && !ahead.isOld(x) {
		all = ahead.names
	} else {
		all = makeNames(x.namings(parts, names, servers))
	}
	x.named.Add(int64(len(all)))
	return all
}

// namings are what the names are made of of every layer that needs new ones.
func (x *Index) namings(parts []Part, names func(Part) bool, servers []string) map[*layer]*naming {
	changed := map[*layer]*naming{}
	for _, server := range servers {
		l := x.ownLayer(server)
		changed[l] = l.naming()
	}
	for _, p := range parts {
		if names == nil || !names(p) {
			continue
		}
		l := x.ownLayer(p.Server)
		if changed[l] == nil {
			changed[l] = l.naming()
		}
		switch p.Kind {
		case RecordAlias:
			alias, _ := p.Value.(*kb.Alias)
			changed[l].aliases[p.Key] = alias
		case RecordStatement:
			head, _ := p.Value.(*kb.Statement)
			changed[l].heads[p.Statement] = head
		}
	}
	shared := x.layers[""]
	if changed[shared] != nil {
		for _, l := range x.layers {
			if changed[l] == nil {
				changed[l] = l.naming()
			}
		}
	}
	for l, c := range changed {
		if l != shared && changed[shared] == nil {
			c.under = shared.names
		}
	}
	return changed
}

// makeNames makes names, the shared ones first, for the others lie over them.
func makeNames(changed map[*layer]*naming) map[*layer]*lexicon.Names {
	all := map[*layer]*lexicon.Names{}
	var shared *lexicon.Names
	for l, c := range changed {
		if l.shared == nil {
			shared = lexicon.NewNames(nil, inOrder(c.aliases), c.parties())
			all[l] = shared
		}
	}
	for l, c := range changed {
		if l.shared != nil {
			all[l] = lexicon.NewNames(cmp.Or(shared, c.under), inOrder(c.aliases), c.parties())
		}
	}
	return all
}

func (l *layer) naming() *naming {
	c := &naming{aliases: l.aliases(), heads: map[string]*kb.Statement{}}
	for id, s := range l.statements {
		c.heads[id] = s.head
	}
	return c
}

// parties are those of the statements, in an order that every process has.
func (c *naming) parties() []string {
	var all []string
	for _, id := range slices.Sorted(maps.Keys(c.heads)) {
		if head := c.heads[id]; head != nil {
			all = append(all, head.Parties...)
		}
	}
	return all
}

func (l *layer) aliases() map[store.Key]*kb.Alias {
	aliases := map[store.Key]*kb.Alias{}
	for statement, s := range l.statements {
		for id, h := range s.aliases {
			aliases[store.Key{Server: l.server, Kind: RecordAlias, Statement: statement, ID: id}] = h.alias
		}
	}
	return aliases
}

// inOrder sorts aliases by statement and name, so that two that are at odds are
// decided the same way in every process.
func inOrder(aliases map[store.Key]*kb.Alias) []*kb.Alias {
	type placed struct {
		statement, id string
		alias         *kb.Alias
	}
	var all []placed
	for key, a := range aliases {
		if a != nil {
			all = append(all, placed{key.Statement, key.ID, a})
		}
	}
	slices.SortFunc(all, func(x, y placed) int {
		return cmp.Or(cmp.Compare(x.statement, y.statement), cmp.Compare(x.alias.Name, y.alias.Name), cmp.Compare(x.id, y.id))
	})
	sorted := make([]*kb.Alias, len(all))
	for i, p := range all {
		sorted[i] = p.alias
	}
	return sorted
}
