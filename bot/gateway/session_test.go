package gateway_test

import (
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/socket"
)

func TestASessionThatIsGoneIsStartedAnew(t *testing.T) {
	t.Parallel()
	op9 := socket.InvalidSession(false)
	never := make([]socket.Reaction, 20)
	for i := range never {
		never[i] = socket.CloseWith(4000)
	}
	for name, happens := range map[string]func(*discordtest.Discord){
		"op 9":                           func(d *discordtest.Discord) { d.Do(op9) },
		"op 9 after RESUME":              func(d *discordtest.Discord) { d.OnResume(op9); d.Drop() },
		"4007":                           func(d *discordtest.Discord) { d.Do(socket.CloseWith(4007)) },
		"4009":                           func(d *discordtest.Discord) { d.Do(socket.CloseWith(4009)) },
		"RESUME never comes to anything": func(d *discordtest.Discord) { d.OnResume(never...); d.Drop() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, ann := world(t)
			e := run(t, d)
			happens(d)
			d.Eventually(func() bool { return len(d.Identifies()) == 2 })
			d.Eventually(e.Ready)
			says(t, ann, "after")
			e.keepsApart(t, 2)
		})
	}
}

// keepsApart wants so many IDENTIFYs, with the pause between them.
func (e *echo) keepsApart(t *testing.T, want int) {
	t.Helper()
	e.mu.Lock()
	defer e.mu.Unlock()
	for i := 1; i < len(e.identified); i++ {
		if pause := e.identified[i].Sub(e.identified[i-1]); pause < quick.IdentifyPause {
			t.Errorf("IDENTIFY again after %v, want %v", pause, quick.IdentifyPause)
		}
	}
	if len(e.identified) != want {
		t.Errorf("%d IDENTIFYs, want %d", len(e.identified), want)
	}
}

// TestIdentifyIsNotHammered has a Discord that takes no IDENTIFY at all for a
// while, which plain discordgo answers with hundreds.
func TestIdentifyIsNotHammered(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	refuse := make([]socket.Reaction, 4)
	for i := range refuse {
		refuse[i] = socket.InvalidSession(false)
	}
	d.OnIdentify(refuse...)
	e := run(t, d)
	says(t, ann, "hello")
	e.keepsApart(t, 5)
}

// TestStartedAgainTooSoon has Discord refuse the IDENTIFY of a bot that was
// started again at once.
func TestStartedAgainTooSoon(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	if err := run(t, d).stop(); err != nil {
		t.Fatal(err)
	}
	d.IdentifyEvery(time.Hour)
	e := begin(t, d)
	d.Eventually(func() bool { return e.counted("ended invalid session") >= 1 })
	if e.Ready() || e.Me() != nil {
		t.Error("ready although IDENTIFY was refused")
	}
	d.IdentifyEvery(0)
	d.Eventually(e.Ready)
	says(t, ann, "hello")
}
