package load_test

import (
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/fault"
	"verbatim/bot/discordtest/socket"
	"verbatim/bot/gateway"
)

const faultyRate = 20 // questions a second

// quick are the pauses of an hour in a minute.
var quick = gateway.Timing{
	ReconnectMin: 20 * time.Millisecond, ReconnectMax: 200 * time.Millisecond, IdentifyPause: 100 * time.Millisecond,
	RetryMin: 10 * time.Millisecond, ReadyWithin: 2 * time.Second, HelloWithin: 2 * time.Second,
}

const callback = "POST /interactions/*/*/callback"

// script is what goes wrong, one after the other. Discord takes an answer within
// 3 s of the event, so each lasts less.
var script = []struct {
	name string
	do   func(*discordtest.Discord)
}{
	{"the connection is dropped", (*discordtest.Discord).Drop},
	{"op 7", func(d *discordtest.Discord) { d.Do(socket.AskToReconnect()) }},
	{"op 7 after RESUME", func(d *discordtest.Discord) {
		d.OnResume(socket.AskToReconnect())
		d.Drop()
	}},
	{"op 9, to be resumed", func(d *discordtest.Discord) { d.Do(socket.InvalidSession(true)) }},
	{"429 of the route", func(d *discordtest.Discord) { d.Fault(callback, fault.RouteLimit(300*time.Millisecond)) }},
	{"429 of all", func(d *discordtest.Discord) { d.Fault(callback, fault.GlobalLimit(300*time.Millisecond)) }},
	{"429 as a page", func(d *discordtest.Discord) { d.Fault(callback, fault.HTMLLimit(0)) }},
	{"500 and 503", func(d *discordtest.Discord) { d.Fault(callback, fault.Status(500), fault.Status(503)) }},
	{"a request hangs", func(d *discordtest.Discord) { d.Fault(callback, fault.Hang()) }},
	{"an answer is lost", func(d *discordtest.Discord) { d.Fault(callback, fault.LoseAnswer()) }},
	{"close code 4000", func(d *discordtest.Discord) { d.Do(socket.CloseWith(4000)) }},
	{"a frame that is none", func(d *discordtest.Discord) { d.Do(socket.SendFrame("null")) }},
}

func TestFaultyMinute(t *testing.T) {
	c := gather(t, 100)
	c.d.Twice() // every event comes twice, all the time
	verbatim(t, c.d, quick)
	while, every := 1500*time.Millisecond, 100*time.Millisecond
	if *load {
		while, every = *lasts, *lasts/time.Duration(5*len(script))
	}
	stop := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		c.wrong(t, every, stop)
	}()
	asks := c.faultily(while)
	close(stop)
	<-ended
	c.d.Heal()
	c.judge(t, asks)
}

// wrong lets one thing after another go wrong until stop.
func (c *crowd) wrong(t *testing.T, every time.Duration, stop <-chan struct{}) {
	for n := 0; ; n++ {
		select {
		case <-stop:
			t.Logf("%d things went wrong", n)
			return
		case <-time.After(every):
			script[n%len(script)].do(c.d)
		}
	}
}

// faultily asks by command, and each fifth time by a mention.
func (c *crowd) faultily(while time.Duration) []*discordtest.Reply {
	var asks []*discordtest.Reply
	start := time.Now()
	for n := range int(while.Seconds() * faultyRate) {
		time.Sleep(time.Until(start.Add(time.Duration(n) * time.Second / faultyRate)))
		if n%5 == 4 {
			asks = append(asks, c.people[n%len(c.people)].Mention(c.asked[n%len(c.asked)]))
			continue
		}
		asks = append(asks, c.ask(n).reply)
	}
	return asks
}

// judge wants one answer to each question, or its one sentence. An interaction
// that was put off has one message more.
func (c *crowd) judge(t *testing.T, asks []*discordtest.Reply) {
	t.Helper()
	missing, twice, putOff := 0, 0, 0
	var f figures
	for _, r := range asks {
		if !r.Answered() || strings.TrimSpace(r.Text()) == "" {
			missing++
			continue
		}
		f = append(f, r.Took())
		switch {
		case r.Token() == "" && !r.Next().Nothing(time.Millisecond):
			twice++
		case strings.Contains(r.Text(), "The answer stands below"):
			putOff++
		}
	}
	t.Logf("%d questions, %v", len(asks), f)
	if missing > 0 || twice > 0 {
		t.Errorf("of %d questions %d were not answered, %d were answered twice", len(asks), missing, twice)
	}
	if more := len(c.d.Requests("POST /webhooks/*/*")); more != putOff {
		t.Errorf("there are %d messages more for %d answers that were put off", more, putOff)
	}
}
