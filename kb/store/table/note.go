package table

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync/atomic"
	"time"

	"verbatim/kb/store"
)

// tallyFor is how long is known what happened on a day.
const tallyFor = 400 * 24 * time.Hour

// empty says whether there is nothing to write.
func empty(j *store.Jottings) bool { return len(j.Put)+len(j.Drop)+len(j.Add) == 0 }

// checkJottings refuses what cannot be kept.
func checkJottings(j *store.Jottings) error {
	for _, n := range append(append([]store.Note{}, j.Put...), j.Drop...) {
		if err := checkKey(keyOf(n)); err != nil {
			return err
		}
	}
	for _, n := range j.Put {
		if err := checkBody(keyOf(n), n.Body); err != nil {
			return err
		}
	}
	for _, t := range j.Add {
		if err := checkKey(store.Key{Server: t.Server, Kind: "tally", Statement: t.Day, ID: t.Name}); err != nil {
			return err
		}
	}
	return nil
}

func keyOf(n store.Note) store.Key { return store.Key{Server: n.Server, Kind: n.Kind, ID: n.ID} }

// Jot writes notes and tallies.
func (d *Store) Jot(ctx context.Context, j store.Jottings) error {
	if err := checkJottings(&j); err != nil || empty(&j) {
		return err
	}
	// Notes may be put twice, but not tallies: they would count twice.
	return d.write(ctx, Work{Table: "note", Again: len(j.Add) == 0}, func(w *writer) error { return w.jot(j) })
}

func (w *writer) jot(j store.Jottings) error {
	kinds := map[string]int{}
	var put, drop, add [][]any
	for _, n := range j.Put {
		kinds[n.Kind]++
		put = append(put, []any{n.Kind, n.ID, n.Server, string(n.Body), n.Until})
	}
	for _, n := range j.Drop {
		drop = append(drop, []any{n.Kind, n.ID})
	}
	for _, t := range j.Add {
		add = append(add, []any{t.Server, t.Day, t.Name, t.N})
	}
	err := w.each(`INSERT INTO note (kind, id, server, body, until) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (kind, id) DO UPDATE SET server = excluded.server, body = excluded.body, until = excluded.until`, put)
	if err != nil {
		return err
	}
	if err := w.each("DELETE FROM note WHERE kind = $1 AND id = $2", drop); err != nil {
		return err
	}
	err = w.each(`INSERT INTO tally (server, day, name, n) VALUES ($1, $2, $3, $4)
		ON CONFLICT (server, day, name) DO UPDATE SET n = tally.n + excluded.n`, add)
	if err != nil {
		return err
	}
	return w.tidy(kinds)
}

