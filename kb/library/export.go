package library

import (
	"context"
	"io"
	"slices"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/index"
)

// Export writes what was put into a server (empty: what counts everywhere) as a
// knowledge file that loads again to the same knowledge. Where a server's facts
// stand in a shared statement, its title and the sources that they cite are
// written too. If there is nothing, nothing is written.
func (l *Library) Export(w io.Writer, server string) error {
	var statements []*kb.Statement
	l.View(context.Background(), server, func(v *index.View) { statements = loadable(v.Own()) })
	if len(statements) == 0 {
		return nil
	}
	return file.Write(w, statements...)
}

// loadable leaves out the statements that no knowledge file may have: a source
// without a text of which there is no fact yet, and names alone. Their names are
// kept with the first of the others, for names count whatever statement they are
// of.
func loadable(statements []*kb.Statement) []*kb.Statement {
	var names []kb.Alias
	whole := slices.DeleteFunc(statements, func(s *kb.Statement) bool {
		says := len(s.Facts) > 0 || slices.ContainsFunc(s.Sources, func(o kb.Source) bool { return o.Text != "" })
		if !says {
			names = append(names, s.Aliases...)
		}
		return !says
	})
	if len(whole) == 0 {
		return nil
	}
	for _, a := range names {
		if !slices.ContainsFunc(whole[0].Aliases, func(o kb.Alias) bool { return o.Name == a.Name }) {
			whole[0].Aliases = append(whole[0].Aliases, a)
		}
	}
	return whole
}
