package gateway

import (
	"context"

	"github.com/bwmarrin/discordgo"
)

// Original is the message that an interaction was answered with, within 15
// minutes, for where the answer itself has not told its id.
func (c *Client) Original(ctx context.Context, i *discordgo.Interaction) (*discordgo.Message, error) {
	m, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Message, error) {
		return s.InteractionResponse(i, o)
	})
	return m, told(err, "look up the answer to interaction %s", i.ID)
}
