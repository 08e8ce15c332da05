package postgres

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

// pollEvery is how often a listener looks for itself, whatever it hears: what
// is said while it is not connected, or through a pooler, does not reach it.
const pollEvery = 250 * time.Millisecond

// A listener knows the number of the last write, by being told and by looking.
// It has a connection of its own, so that nobody who asks it waits for a server.
type listener struct {
	address address
	explain func(error) error
	rev     atomic.Int64
	failed  atomic.Pointer[error] // why nothing can be heard now
	stop    context.CancelFunc
	stopped chan struct{}
}

// listen looks once and starts to listen.
func listen(ctx context.Context, a address, explain func(error) error) (*listener, error) {
	l := &listener{address: a, explain: explain, stopped: make(chan struct{})}
	conn, err := l.connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := l.poll(ctx, conn); err != nil {
		hangUp(conn)
		return nil, err
	}
	ctx, l.stop = context.WithCancel(context.WithoutCancel(ctx))
	go l.run(ctx, conn)
	return l, nil
}

func (l *listener) close() {
	l.stop()
	<-l.stopped
}

// pulse returns the last number, or why there may be a newer one.
func (l *listener) pulse() (int64, error) {
	if err := l.failed.Load(); err != nil {
		return 0, *err
	}
	return l.rev.Load(), nil
}

// heard takes note of a write.
func (l *listener) heard(rev int64) {
	for was := l.rev.Load(); was < rev && !l.rev.CompareAndSwap(was, rev); {
		was = l.rev.Load()
	}
}

// run listens until it is stopped, and connects anew whenever that ends.
func (l *listener) run(ctx context.Context, conn *pgx.Conn) {
	defer close(l.stopped)
	for ctx.Err() == nil {
		var err error
		if conn == nil {
			conn, err = l.connect(ctx)
		}
		if err == nil {
			err = l.follow(ctx, conn)
			hangUp(conn)
		}
		conn = nil
		err = l.explain(err)
		l.failed.Store(&err)
		select {
		case <-time.After(pollEvery):
		case <-ctx.Done():
		}
	}
}

// connect opens a connection that hears of writes.
func (l *listener) connect(ctx context.Context) (*pgx.Conn, error) {
	conn, err := pgx.ConnectConfig(ctx, l.address.config)
	if err != nil {
		return nil, err
	}
	ctx, end := l.patience(ctx)
	defer end()
	err = l.address.prepare(ctx, conn, time.Second)
	if err == nil {
		_, err = conn.Exec(ctx, "LISTEN verbatim")
	}
	if err != nil {
		hangUp(conn)
		return nil, err
	}
	return conn, nil
}

// patience is that of connecting.
func (l *listener) patience(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, l.address.config.ConnectTimeout)
}

// follow looks and listens in turn.
func (l *listener) follow(ctx context.Context, conn *pgx.Conn) error {
	for {
		if err := l.poll(ctx, conn); err != nil {
			return err
		}
		l.failed.Store(nil)
		if err := l.hear(ctx, conn); err != nil {
			return err
		}
	}
}

// poll reads the number. When it is lower than what was known before, the
// database is an older copy.
func (l *listener) poll(ctx context.Context, conn *pgx.Conn) error {
	ctx, end := l.patience(ctx)
	defer end()
	before, now := l.rev.Load(), int64(0)
	if err := conn.QueryRow(ctx, "SELECT rev FROM meta WHERE id = 1").Scan(&now); err != nil {
		return err
	}
	if now < before {
		l.rev.Store(now)
	}
	l.heard(now)
	return nil
}

// hear takes in what is said until it is time to look again.
func (l *listener) hear(ctx context.Context, conn *pgx.Conn) error {
	quiet, end := context.WithTimeout(ctx, pollEvery)
	defer end()
	for {
		said, err := conn.WaitForNotification(quiet)
		if err != nil && errors.Is(quiet.Err(), context.DeadlineExceeded) && !conn.IsClosed() {
			return nil
		}
		if err != nil {
			return err
		}
		l.told(said.Payload)
	}
}

// told understands what the trigger announce says: a schema, which may have
// spaces in its name, and a number. Other schemas may be in the same database.
func (l *listener) told(payload string) {
	number, ours := strings.CutPrefix(payload, l.address.schema+" ")
	if rev, err := strconv.ParseInt(number, 10, 64); err == nil && ours {
		l.heard(rev)
	}
}

// hangUp closes a connection that may be broken.
func hangUp(conn *pgx.Conn) {
	ctx, end := context.WithTimeout(context.Background(), time.Second)
	defer end()
	_ = conn.Close(ctx) // there is nothing to lose
}
