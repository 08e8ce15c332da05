package kb

import "slices"

// loadable leaves out the statements that no knowledge file may have: a source
// without a text of which there is no fact yet, and names alone. Their names are
// kept with the first of the others, for names count whatever statement they are
// of.
func loadable(statements []*Statement) []*Statement {
	var names []Alias
	whole := slices.DeleteFunc(statements, func(s *Statement) bool {
		says := len(s.Facts) > 0 || slices.ContainsFunc(s.Sources, func(o Source) bool { return o.Text != "" })
		if !says {
			names = append(names, s.Aliases...)
		}
		return !says
	})
	if len(whole) == 0 {
		return nil
	}
	for _, a := range names {
		if !slices.ContainsFunc(whole[0].Aliases, func(o Alias) bool { return o.Name == a.Name }) {
			whole[0].Aliases = append(whole[0].Aliases, a)
		}
	}
	return whole
}
