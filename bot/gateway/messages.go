package gateway

import (
	"context"
	"crypto/rand"
	"encoding/hex"

	"github.com/bwmarrin/discordgo"
)

// posted is a message with a nonce, by which Discord knows it when it is sent
// again, and makes no second one of it.
type posted struct {
	*discordgo.MessageSend
	Nonce        string `json:"nonce"`
	EnforceNonce bool   `json:"enforce_nonce"`
}

// Send writes a message to a channel, once.
func (c *Client) Send(ctx context.Context, channel string, m *discordgo.MessageSend) (*discordgo.Message, error) {
	sent := *m
	sent.AllowedMentions = nobody()
	sent.Components, sent.Embeds, sent.StickerIDs = list(m.Components), list(m.Embeds), list(m.StickerIDs)
	p := posted{MessageSend: &sent, Nonce: nonce(), EnforceNonce: true}
	got, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Message, error) {
		body, err := post(s, discordgo.EndpointChannelMessages(channel), p, sent.Files, o)
		if err != nil {
			return nil, err
		}
		got := &discordgo.Message{}
		return got, discordgo.Unmarshal(body, got)
	})
	return got, told(err, "write to channel %s", channel)
}

func post(s *discordgo.Session, endpoint string, body any, files []*discordgo.File, o discordgo.RequestOption) ([]byte, error) {
	if len(files) == 0 {
		return s.RequestWithBucketID("POST", endpoint, body, endpoint, o)
	}
	contentType, form, err := discordgo.MultipartBodyWithJSON(body, files)
	if err != nil {
		return nil, err
	}
	return s.RequestRaw("POST", endpoint, contentType, form, endpoint, 0, o)
}

func nonce() string {
	b := make([]byte, 12) // 24 digits; Discord takes 25
	_, _ = rand.Read(b)
	return hex.EncodeToString(b)
}

// Edit changes a message of the bot's.
func (c *Client) Edit(ctx context.Context, e *discordgo.MessageEdit) (*discordgo.Message, error) {
	sent := *e
	sent.AllowedMentions = nobody()
	m, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Message, error) {
		return s.ChannelMessageEditComplex(&sent, o)
	})
	return m, told(err, "change message %s", e.ID)
}

// Direct is the channel of direct messages with a user.
func (c *Client) Direct(ctx context.Context, user string) (channel string, err error) {
	ch, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Channel, error) {
		return s.UserChannelCreate(user, o)
	})
	if err != nil {
		return "", told(err, "open direct messages with %s", user)
	}
	return ch.ID, nil
}

// Member is a user as a member of a server. The Code of the error is
// CodeUnknownMember when they are none, and CodeUnknownGuild or
// CodeMissingAccess when the bot is not there.
func (c *Client) Member(ctx context.Context, guild, user string) (*discordgo.Member, error) {
	m, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Member, error) {
		return s.GuildMember(guild, user, o)
	})
	return m, told(err, "look up member %s of server %s", user, guild)
}

// Channel is a channel, or a thread with the channel that it is in.
func (c *Client) Channel(ctx context.Context, id string) (*discordgo.Channel, error) {
	ch, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Channel, error) {
		return s.Channel(id, o)
	})
	return ch, told(err, "look up channel %s", id)
}

// whole is an answer with explicit lists where discordgo would send null, and
// with nobody to be pinged.
func whole(r *discordgo.InteractionResponse) *discordgo.InteractionResponse {
	if r.Data == nil || r.Type == discordgo.InteractionResponseModal {
		return r
	}
	data := *r.Data
	data.AllowedMentions = nobody()
	data.Components, data.Embeds = list(data.Components), list(data.Embeds)
	return &discordgo.InteractionResponse{Type: r.Type, Data: &data}
}

// nobody is the explicit empty list of whom a message may ping.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

// list is never nil, so that it is sent as [].
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
