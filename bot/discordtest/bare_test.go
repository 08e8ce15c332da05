package discordtest_test

import (
	"flag"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discordtest"
)

// The flag that play.Conversations looks up.
var _ = flag.Bool("update", false, "write what people saw into the conversations")

// toStandIn sends discordgo's requests to a stand-in.
type toStandIn struct{ base *url.URL }

func (to toStandIn) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = to.base.Scheme, to.base.Host
	return http.DefaultTransport.RoundTrip(r)
}

// bare connects plain discordgo, with one handler for everything.
func bare(t testing.TB, d *discordtest.Discord, commands ...*discordgo.ApplicationCommand) *discordgo.Session {
	t.Helper()
	base, err := url.Parse(d.URL())
	if err != nil {
		t.Fatal(err)
	}
	s, err := discordgo.New("Bot " + d.Token())
	if err != nil {
		t.Fatal(err)
	}
	s.Client = &http.Client{Transport: toStandIn{base}}
	s.Identify.Intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	s.ShouldReconnectOnError = false
	s.LogLevel = -1
	s.AddHandler(func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		if err := parrot(s, i.Interaction); err != nil {
			t.Errorf("parrot: %v", err)
		}
	})
	s.AddHandler(func(s *discordgo.Session, m *discordgo.MessageCreate) {
		if m.Author.Bot || m.Content == "" || m.Content == "psst" {
			return
		}
		_, err := s.ChannelMessageSendComplex(m.ChannelID, &discordgo.MessageSend{
			Content: "You wrote: " + m.Content, Reference: m.Reference(), AllowedMentions: quiet,
		})
		if err != nil && !strings.Contains(err.Error(), "50007") {
			t.Errorf("parrot: %v", err)
		}
	})
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if len(commands) > 0 {
		if _, err := s.ApplicationCommandBulkOverwrite(s.State.Application.ID, "", commands); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

var quiet = &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}

func parrotCommands() []*discordgo.ApplicationCommand {
	word := &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: "word", Description: "What to say", Required: true, Autocomplete: true,
	}
	manage := int64(discordgo.PermissionManageGuild)
	return []*discordgo.ApplicationCommand{
		{Name: "say", Description: "Say a word", Options: []*discordgo.ApplicationCommandOption{
			word,
			{Type: discordgo.ApplicationCommandOptionBoolean, Name: "private", Description: "Only to me"},
			{Type: discordgo.ApplicationCommandOptionAttachment, Name: "text", Description: "A file"},
		}},
		{Name: "later", Description: "Say it later"},
		{Name: "never", Description: "Say nothing"},
		{Name: "card", DefaultMemberPermissions: &manage, Description: "Cards", Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "add", Description: "Add one", Options: []*discordgo.ApplicationCommandOption{
				{Type: discordgo.ApplicationCommandOptionString, Name: "title", Description: "Its title"},
			}},
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "show", Description: "Show one"},
		}},
		{Type: discordgo.MessageApplicationCommand, Name: "Repeat this"},
	}
}