// tidy drops what is too old, and what is too much of kinds of which so many are written.
func (w *writer) tidy(kinds map[string]int) error {
	if err := w.exec("DELETE FROM note WHERE until <= $1", w.at); err != nil {
		return err
	}
	oldest := time.UnixMilli(w.at).Add(-tallyFor).UTC().Format(time.DateOnly)
	if err := w.exec("DELETE FROM tally WHERE day < $1", oldest); err != nil {
		return err
	}
	for kind, more := range kinds {
		if !w.overdue(kind, more) {
			continue
		}
		over, err := collect(w.ctx, w.tx, scanRev, "SELECT seq FROM note WHERE kind = $1 LIMIT 1 OFFSET $2", kind, store.NotesMost)
		if err == nil && len(over) > 0 {
			err = w.level(kind)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// looksEvery is how many notes of a kind this process writes before it looks again how many
// of the kind there are, which takes longer than to write one.
const looksEvery = store.NotesMost / 100

// overdue reports whether it is time for that, with so many more.
func (w *writer) overdue(kind string, more int) bool {
	n, _ := w.noted.LoadOrStore(kind, new(atomic.Int64))
	now := n.(*atomic.Int64).Add(int64(more))
	before := now - int64(more)
	return before == 0 || now/looksEvery != before/looksEvery
}

// level drops the oldest notes of a kind from the servers that have the most. It makes
// room for some more, for it looks at all of the kind.
func (w *writer) level(kind string) error {
	of, err := collect(w.ctx, w.tx, scanCount, "SELECT server, count(*) FROM note WHERE kind = $1 GROUP BY server", kind)
	if err != nil {
		return err
	}
	most := fair(of, store.NotesMost-store.NotesMost/100)
	for _, c := range of {
		if c.n <= most {
			continue
		}
		err := w.exec(`DELETE FROM note WHERE kind = $1 AND server = $2 AND seq <=
			(SELECT seq FROM note WHERE kind = $1 AND server = $2 ORDER BY seq DESC LIMIT 1 OFFSET $3)`, kind, c.server, most)
		if err != nil {
			return err
		}
	}
	return nil
}

// A countOf is how many notes a server has.
type countOf struct {
	server string
	n      int64
}

func scanCount(row Scanner) (c countOf, err error) {
	err = row.Scan(&c.server, &c.n)
	return c, err
}

// fair is how many each may have at most for all to have no more than total.
func fair(all []countOf, total int64) int64 {
	slices.SortFunc(all, func(a, b countOf) int { return cmp.Compare(a.n, b.n) })
	for i, c := range all {
		share := total / int64(len(all)-i) // of those that have this much or more
		if c.n > share {
			return share
		}
		total -= c.n
	}
	return math.MaxInt64
}

// Claim keeps a note where there is none.
func (d *Store) Claim(ctx context.Context, n store.Note) (claimed bool, err error) {
	if err := checkJottings(&store.Jottings{Put: []store.Note{n}}); err != nil {
		return false, err
	}
	err = d.write(ctx, Work{Table: "note"}, func(w *writer) error {
		if err := w.tidy(map[string]int{n.Kind: 1}); err != nil {
			return err
		}
		rows, err := w.affected(`INSERT INTO note (kind, id, server, body, until) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (kind, id) DO NOTHING`, n.Kind, n.ID, n.Server, string(n.Body), n.Until)
		claimed = rows > 0
		return err
	})
	return claimed && err == nil, err
}

// Swap replaces a note if it still is what it was.
func (d *Store) Swap(ctx context.Context, was, now store.Note) (swapped bool, err error) {
	j := store.Jottings{Put: []store.Note{was, now}}
	if err := checkJottings(&j); err != nil {
		return false, err
	}
	err = d.write(ctx, Work{Table: "note"}, func(w *writer) error {
		r, err := w.tx.ExecContext(w.ctx, `UPDATE note SET body = $1, until = $2
			WHERE kind = $3 AND id = $4 AND body = $5`, string(now.Body), now.Until, was.Kind, was.ID, string(was.Body))
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		swapped = n > 0
		return err
	})
	return swapped && err == nil, err
}

// Notes lists the notes of a kind.
func (d *Store) Notes(ctx context.Context, kind, server string) ([]store.Note, error) {
	return list(ctx, d, scanNote, `SELECT kind, id, server, body, until FROM note
		WHERE kind = $1 AND until > $2 AND $3 IN ('', server) ORDER BY seq`, kind, d.now().UnixMilli(), server)
}

// Note returns one note.
func (d *Store) Note(ctx context.Context, kind, id string) (*store.Note, error) {
	all, err := list(ctx, d, scanNote, `SELECT kind, id, server, body, until FROM note
		WHERE kind = $1 AND id = $2 AND until > $3`, kind, id, d.now().UnixMilli())
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return &all[0], nil
}

func scanNote(row Scanner) (n store.Note, err error) {
	err = row.Scan(&n.Kind, &n.ID, &n.Server, &n.Body, &n.Until)
	return n, err
}

// Tallies lists what happened in a server from a day on.
func (d *Store) Tallies(ctx context.Context, server, from string) ([]store.Tally, error) {
	return list(ctx, d, scanTally, `SELECT server, day, name, n FROM tally
		WHERE server = $1 AND day >= $2 ORDER BY day, name`, server, from)
}

func scanTally(row Scanner) (t store.Tally, err error) {
	err = row.Scan(&t.Server, &t.Day, &t.Name, &t.N)
	return t, err
}
