package gateway

import (
	"context"
	"errors"
	"time"

	"verbatim/bot/gateway/pace"
)

// stops are what a person has to change when Discord refuses the bot for good.
var stops = map[int]error{
	closeBadToken: errors.New("the bot's token is not accepted by Discord (4004): " +
		"copy the current one from the Developer Portal (Bot, Reset Token), without the word Bot before it, and start again"),
	closeBadShard: errors.New("the shards that this bot was given are not taken by Discord (4010): " +
		"give each process its own, all of the same number, such as --shards 0-3/16, and start again"),
	closeNeedsShards: errors.New("the bot is in more servers than Discord tells one connection about (4011): " +
		"start it with shards, such as --shards 0-1/2"),
	closeBadIntents: errors.New("the bot asks for an intent that Discord does not know (4013): " +
		"this program was built wrongly; use a released version"),
	closeRefusedIntents: errors.New("the bot asks for a privileged intent that it was not given (4014): " +
		"switch it on in the Developer Portal (Bot, Privileged Gateway Intents), or do not ask for it"),
}

// Run stays connected until the context ends, and then returns nil after the
// handlers that are at work have ended, or after Timing.Drain. It returns an
// error only when Discord refuses the bot's token, intents or shards: one sentence
// that says what to change.
//
// The context of a handler is not the one of Run: it stays whole while Run
// waits for the handlers to end.
func (l *Link) Run(ctx context.Context) error {
	handlers, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	l.handlers = handlers
	err := l.stay(ctx)
	l.ready.Store(false)
	l.drain()
	return err
}

// stay connects again and again.
func (l *Link) stay(ctx context.Context) error {
	var s session
	failures := 0
	for {
		e := l.connect(ctx, &s)
		l.ready.Store(false)
		if ctx.Err() != nil {
			return nil
		}
		l.metrics.Ended(e.reason)
		if stop := stops[e.code]; stop != nil {
			return stop
		}
		if e.code == closeBadSequence || e.code == closeTimedOut || s.failed >= resumesBeforeAnew {
			s.forget()
		}
		if failures++; e.ready {
			failures = 0
		}
		pause := l.pauseAfter(failures)
		l.log.Info("the connection to Discord ended", "reason", e.reason, "code", e.code, "error", e.err,
			"resumes", s.id != "", "pause", pause)
		if pace.Sleep(ctx, pause) != nil {
			return nil
		}
	}
}

// pauseAfter is a random part of the first pause when all was well before,
// since most who lose a connection lose it together.
func (l *Link) pauseAfter(failures int) time.Duration {
	if failures == 0 {
		return jitter(l.timing.ReconnectMin)
	}
	return backoff(failures-1, l.timing.ReconnectMin, l.timing.ReconnectMax)
}

// drain waits for the handlers that are at work.
func (l *Link) drain() {
	ended := make(chan struct{})
	go func() {
		l.inFlight.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(l.timing.Drain):
		l.log.Warn("handlers did not end in time", "left", l.running.Load())
	}
}
