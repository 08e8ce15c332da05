package usage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"verbatim/kb"
	"verbatim/kb/store"
)

// ShownFor is how long it is remembered where an answer was shown.
const ShownFor = 24 * time.Hour

// A Shown is a message that answers with a fact. It has no question and no
// person.
type Shown struct {
	Message string `json:"-"`
	Server  string `json:"-"`
	Channel string `json:"channel"`
	Fact    string `json:"fact"`            // statement/fact
	First   string `json:"first"`           // what it said at first, as Saying
	Now     string `json:"now"`             // what it says now; empty: that the fact was taken back
	At      int64  `json:"at"`              // when it was shown, Unix time in milliseconds
	Taken   int64  `json:"taken,omitempty"` // until when somebody is about to correct it

	Language string `json:"language,omitempty"` // of the message, as BCP 47
}

const noteShown = "shown"

func (s Shown) note() (store.Note, error) {
	body, err := json.Marshal(s)
	return store.Note{
		Kind: noteShown, ID: s.Message, Server: s.Server, Body: body, Until: s.At + ShownFor.Milliseconds(),
	}, err
}

// Record keeps what was counted and where answers were shown, all of it or
// nothing. The same again is counted again.
func (l *Log) Record(ctx context.Context, counts map[Day]Count, shown []Shown) error {
	var j store.Jottings
	for day, c := range counts {
		j.Add = append(j.Add, c.tallies(day)...)
	}
	for _, s := range shown {
		n, err := s.note()
		if err != nil {
			return fmt.Errorf("write where an answer was shown: %w", err)
		}
		j.Put = append(j.Put, n)
	}
	if err := l.store().Jot(ctx, j); err != nil {
		return fmt.Errorf("keep what was counted and shown: %w", err)
	}
	return nil
}

// Shown lists where answers were shown that were not forgotten yet, the
// oldest first.
func (l *Log) Shown(ctx context.Context) ([]Shown, error) {
	notes, err := l.store().Notes(ctx, noteShown, "")
	if err != nil {
		return nil, fmt.Errorf("read where answers were shown: %w", err)
	}
	all := make([]Shown, 0, len(notes))
	for _, n := range notes {
		s := Shown{Message: n.ID, Server: n.Server}
		if json.Unmarshal(n.Body, &s) == nil {
			all = append(all, s)
		}
	}
	return all, nil
}

// Changed notes that a message says something else, if nobody has noted
// anything of it since; ok tells whether it was noted.
func (l *Log) Changed(ctx context.Context, was, now Shown) (ok bool, err error) {
	before, err := was.note()
	if err != nil {
		return false, err
	}
	after, err := now.note()
	if err != nil {
		return false, err
	}
	if ok, err = l.store().Swap(ctx, before, after); err != nil {
		return false, fmt.Errorf("note what a message says: %w", err)
	}
	return ok, nil
}

// Forget forgets a message that is not there any more.
func (l *Log) Forget(ctx context.Context, s Shown) error {
	if err := l.store().Jot(ctx, store.Jottings{Drop: []store.Note{{Kind: noteShown, ID: s.Message}}}); err != nil {
		return fmt.Errorf("forget a message: %w", err)
	}
	return nil
}

// SaidThen is the answer of a fact when it said that, and when it was changed
// last. The answer is empty if it never said that; both are empty if the fact was never there.
func (l *Log) SaidThen(ctx context.Context, server, fact, saying string) (answer string, changed time.Time, err error) {
	all, err := l.library.History(ctx, server, fact)
	if errors.Is(err, kb.ErrNotHeld) {
		return "", time.Time{}, nil
	}
	if err != nil {
		return "", time.Time{}, err
	}
	for _, r := range slices.Backward(all) {
		if r.Fact != nil && r.Fact.Saying() == saying {
			answer = r.Fact.Answer
			break
		}
	}
	return answer, all[len(all)-1].At, nil
}
