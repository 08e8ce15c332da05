package gateway

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/gateway/fields"
)

// Respond answers an interaction, for which Discord waits 3 s from when it was
// sent. A context of a handler knows since when that is. The Code of the error
// is CodeTooLate when it was too late.
//
// It is the call that people wait for, so it goes straight to the transport;
// discordgo would make a session, a bucket and a client for it.
func (c *Client) Respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) error {
	_, err := c.respond(ctx, i, r, "/callback")
	return err
}

// Answer responds, and gives the id and the channel of the message that comes of it; nil
// where Discord does not tell, which then is to be asked for the Original.
func (c *Client) Answer(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) (*discordgo.Message, error) {
	told, err := c.respond(ctx, i, r, "/callback?with_response=true")
	if err != nil {
		return nil, err
	}
	return madeOf(told), nil
}

// madeOf is the message that an answer to a callback tells of, or nil.
func madeOf(told []byte) *discordgo.Message {
	made := fields.Of(fields.Of(told, "resource"), "message")
	id, errID := fields.Text(fields.Of(made, "id"))
	channel, errChannel := fields.Text(fields.Of(made, "channel_id"))
	if errID != nil || errChannel != nil {
		return nil
	}
	return &discordgo.Message{ID: id, ChannelID: channel}
}

// respond answers at a place below the interaction, and gives what Discord says to that.
func (c *Client) respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse, at string) (said []byte, err error) {
	within := c.timing.AnswerWithin
	if at := Received(ctx); !at.IsZero() {
		within -= time.Since(at)
	}
	contentType, body, err := writeResponse(r)
	if err != nil {
		return nil, told(err, "write the answer to interaction %s", i.ID)
	}
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	below := "/interactions/" + i.ID + "/" + i.Token
	said, attempts, err := c.callBack(ctx, call{
		method: http.MethodPost, below: below + at, body: body,
		header: http.Header{
			"Authorization": {"Bot " + c.token}, "Content-Type": {contentType}, "User-Agent": {userAgent},
		},
		where: route{
			name: "POST /interactions/*/*/callback", key: "POST " + below + "/callback",
			interaction: true, repeatable: true, // a second one is refused
		},
	})
	if Code(err) == CodeAnswered && attempts > 1 {
		return nil, nil // an attempt before had come through, and its answer had not
	}
	return said, told(err, "answer interaction %s", i.ID)
}

// callBack posts the answer to an interaction, and tells how often that was tried.
func (c *Client) callBack(ctx context.Context, made call) (said []byte, attempts int, err error) {
	response, attempts, err := c.wire.send(ctx, made)
	if err != nil {
		return nil, attempts, err
	}
	said, err = io.ReadAll(response.Body)
	if err != nil || response.StatusCode < 300 {
		return said, attempts, err
	}
	refusal := &discordgo.RESTError{Request: response.Request, Response: response, ResponseBody: said}
	if json.Unmarshal(said, &refusal.Message) != nil {
		refusal.Message = nil
	}
	return nil, attempts, refusal
}

// writeResponse writes an answer: with its files, without pings, and with
// explicit lists where discordgo would send null, or nothing for no suggestions,
// which Discord does not take.
func writeResponse(r *discordgo.InteractionResponse) (contentType string, body []byte, err error) {
	if r.Type == discordgo.InteractionApplicationCommandAutocompleteResult {
		choices := []*discordgo.ApplicationCommandOptionChoice{}
		if r.Data != nil && r.Data.Choices != nil {
			choices = r.Data.Choices
		}
		body, err = json.Marshal(map[string]any{"type": r.Type, "data": map[string]any{"choices": choices}})
		return "application/json", body, err
	}
	sent := bareResponse(whole(r))
	if r.Data != nil && len(r.Data.Files) > 0 {
		return discordgo.MultipartBodyWithJSON(sent, r.Data.Files)
	}
	body, err = json.Marshal(sent)
	return "application/json", body, err
}
