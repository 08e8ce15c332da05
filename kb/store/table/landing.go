package table

import (
	"context"
	"errors"
	"slices"
	"time"

	"verbatim/kb/store"
)

// A large load would keep all others from writing while it is written. So it is written
// in pieces, all with one rev that was taken before, and no reader sees a record of that
// rev. When all is there it lands: one short write, by which readers see it whole. One
// that will not land is undone in pieces too: each record is put back to what it was,
// which is all that anybody has seen of it.

// pieceMost is how many records are written at once: some tenth of a second.
const pieceMost = 2000

// Who lands says so with every piece. After landingDead without a piece its process
// counts as gone, and whoever is in need of the records undoes the rest. landingWait is
// how long others wait for it to end, looking every landingLook.
const (
	landingDead = 10 * time.Second
	landingWait = time.Minute
	landingLook = 50 * time.Millisecond
)

// landingRest is between two pieces. Processes that wait for a file look for it every
// 25 ms (https://www.sqlite.org/c3ref/busy_timeout.html), and would else be waiting for
// as long as the load takes.
const landingRest = 30 * time.Millisecond

// In landed, 0 is a load under way and beingUndone one that will not land; else it is the
// number of the write by which it landed.
const beingUndone = -1

// pending selects the revs of what no reader sees.
const pending = "SELECT rev FROM landing WHERE landed <= 0"

// errUnderWay is that of what others want to write.
var errUnderWay = errors.New("a load is under way")

// errUndone is that of a load whose process others thought was gone.
var errUndone = &store.Error{Code: store.CodeFailed, Sentence: "The import stood still for too long and was taken back, so nothing was saved: try again."}

// whenFree makes a write once no load is under way that it would have to wait for.
func (d *Store) whenFree(ctx context.Context, write func() (store.Result, error)) (store.Result, error) {
	for start := time.Now(); ; {
		r, err := write()
		if !errors.Is(err, errUnderWay) {
			return r, err
		}
		if err := d.undoDead(ctx); err != nil {
			return store.Result{}, err
		}
		if time.Since(start) > landingWait {
			return store.Result{}, &store.Error{Code: store.CodeBusy, Sentence: "An import into this server is under way, so nothing was saved: try again when it has ended."}
		}
		if err := rest(ctx, landingLook); err != nil {
			return store.Result{}, err
		}
	}
}

// free is errUnderWay when a load is under way in one of the servers.
func (w *writer) free(servers ...string) error {
	under, err := collect(w.ctx, w.tx, scanText, "SELECT server FROM landing WHERE landed <= 0")
	if err != nil {
		return err
	}
	for _, server := range under {
		if slices.Contains(servers, server) {
			return errUnderWay
		}
	}
	return nil
}

// seen is errUnderWay when one of the records is as no reader sees it yet.
func (w *writer) seen(now map[store.Key]store.Record) error {
	under, err := collect(w.ctx, w.tx, scanRev, pending)
	if err != nil || len(under) == 0 {
		return err
	}
	for _, r := range now {
		if slices.Contains(under, r.Rev) {
			return errUnderWay
		}
	}
	return nil
}

func scanText(row Scanner) (s string, err error) {
	err = row.Scan(&s)
	return s, err
}

func scanRev(row Scanner) (n int64, err error) {
	err = row.Scan(&n)
	return n, err
}

// A landing is a load that is written in pieces.
type landing struct {
	*Store
	rev    int64
	author string
	result store.Result
}

// land makes loads in pieces.
func (d *Store) land(ctx context.Context, author string, loads []store.Load) (store.Result, error) {
	l := &landing{Store: d, author: author}
	began, err := d.in(ctx, false, func(w *writer) (err error) {
		if loads, err = w.news(loads); err == nil {
			err = l.begin(w, serversOf(loads))
		}
		return err
	})
	if err != nil || len(loads) == 0 {
		return began, err
	}
	l.rev = began.Rev
	if err = l.bringAll(ctx, loads); err == nil {
		err = l.end(ctx, loads)
	}
	if err != nil {
		// What cannot be undone now, nobody sees; whoever writes there next undoes it.
		_ = d.undo(context.WithoutCancel(ctx), l.rev)
		return store.Result{}, d.Explain(err)
	}
	return l.result, nil
}

