package discordtest_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/play"
)

func TestConversations(t *testing.T) {
	play.Conversations(t, "testdata/*.txtar", func(t *testing.T, d *discordtest.Discord, _ *txtar.Archive) {
		bare(t, d, parrotCommands()...)
	})
}

func TestWhatAPersonSees(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann", discordtest.ManageServer)
	bob := d.Guild("News").Member("bob")
	bare(t, d, parrotCommands()...)

	reply := ann.Slash("say", "word", "hush", "private", true)
	if !reply.Private() || !strings.HasPrefix(reply.Text(), "(only ann sees this)\nhush\n") {
		t.Errorf("ann sees %q", reply.Text())
	}
	if got := reply.As(bob).Text(); got != "(nothing came)" {
		t.Errorf("bob sees %q", got)
	}
	if took := reply.Took(); took <= 0 || took > time.Second {
		t.Errorf("the answer took %v", took)
	}
	if got := string(ann.Slash("later").Next().File("more.txt")); got != "more" {
		t.Errorf("the file has %q", got)
	}
	if got := ann.Type("say", "word", "x").Suggestions(); len(got) != 2 || got[0] != "x and so on" {
		t.Errorf("suggestions %q", got)
	}
	if got := ann.Slash("say", "word", "x", "text", discordtest.File{Name: "a.txt", Body: []byte("abc")}).Text(); !strings.HasPrefix(got, "x (a.txt, 3 bytes)") {
		t.Errorf("with a file: %q", got)
	}
}

func TestAnInteractionIsAnsweredOnceAndInTime(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t, discordtest.AcknowledgeWithin(50*time.Millisecond))
	ann := d.Guild("News").Member("ann")
	bare(t, d, parrotCommands()...)
	if got := ann.Slash("never").Text(); got != "(The application did not respond)" {
		t.Errorf("never: %q", got)
	}
	late := d.Requests("POST /interactions/*/*/callback")
	if len(late) != 0 {
		t.Errorf("callbacks: %v", late)
	}
}

func TestDirectMessagesThatAreClosed(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t, discordtest.Patience(time.Second))
	ann := d.User("ann").TakesNoDirect()
	bare(t, d)
	if got := ann.Direct("hello").Text(); got != "(nothing came)" {
		t.Errorf("ann sees %q", got)
	}
	refused := func() bool {
		sent := d.Requests("POST /channels/*/messages")
		return len(sent) == 1 && sent[0].Status == 403
	}
	if !d.Eventually(refused) {
		t.Errorf("requests: %v", d.Requests("POST /channels/*/messages"))
	}
}

func TestTheBotReadsOnlyWhatItMay(t *testing.T) {
	t.Parallel()
	d := discordtest.Start(t)
	news := d.Guild("News")
	ann := news.Member("ann")
	bare(t, d, parrotCommands()...)
	if got := ann.Mention("hello").Text(); got != "You wrote: @Verbatim hello" {
		t.Errorf("mention: %q", got)
	}
	message := ann.Says("not for the bot")
	if got := ann.Apps(message, "Repeat this").Text(); !strings.Contains(got, "not for the bot") {
		t.Errorf("Apps: %q", got)
	}
	if n := len(d.Requests("POST /channels/*/messages")); n != 1 {
		t.Errorf("the bot wrote %d messages, of which one is asked for", n)
	}
}
