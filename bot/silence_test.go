package bot_test

import (
	"fmt"
	"testing"
	"time"

	"verbatim/bot/discordtest"
)

const writes = "POST /channels/*/messages"

// TestWhereTheBotMayNotWriteItStopsTrying mentions it in channels that are closed to
// it, and counts what it sends to Discord.
func TestWhereTheBotMayNotWriteItStopsTrying(t *testing.T) {
	d := discordtest.Start(t)
	news, other := d.Guild("News"), d.Guild("Elsewhere")
	s := stand(t, d, opened(t, d))
	ann, bob := news.Member("ann"), other.Member("bob")
	sent := func() int { return len(d.Requests(writes)) }
	refused := func(c *discordtest.Channel) {
		t.Helper()
		before := sent()
		ann.In(c).Says("<@" + d.BotID() + "> " + known)
		if !d.Eventually(func() bool { return sent() > before }) {
			t.Fatal("nothing was sent")
		}
	}
	closed := news.Channel("closed")
	closed.Close(true)
	refused(closed)
	time.Sleep(50 * time.Millisecond) // the refusal is noted
	for range 20 {
		ann.In(closed).Says("<@" + d.BotID() + "> " + known)
	}
	shows(t, "another channel", ann.Mention(known), answer)
	if n := sent(); n != 2 {
		t.Errorf("after a refusal and 20 mentions more, and one elsewhere, %d messages were sent", n)
	}
	shows(t, "a command in that channel", ann.In(closed).Slash("ask", "question", known), answer)

	closed.Close(false)
	shows(t, "when it may write again", ann.In(closed).Mention(known), answer)

	for i := range 20 {
		c := news.Channel(fmt.Sprint("closed-", i))
		c.Close(true)
	}
	for i := range 20 {
		refused(news.Channel(fmt.Sprint("closed-", i)))
	}
	for n := -1; n != sent(); time.Sleep(200 * time.Millisecond) { // until all refusals are noted
		n = sent()
	}
	before := sent()
	ann.Says("<@" + d.BotID() + "> " + known)
	shows(t, "another server", bob.Mention(known), answer)
	if n := sent(); n != before+1 {
		t.Errorf("a server with 20 closed channels got %d messages more", n-before-1)
	}
	shows(t, "a command in the quiet server", ann.Slash("ask", "question", known), answer)
	s.clock.forward(11 * time.Minute)
	shows(t, "when it is past", ann.Mention(known), answer)
}

func TestAChannelOfNoticesIsWrittenInWhenTheBotMayAgain(t *testing.T) {
	d := discordtest.Start(t)
	news := d.Guild("News")
	mia, desk := news.Member("mia", discordtest.ManageServer), news.Channel("desk")
	moderate(t, d)
	shows(t, "the setting", mia.Slash("kb settings", "notice-channel", discordtest.Raw{Type: 7, Value: desk.ID()}), "#desk")
	desk.Close(true)
	mia.Slash("ask", "question", zebra).Text()
	until(t, "the notice that is refused", func() bool { return len(d.Requests(writes)) == 1 })
	time.Sleep(50 * time.Millisecond) // the refusal is noted
	desk.Close(false)
	shows(t, "when it may write again", mia.In(desk).Mention(known), "It originates nothing.")
}