// begin takes a rev for what will be written.
func (l *landing) begin(w *writer, servers []string) error {
	if len(servers) == 0 {
		return errUnchanged
	}
	if err := w.free(servers...); err != nil {
		return err
	}
	var rows [][]any
	for _, server := range servers {
		rows = append(rows, []any{w.result.Rev, server, l.author, w.at})
	}
	return w.each("INSERT INTO landing (rev, server, author, at, landed) VALUES ($1, $2, $3, $4, 0)", rows)
}

// bringAll writes all pieces, of one load after the other.
func (l *landing) bringAll(ctx context.Context, loads []store.Load) error {
	for i := range loads {
		load := &loads[i]
		gone, err := l.gone(ctx, load)
		if err != nil {
			return err
		}
		for some := range slices.Chunk(load.Records, pieceMost) {
			if err := l.piece(ctx, func(w *writer) error { return w.bring(load, some, nil) }); err != nil {
				return err
			}
		}
		for some := range slices.Chunk(gone, pieceMost) {
			if err := l.piece(ctx, func(w *writer) error { return w.bring(load, nil, some) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// gone are the keys of what a load does not bring any more.
func (l *landing) gone(ctx context.Context, load *store.Load) ([]store.Key, error) {
	ctx, end := l.Patience(ctx)
	defer end()
	gone, err := noLonger(ctx, l.Reading(), load)
	return gone, Cause(ctx, err)
}

// piece makes one write of a load that is under way, and rests.
func (l *landing) piece(ctx context.Context, f func(w *writer) error) error {
	var w *writer
	err := l.Transact(ctx, Work{Table: "meta"}, func(tx Transaction) error {
		w = l.writer(tx)
		w.author, w.action, w.result.Rev = l.author, loadAction, l.rev
		if err := w.alive(l.rev); err != nil {
			return err
		}
		return f(w)
	})
	if err != nil {
		return err
	}
	l.result.Changed = append(l.result.Changed, w.result.Changed...)
	l.result.Kept = append(l.result.Kept, w.result.Kept...)
	return rest(ctx, landingRest)
}

// rest waits, or is the error of a context that ends meanwhile.
func rest(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return End(ctx.Err())
	}
}

// alive says that a load is still being written; errUndone if others are undoing it.
func (w *writer) alive(rev int64) error {
	n, err := w.affected("UPDATE landing SET at = $1 WHERE rev = $2 AND landed = 0", w.at, rev)
	if err == nil && n == 0 {
		err = errUndone
	}
	return err
}

// affected runs a statement and tells how many rows it changed.
func (w *writer) affected(query string, args ...any) (int64, error) {
	r, err := w.tx.ExecContext(w.ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// end lands: from here on readers see all of it.
func (l *landing) end(ctx context.Context, loads []store.Load) error {
	r, err := l.in(context.WithoutCancel(ctx), false, func(w *writer) error {
		if err := w.alive(l.rev); err != nil {
			return err
		}
		for i := range loads {
			if err := w.loaded(&loads[i]); err != nil {
				return err
			}
		}
		return w.exec("UPDATE landing SET landed = $1, author = '' WHERE rev = $2", w.result.Rev, l.rev)
	})
	l.result.Rev = r.Rev
	return err
}

// undoDead undoes the loads whose process is gone.
func (d *Store) undoDead(ctx context.Context) error {
	now := d.now()
	dead, err := list(ctx, d, scanRev, "SELECT DISTINCT rev FROM landing WHERE landed < 0 OR landed = 0 AND (at < $1 OR at > $2)",
		now.Add(-landingDead).UnixMilli(), now.Add(landingDead).UnixMilli())
	for _, rev := range dead {
		if err == nil {
			err = d.undo(ctx, rev)
		}
	}
	return err
}

// undo takes back what was written of a load, if it has not landed.
func (d *Store) undo(ctx context.Context, rev int64) error {
	for more := true; more; {
		_, err := d.in(ctx, true, func(w *writer) (err error) {
			n, err := w.affected("UPDATE landing SET landed = $1 WHERE rev = $2 AND landed <= 0", beingUndone, rev)
			if err != nil {
				return err
			}
			if more = n > 0; !more {
				return errUnchanged
			}
			more, err = w.undoSome(rev)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// undoSome takes back a piece, and reports whether there may be more.
func (w *writer) undoSome(rev int64) (more bool, err error) {
	w.action = "undo"
	err = w.tx.QueryRowContext(w.ctx, "SELECT author FROM landing WHERE rev = $1 LIMIT 1", rev).Scan(&w.author)
	if err != nil {
		return false, err
	}
	some, err := collect(w.ctx, w.tx, scanRecord, "SELECT "+columns+" FROM record WHERE rev = $1 LIMIT $2", rev, pieceMost)
	if err != nil {
		return false, err
	}
	before, err := w.before(some)
	if err != nil {
		return false, err
	}
	for _, r := range some {
		was, had := before[r.Key]
		if !had {
			was = r
			was.Removed, was.Origin = true, ""
		}
		was.Version = r.Version
		w.save(was)
	}
	if len(some) > 0 {
		return true, nil
	}
	return false, w.exec("DELETE FROM landing WHERE rev = $1", rev)
}

// before are records as they were before the write that made them what they are.
func (w *writer) before(records []store.Record) (map[store.Key]store.Record, error) {
	rows := make([][]any, len(records))
	for i, r := range records {
		rows[i] = []any{r.Server, r.Kind, r.Statement, r.ID, r.Rev}
	}
	all := make(map[store.Key]store.Record, len(records))
	err := w.tx.Each(w.ctx, beforeRev, rows, func(row Scanner) error {
		r, err := scanRecord(row)
		all[r.Key] = r
		return err
	})
	return all, err
}

// beforeRev selects a record as it was before one write.
const beforeRev = "SELECT " + columns + ` FROM revision
	WHERE server = $1 AND kind = $2 AND statement = $3 AND id = $4 AND rev <> $5 ORDER BY version DESC LIMIT 1`

// landed reads the records that landed after rev, but were written before it.
func landed(ctx context.Context, q Querier, rev int64) ([]store.Record, error) {
	return collect(ctx, q, scanRecord, "SELECT "+columnsOf("r")+` FROM landing AS l JOIN record AS r ON r.rev = l.rev AND r.server = l.server
		WHERE l.landed > $1 AND l.rev <= $1 ORDER BY r.rev, r.rowid`, rev)
}

// unseen takes out of records what has not landed, and puts in its place what was there
// before, where that is of a write after rev.
func unseen(ctx context.Context, q Querier, rev int64, records []store.Record) ([]store.Record, error) {
	under, err := collect(ctx, q, scanRev, pending)
	if err != nil || len(under) == 0 {
		return records, err
	}
	records = slices.DeleteFunc(records, func(r store.Record) bool { return slices.Contains(under, r.Rev) })
	before, err := collect(ctx, q, scanRecord, "SELECT "+columnsOf("v")+` FROM landing AS l
		JOIN record AS r ON r.rev = l.rev AND r.server = l.server
		JOIN revision AS v ON v.server = r.server AND v.kind = r.kind AND v.statement = r.statement AND v.id = r.id
		WHERE l.landed <= 0 AND v.rev > $1 AND v.version = (SELECT max(o.version) FROM revision AS o
			WHERE o.server = r.server AND o.kind = r.kind AND o.statement = r.statement AND o.id = r.id AND o.rev <> r.rev)
		ORDER BY r.rowid`, rev)
	return append(records, before...), err
}

// serversOf are those that loads are for, each once.
func serversOf(loads []store.Load) (servers []string) {
	for _, l := range loads {
		if !slices.Contains(servers, l.Server) {
			servers = append(servers, l.Server)
		}
	}
	return servers
}

// manyRecords tells whether loads bring or replace so much that others would wait.
func (d *Store) manyRecords(ctx context.Context, loads []store.Load) (bool, error) {
	n := 0
	for _, l := range loads {
		had, err := list(ctx, d, scanRev, "SELECT count(*) FROM record WHERE origin = $1 AND server = $2", l.Name, l.Server)
		if err != nil {
			return false, err
		}
		n += max(len(l.Records), int(had[0]))
	}
	return n > pieceMost, nil
}
