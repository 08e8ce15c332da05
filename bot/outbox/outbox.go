// Package outbox has what goes out by itself, beside answering: notices of new
// questions to moderators, messages to whoever waited for an answer, corrections
// of answers that were shown; and what is written down for that: questions that
// nothing answered, counts, and where answers were shown.
//
// It must never make an answer wait, and never sends itself: package bot has its
// [Sender]. [Outbox.Run] does the work. Handlers of bot/member pass questions to
// it and count, those of bot/moderator say that something was changed, and
// package bot tells it what was shown.
package outbox

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"verbatim/bot/event"
	"verbatim/kb/usage"
)

// Config says what an Outbox needs, all of it.
type Config struct {
	Library Library
	Inbox   Inbox
	Usage   Usage
	Sender  Sender
	// Member tells whether the user is a member of the server; an error means that
	// nobody can say just now.
	Member func(ctx context.Context, server, user string) (bool, error)
	Signer event.Signer
	Log    *slog.Logger
	Now    func() time.Time
}

// Outbox has what is to be done beside answering. None of it may make an answer
// wait, so all of it goes through queues that are bounded; what does not fit is
// left out and counted in the log. Its methods may be called from many
// goroutines. Of a nil Outbox, Run, Shown, LookUp, Count and CorrectSoon do nothing; the
// others are not to be called.
type Outbox struct {
	Config
	passed  chan Missed
	changed chan struct{} // an answer that was shown may be another now
	told    chan struct{}
	lookups chan struct{} // free places for looking up messages

	most *event.Memory[string, []string] // asked lately, by server

	writing sync.Mutex // held while something is being kept

	mu      sync.Mutex
	counts  map[usage.Day]usage.Count // since they were last kept
	shown   map[string]usage.Shown    // not kept yet, by message
	left    int                       // questions and messages that did not fit
	failed  bool                      // it could not be kept the last time
	noticed map[string]notice         // by server
}

const (
	passedMost  = 1000
	lookupsMost = 8

	oldEvery   = time.Hour
	tellsEvery = 5 * time.Minute
)

// New makes an Outbox with nothing in it. Nothing goes out before Run.
func New(c Config) *Outbox {
	return &Outbox{
		Config: c,
		passed: make(chan Missed, passedMost), changed: make(chan struct{}, 1), told: make(chan struct{}, 1),
		lookups: make(chan struct{}, lookupsMost), counts: map[usage.Day]usage.Count{}, noticed: map[string]notice{},
		shown: map[string]usage.Shown{}, most: event.NewMemory[string, []string](mostAskedMost, mostAskedFor, c.Now),
	}
}

// Run does what goes on beside answering, until the context ends; then it keeps
// what is left.
func (o *Outbox) Run(ctx context.Context) {
	if o == nil {
		return
	}
	var working sync.WaitGroup
	working.Go(func() { o.correctAll(ctx) })
	working.Go(func() { o.tellAll(ctx) })
	keep, old := time.NewTicker(saveEvery), time.NewTicker(oldEvery)
	defer keep.Stop()
	defer old.Stop()
	o.forgetOld(ctx)
	for {
		select {
		case m := <-o.passed:
			o.passNow(ctx, m)
		case <-keep.C:
			o.save(ctx)
		case <-old.C:
			o.forgetOld(ctx)
		case <-ctx.Done():
			working.Wait()
			o.saveRest()
			return
		}
	}
}

// saveRest keeps what is in memory when the program ends.
func (o *Outbox) saveRest() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for {
		select {
		case m := <-o.passed:
			o.passNow(ctx, m)
		default:
			o.save(ctx)
			return
		}
	}
}

func (o *Outbox) forgetOld(ctx context.Context) {
	n, err := o.Inbox.ForgetOld(ctx, o.Now())
	if err != nil {
		o.Log.Warn("old questions of the inbox could not be deleted", "error", err)
	} else if n > 0 {
		o.Log.Info("old questions of the inbox were deleted", "questions", n)
	}
}

// wake has somebody look who waits; who is awake already looks once more.
func wake(who chan<- struct{}) {
	select {
	case who <- struct{}{}:
	default:
	}
}
