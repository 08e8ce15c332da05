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
