// Package step keeps in the database what people are at between two presses of a button,
// so that another process on it can go on with the next one, and so that what may be done
// once is done once by all of them.
//
// It must never make an answer wait for the database, and knows nothing of what it keeps:
// bot says that, and reads it again.
package step

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"verbatim/kb/library"
	"verbatim/kb/store"
)

// Steps are those of a library. Its methods may be called from many goroutines.
type Steps struct {
	library *library.Library
	queue   chan store.Note
}

// queueMost is how many wait to be kept; one more is left out. What comes within
// putWithin is kept together: each write is waited for by all processes, and has each look
// at what is new. Nobody presses a button of an answer so soon.
const (
	queueMost = 1000
	putWithin = 100 * time.Millisecond
)

// New makes Steps, whose Put needs Run.
func New(l *library.Library) *Steps { return &Steps{l, make(chan store.Note, queueMost)} }

func (s *Steps) note(kind, server, id string, value any, life time.Duration) (store.Note, error) {
	body, err := json.Marshal(value)
	if err != nil {
		return store.Note{}, fmt.Errorf("write a step: %w", err)
	}
	return store.Note{Kind: kind, ID: id, Server: server, Body: body, Until: s.library.Now().Add(life).UnixMilli()}, nil
}

// Put keeps a step soon: before Read of another process gives up, it can go on with it.
// Where the database cannot keep it, only this process can.
func (s *Steps) Put(kind, server, id string, value any, life time.Duration) {
	n, err := s.note(kind, server, id, value, life)
	if err != nil {
		s.failed(err)
		return
	}
	select {
	case s.queue <- n:
	default:
		s.library.Log().Warn("What was begun can only be gone on with in this process, for too much is begun at once")
	}
}

// Run keeps what was put until the context ends, and then what is left.
func (s *Steps) Run(ctx context.Context) {
	for {
		select {
		case n := <-s.queue:
			select {
			case <-time.After(putWithin):
			case <-ctx.Done():
			}
			s.keep(n)
		case <-ctx.Done():
			select {
			case n := <-s.queue:
				s.keep(n)
			default:
				return
			}
		}
	}
}

// keep keeps a step with all that came meanwhile.
func (s *Steps) keep(first store.Note) {
	all := []store.Note{first}
	for more := true; more; {
		select {
		case n := <-s.queue:
			all = append(all, n)
		default:
			more = false
		}
	}
	if err := s.library.Store().Jot(context.Background(), store.Jottings{Put: all}); err != nil {
		s.failed(err)
	}
}

func (s *Steps) failed(err error) {
	s.library.Log().Warn("What was begun can only be gone on with in this process", "error", err)
}

// Keep keeps a step now, in the place of one with its kind and id.
func (s *Steps) Keep(ctx context.Context, kind, server, id string, value any, life time.Duration) error {
	n, err := s.note(kind, server, id, value, life)
	if err != nil {
		return err
	}
	if err := s.library.Store().Jot(ctx, store.Jottings{Put: []store.Note{n}}); err != nil {
		return fmt.Errorf("keep a step: %w", err)
	}
	return nil
}

// A step that another process is about to keep is waited for so often, so long each time.
const (
	readTries = 7
	readEvery = 40 * time.Millisecond
)

// Read reads a step that this or another process has kept, and tells whether it is
// there.
func (s *Steps) Read(ctx context.Context, kind, id string, into any) bool {
	n, err := s.library.Store().Note(ctx, kind, id)
	for try := 1; try < readTries && n == nil && err == nil && ctx.Err() == nil; try++ {
		time.Sleep(readEvery)
		n, err = s.library.Store().Note(ctx, kind, id)
	}
	if err == nil && n != nil {
		err = json.Unmarshal(n.Body, into)
	}
	if err != nil {
		s.library.Log().Warn("What was begun elsewhere cannot be read", "error", err)
	}
	return err == nil && n != nil
}

// First tells whether nobody has done what may be done once, in any process. An error
// means that nobody knows.
func (s *Steps) First(ctx context.Context, kind, server, id string, life time.Duration) (bool, error) {
	n, err := s.note(kind, server, id, true, life)
	if err != nil {
		return false, err
	}
	first, err := s.library.Store().Claim(ctx, n)
	if err != nil {
		return false, fmt.Errorf("claim a step: %w", err)
	}
	return first, nil
}
