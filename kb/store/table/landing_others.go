package table

import (
	"context"
	"errors"
	"slices"
	"time"

	"verbatim/kb/store"
)

// What others see of a load that is under way, and how they wait for it.

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
