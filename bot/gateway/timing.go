package gateway

import (
	"math/rand/v2"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Timing has the pauses and limits of a Link. What is zero is the default.
type Timing struct {
	HelloWithin   time.Duration // from dialling to HELLO; 10 s
	ReadyWithin   time.Duration // from IDENTIFY or RESUME to READY or RESUMED; 30 s
	ReconnectMin  time.Duration // the first pause before connecting again; 1 s
	ReconnectMax  time.Duration // the longest; 1 min
	IdentifyPause time.Duration // between two IDENTIFYs; 5.5 s, of which Discord wants 5
	AnswerWithin  time.Duration // Discord's limit for the answer to an interaction; 3 s
	Call          time.Duration // a call, with all its attempts; 15 s
	Attempt       time.Duration // one attempt of a call; 5 s
	RetryMin      time.Duration // the first pause before another attempt; 100 ms
	Drain         time.Duration // for handlers to end when Run shall end; 8 s
}

func (t Timing) filled() Timing {
	for _, f := range []struct {
		d  *time.Duration
		or time.Duration
	}{
		{&t.HelloWithin, 10 * time.Second},
		{&t.ReadyWithin, 30 * time.Second},
		{&t.ReconnectMin, time.Second},
		{&t.ReconnectMax, time.Minute},
		{&t.IdentifyPause, 5500 * time.Millisecond},
		{&t.AnswerWithin, discordgo.InteractionDeadline},
		{&t.Call, 15 * time.Second},
		{&t.Attempt, 5 * time.Second},
		{&t.RetryMin, 100 * time.Millisecond},
		{&t.Drain, 8 * time.Second},
	} {
		if *f.d <= 0 {
			*f.d = f.or
		}
	}
	return t
}

// backoff is the pause before attempt n (from 0): it doubles from least to
// most, and a random half of it keeps many from coming at once.
func backoff(n int, least, most time.Duration) time.Duration {
	d := most
	if n < 30 && least<<n < most {
		d = least << n
	}
	return d/2 + jitter(d/2)
}

// jitter is a random part of d.
func jitter(d time.Duration) time.Duration {
	if d <= 0 {
		return 0
	}
	return rand.N(d)
}
