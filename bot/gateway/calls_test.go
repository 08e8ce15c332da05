package gateway_test

import (
	"context"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest/fault"
	"verbatim/bot/gateway"
)

// everyone is whom the tests would ping if they could.
var everyone = &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{discordgo.AllowedMentionTypeEveryone}, RepliedUser: true}

// TestNoCallPingsAnyone makes every call that sends a message, each with
// mentions that it must not send.
func TestNoCallPingsAnyone(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	errs := make(chan error, 3)
	text := "@everyone changed"
	e := run(t, d, on(func(ctx context.Context, c *gateway.Client, i *discordgo.Interaction) {
		said := answer("@everyone one")
		said.Data.AllowedMentions = everyone
		errs <- c.Respond(ctx, i, said)
		_, err := c.EditOriginal(ctx, i, &discordgo.WebhookEdit{Content: &text, AllowedMentions: everyone})
		errs <- err
		_, err = c.FollowUp(ctx, i, &discordgo.WebhookParams{Content: "@everyone two", AllowedMentions: everyone})
		errs <- err
	}))
	reply := ann.Slash("say", "word", "x")
	for range 3 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if got := reply.Text() + ", " + reply.Next().Text(); got != "@everyone changed, @everyone two" {
		t.Errorf("ann sees %q", got)
	}
	ctx, c := context.Background(), e.Client()
	channel, err := c.Direct(ctx, ann.ID())
	if err != nil {
		t.Fatal(err)
	}
	m, err := c.Send(ctx, channel, &discordgo.MessageSend{
		Content: "@everyone", AllowedMentions: everyone,
		Files: []*discordgo.File{{Name: "a.txt", ContentType: "text/plain", Reader: strings.NewReader("a")}},
	})
	if err != nil || len(m.Attachments) != 1 {
		t.Fatal(m, err)
	}
	if m, err = c.Edit(ctx, &discordgo.MessageEdit{Channel: channel, ID: m.ID, Content: &text, AllowedMentions: everyone}); err != nil || m.Content != text {
		t.Error(m, err)
	}
	for _, pattern := range []string{callbacks, edits, followUps, writes, "PATCH /channels/*/messages/*"} {
		sent := d.Requests(pattern)
		if len(sent) != 1 || !strings.Contains(string(sent[0].Body), `"allowed_mentions":{"parse":[],"replied_user":false}`) {
			t.Errorf("%s: sent %v", pattern, sent)
		}
	}
}

func TestWhoIsAMember(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	c := run(t, d).Client()
	ctx := context.Background()
	news, foreign := d.Guild("News"), d.Foreign("Elsewhere")
	if m, err := c.Member(ctx, news.ID(), ann.ID()); err != nil || m.User.ID != ann.ID() {
		t.Errorf("ann: %v, %v", m, err)
	}
	ann.Leaves()
	if _, err := c.Member(ctx, news.ID(), ann.ID()); gateway.Code(err) != gateway.CodeUnknownMember {
		t.Errorf("ann left: %v", err)
	}
	if _, err := c.Member(ctx, foreign.ID(), ann.ID()); gateway.Code(err) != gateway.CodeUnknownGuild {
		t.Errorf("a server without the bot: %v", err)
	}
	deaf, err := c.Direct(ctx, ann.TakesNoDirect().ID())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Send(ctx, deaf, &discordgo.MessageSend{Content: "x"}); gateway.Code(err) != gateway.CodeTakesNoDirect {
		t.Errorf("a user who takes no direct messages: %v", err)
	}
}

func TestNoSuggestionsAreAnEmptyList(t *testing.T) {
	t.Parallel()
	d, ann := world(t)
	run(t, d)
	if got := ann.Type("say", "word", "x").Text(); got != "(No options match your search)" {
		t.Errorf("got %q", got)
	}
	if sent := d.Requests(callbacks); len(sent) != 1 || !strings.Contains(string(sent[0].Body), `"choices":[]`) {
		t.Errorf("sent %v", sent)
	}
}

// TestCommandsAreRegisteredOnlyWhenTheyDiffer starts a bot again and again.
func TestCommandsAreRegisteredOnlyWhenTheyDiffer(t *testing.T) {
	t.Parallel()
	d, _ := world(t)
	const list, overwrite = "GET /applications/*/commands", "PUT /applications/*/commands"
	again := func(commands []*discordgo.ApplicationCommand, overwrites int) {
		t.Helper()
		e := run(t, d, func(_ *echo, c *gateway.Config) { c.Commands = commands })
		d.Eventually(func() bool { return strings.Contains(e.logged(), "commands are registered") })
		if err := e.stop(); err != nil {
			t.Error(err)
		}
		if n := len(d.Requests(overwrite)); n != overwrites {
			t.Errorf("%d overwrites, want %d", n, overwrites)
		}
	}
	again(commands(), 1)
	again(commands(), 1)
	other := commands()
	other[0].Options[0].Description = "Which word"
	again(other, 2)
	fewer := commands()
	fewer[0].Options = nil
	again(fewer, 3)
	contexts := []discordgo.InteractionContextType{discordgo.InteractionContextGuild}
	fewer[0].Contexts = &contexts
	again(fewer, 4)
	again(fewer, 4)
	fewer[0].DescriptionLocalizations = &map[discordgo.Locale]string{discordgo.ChineseCN: "说"}
	again(fewer, 5)
	again(fewer, 5)
	again(append(fewer, &discordgo.ApplicationCommand{Type: discordgo.MessageApplicationCommand, Name: "Find"}), 6)
	fault := fault.Status(500)
	d.Fault(list, fault, fault, fault, fault, fault)
	again(commands(), 7) // after it could not even be asked
}
