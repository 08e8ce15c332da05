package files

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/foreign"
)

// IsForeign reports whether a file has what another bot or a sheet exported, by its name.
func (in Input) IsForeign() bool {
	switch strings.ToLower(filepath.Ext(in.As)) {
	case ".csv", ".tsv", ".json":
		return true
	}
	return false
}

// ReadForeign reads what another bot or a sheet exported, as a statement with a draft for
// each entry, and prints which columns it took for what. A draft without a source waits
// for one; a file in which nothing has any, with none in the options, is refused.
func (o AboutOptions) ReadForeign(in Input, w io.Writer) (*kb.Statement, error) {
	if knowledge.Match(in.Content) {
		return nil, fmt.Errorf("%s: it is a knowledge file already; look at it with check", in.Name)
	}
	table, err := foreign.Read(in.Content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	columns := table.Recognised()
	title, day := cmp.Or(o.Title, filepath.Base(in.Name)), cmp.Or(o.Date, dayIn.FindString(in.Name))
	s := &kb.Statement{ID: cmp.Or(o.ID, idOf(in.Name)), Title: title, Date: day, Parties: o.Parties}
	if o.URL+o.Publisher != "" {
		s.Sources = []kb.Source{{ID: s.ID, Title: title, Publisher: o.Publisher, Published: day, URL: o.URL, Kind: kb.KindReport}}
	}
	foreign.Drafts(s, table.Entries(columns))
	_, _ = fmt.Fprintln(w, screen.Harmless(columnsOf(table, columns)))
	if n := len(table.Rows) - len(s.Drafts); n > 0 {
		_, _ = fmt.Fprintln(w, screen.Count(n, "row is", "rows are")+" left out: without a question or an answer, or with the question of another.")
	}
	switch {
	case len(s.Drafts) == 0:
		return nil, fmt.Errorf("%s: no row of it has a question and an answer; look at the names of its columns", in.Name)
	case len(s.Sources) == 0:
		return nil, errors.New(in.Name + ": nothing in it says where its answers stand, and a knowledge file has a source; name one with --url or --publisher")
	}
	return s, nil
}

// columnsOf says what the columns were taken for.
func columnsOf(t foreign.Table, c foreign.Columns) string {
	head := func(column int) string {
		if column == foreign.None {
			return catalog.English.Say("settings.none")
		}
		return screen.OneLine(t.Heads[column])
	}
	return catalog.English.Say("foreign.columns", "Question", head(c.Question), "Answer", head(c.Answer),
		"Quote", head(c.Quote), "SaidBy", head(c.SaidBy), "Source", head(c.Source))
}
