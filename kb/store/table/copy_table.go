package table

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"verbatim/kb/store"
)

// A table is what has to be known of one to copy it.
type table struct {
	name    string
	key     string // columns that order its rows
	columns string // with what Go has them as, see fields
	counts  bool   // key is given by the engine, one after the other
}

// tables are all, those that others refer to first.
var tables = []table{
	{name: "meta", key: "id", columns: "id int, rev int"},
	{name: "record", key: "rowid", counts: true, columns: "rowid int, server text, kind text, statement text, id text, body text, origin text, " +
		"version int, rev int, removed bool, updated_at int"},
	{name: "revision", key: "seq", counts: true, columns: "seq int, server text, kind text, statement text, id text, body text, origin text, " +
		"version int, rev int, removed bool, updated_at int, author text, action text"},
	{name: "origin", key: "server, name", columns: "server text, name text, hash text, loaded_at int"},
	{name: "once", key: "key", columns: "key text, rev int, made_at int"},
	{name: "learned", key: "seq", counts: true, columns: "seq int, name text, key text, blob blob"},
	{name: "note", key: "seq", counts: true, columns: "seq int, kind text, id text, server text, body text, until int"},
	{name: "tally", key: "server, day, name", columns: "server text, day text, name text, n int"},
	{name: "landing", key: "rev, server", columns: "rev int, server text, author text, at int, landed int"},
	{
		name: "vectors", key: "server, kind, statement, id",
		columns: "server text, kind text, statement text, id text, encoder text, texts text, blob blob",
	},
}

// fields are the names of the columns, and where to scan a row to.
func (t table) fields() (names []string, row []any) {
	for field := range strings.SplitSeq(t.columns, ", ") {
		name, kind, _ := strings.Cut(field, " ")
		names = append(names, name)
		switch kind {
		case "int":
			row = append(row, new(int64))
		case "bool":
			row = append(row, new(bool))
		case "blob":
			row = append(row, new([]byte))
		default:
			row = append(row, new(string))
		}
	}
	return names, row
}

// scan reads a row as values.
func (t table) scan(row Scanner) ([]any, error) {
	_, values := t.fields()
	if err := row.Scan(values...); err != nil {
		return nil, err
	}
	for i, v := range values {
		values[i] = reflect.ValueOf(v).Elem().Interface()
	}
	return values, nil
}

// query selects all rows in order.
func (t table) query() string {
	names, _ := t.fields()
	return "SELECT " + strings.Join(names, ", ") + " FROM " + t.name + " ORDER BY " + t.key
}

// insert is the statement for one row.
func (t table) insert() string {
	names, _ := t.fields()
	places := make([]string, len(names))
	for i := range places {
		places[i] = fmt.Sprint("$", i+1)
	}
	s := "INSERT INTO " + t.name + " (" + strings.Join(names, ", ") + ") VALUES (" + strings.Join(places, ", ") + ")"
	if t.name == "meta" { // its one row is always there
		s += " ON CONFLICT (id) DO UPDATE SET rev = excluded.rev"
	}
	return s
}

// used reports whether anything was ever written to it.
func (t table) used(ctx context.Context, q Querier) (used bool, err error) {
	query := "SELECT EXISTS (SELECT 1 FROM " + t.name + ")"
	if t.name == "meta" {
		query = "SELECT rev > 0 FROM meta WHERE id = 1"
	}
	err = q.QueryRowContext(ctx, query).Scan(&used)
	return used, err
}

// copy writes all rows.
func (t table) copy(ctx context.Context, from Engine, source Querier, to Transaction) error {
	var rows [][]any
	size := 0
	var failed error // of the copy; all else is of the source
	write := func() error {
		failed = to.Each(to.Ctx, t.insert(), rows, nil)
		rows, size = rows[:0], 0
		return failed
	}
	err := EachRow(ctx, source, func(row Scanner) error {
		values, err := t.scan(row)
		if err != nil {
			return err
		}
		rows = append(rows, values)
		if size += SizeOf(values); len(rows) == BatchRows || size > BatchBytes {
			return write()
		}
		return nil
	}, t.query())
	if err == nil {
		return write()
	}
	if failed == nil {
		return from.Explain(err)
	}
	return failed
}

// compare reads both and returns how many rows there are.
func (t table) compare(ctx context.Context, from Engine, source Querier, to Transaction) (n int64, err error) {
	copied, err := to.QueryContext(to.Ctx, t.query())
	if err != nil {
		return 0, err
	}
	defer func() { _ = copied.Close() }() // what failed is told before
	err = EachRow(ctx, source, func(row Scanner) error {
		want, err := t.scan(row)
		if err != nil {
			return err
		}
		n++
		to.Answered()
		if !copied.Next() {
			return t.differs(n, copied.Err())
		}
		got, err := t.scan(copied)
		if err != nil || !reflect.DeepEqual(got, want) {
			return t.differs(n, err)
		}
		return nil
	}, t.query())
	switch {
	case err != nil:
		return n, from.Explain(err)
	case copied.Next():
		return n, t.differs(n+1, nil)
	}
	return n, copied.Err()
}

// differs is the error of a copy that is not like what it came from.
func (t table) differs(row int64, cause error) error {
	if cause == nil {
		cause = fmt.Errorf("row %d of table %s is another", row, t.name)
	}
	return &store.Error{Code: store.CodeFailed, Sentence: "The copy is not like the database, so it was thrown away: try again, and if it stays so, report the cause.", Err: cause}
}

// What is under way at once: so many statements, or so many bytes and the one
// that goes beyond.
const (
	BatchRows  = 500
	BatchBytes = 4 << 20
)

// SizeOf is how many bytes the texts and blobs of a row have.
func SizeOf(row []any) (n int) {
	for _, value := range row {
		switch v := value.(type) {
		case string:
			n += len(v)
		case []byte:
			n += len(v)
		}
	}
	return n
}
