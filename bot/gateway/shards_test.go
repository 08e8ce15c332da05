package gateway_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"golang.org/x/sync/errgroup"

	"verbatim/bot/discordtest"
	"verbatim/bot/gateway"
)

// process runs some shards of a bot as one process does, until the test ends.
func process(t *testing.T, d *discordtest.Discord, shards ...gateway.Shard) *echo {
	t.Helper()
	e := &echo{d: d, ended: make(chan error, 1), counts: map[string]int{}}
	links := gateway.NewShards(gateway.Config{
		Token: d.Token(), API: d.URL(), Timing: quick, Commands: commands(), Metrics: counts{e},
		Intents:     discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages,
		Interaction: e.interaction, Message: e.message,
	}, shards...)
	e.Link = links[0]
	ctx, cancel := context.WithCancel(t.Context())
	group, ctx := errgroup.WithContext(ctx)
	for _, l := range links {
		group.Go(func() error { return l.Run(ctx) })
	}
	go func() { e.ended <- group.Wait() }()
	t.Cleanup(func() {
		cancel()
		if err := <-e.ended; err != nil {
			t.Log(err) // they ended because they were told to
		}
	})
	return e
}

func shards(from, to, of int) (all []gateway.Shard) {
	for n := from; n <= to; n++ {
		all = append(all, gateway.Shard{Number: n, Of: of})
	}
	return all
}

func TestTwoProcessesShareTheServers(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	var people []*discordtest.Person
	for n := range 12 { // which shard has a server goes by the millisecond of its birth
		people = append(people, d.Guild(fmt.Sprint("News ", n)).Member(fmt.Sprint("ann-", n)))
		time.Sleep(time.Millisecond)
	}
	first, second := process(t, d, shards(0, 1, 4)...), process(t, d, shards(2, 3, 4)...)
	if !d.Eventually(func() bool { return slices.Equal(d.Shards(), []int{0, 1, 2, 3}) }) {
		t.Fatalf("the shards that are connected are %v", d.Shards())
	}
	d.WaitCommands()
	ask := func(when string) {
		t.Helper()
		before, beforeToo := first.counted("interaction"), second.counted("interaction")
		for _, p := range people {
			says(t, p, "hello")
		}
		one, two := first.counted("interaction")-before, second.counted("interaction")-beforeToo
		if one == 0 || two == 0 || one+two != len(people) {
			t.Errorf("%s, the processes answered %d and %d of %d", when, one, two, len(people))
		}
	}
	ask("at first")
	d.Drop()
	if !d.Eventually(func() bool { return len(d.Resumes()) == 4 && slices.Equal(d.Shards(), []int{0, 1, 2, 3}) }) {
		t.Errorf("%d sessions were resumed", len(d.Resumes()))
	}
	ask("after they were resumed")
	if n := len(d.Identifies()); n != 4 {
		t.Errorf("%d IDENTIFYs for 4 shards", n)
	}
}

func TestAsManyShardsIdentifyAtOnceAsMay(t *testing.T) {
	t.Parallel()
	for atOnce, want := range map[int]time.Duration{1: 2 * quick.IdentifyPause, 4: 0} { // a busy machine sees them closer
		d := discordtest.Start(t)
		d.IdentifyAtOnce(atOnce)
		process(t, d, shards(0, 3, 4)...)
		if !d.Eventually(func() bool { return len(d.Shards()) == 4 }) {
			t.Fatalf("the shards that are connected are %v", d.Shards())
		}
		all := d.Identifies()
		if took := all[len(all)-1].Sub(all[0]); len(all) != 4 || took < want {
			t.Errorf("%d at once: %d IDENTIFYs within %v, want 4 within %v at least", atOnce, len(all), took, want)
		}
	}
}

func TestShardsThatDiscordDoesNotTakeEndAll(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	e := process(t, d, gateway.Shard{Number: 0, Of: 2}, gateway.Shard{Number: 7, Of: 2})
	select {
	case err := <-e.ended:
		e.ended <- nil
		if err == nil || !strings.Contains(err.Error(), "4010") {
			t.Errorf("it ends with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it goes on")
	}
}
