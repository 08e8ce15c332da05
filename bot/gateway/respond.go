package gateway

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Respond answers an interaction, for which Discord waits 3 s from when it was
// sent. A context of a handler knows since when that is. The Code of the error
// is CodeTooLate when it was too late.
//
// It is the call that people wait for, so it goes straight to the transport;
// discordgo would make a session, a bucket and a client for it.
func (c *Client) Respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) error {
	within := c.timing.AnswerWithin
	if at := Received(ctx); !at.IsZero() {
		within -= time.Since(at)
	}
	contentType, body, err := writeResponse(r)
	if err != nil {
		return told(err, "write the answer to interaction %s", i.ID)
	}
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	attempts, err := c.callBack(ctx, i, contentType, body)
	if Code(err) == CodeAnswered && attempts > 1 {
		return nil // an attempt before had come through, and its answer had not
	}
	return told(err, "answer interaction %s", i.ID)
}

// callBack posts the answer to an interaction, and tells how often that was tried.
func (c *Client) callBack(ctx context.Context, i *discordgo.Interaction, contentType string, body []byte) (attempts int, err error) {
	below := "/interactions/" + i.ID + "/" + i.Token + "/callback"
	made := call{
		method: http.MethodPost, below: below, body: body,
		header: http.Header{
			"Authorization": {"Bot " + c.token}, "Content-Type": {contentType}, "User-Agent": {userAgent},
		},
		where: route{
			name: "POST /interactions/*/*/callback", key: "POST " + below,
			interaction: true, repeatable: true, // a second one is refused
		},
	}
	response, attempts, err := c.wire.send(ctx, made)
	if err != nil || response.StatusCode < 300 {
		return attempts, err
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return attempts, err
	}
	refusal := &discordgo.RESTError{Request: response.Request, Response: response, ResponseBody: answer}
	if json.Unmarshal(answer, &refusal.Message) != nil {
		refusal.Message = nil
	}
	return attempts, refusal
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
