package gateway

import "github.com/bwmarrin/discordgo"

// discordgo's components write themselves, so that a button is written, looked
// through and copied for itself, for its row and for its message. The types here
// write the same JSON at one go.

type response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data *responseData                     `json:"data,omitempty"`
}

type responseData struct {
	*bareData
	Components []any `json:"components"`
}

type row struct {
	Components []any                   `json:"components"`
	ID         int                     `json:"id,omitempty"`
	Type       discordgo.ComponentType `json:"type"`
}

type button struct {
	*bareButton
	Type discordgo.ComponentType `json:"type"`
}

type menu struct {
	*bareMenu
	Type discordgo.ComponentType `json:"type"`
}

type (
	bareData   discordgo.InteractionResponseData
	bareButton discordgo.Button
	bareMenu   discordgo.SelectMenu
)

// bareResponse is what writes the same JSON as r.
func bareResponse(r *discordgo.InteractionResponse) response {
	if r.Data == nil {
		return response{Type: r.Type}
	}
	return response{r.Type, &responseData{(*bareData)(r.Data), bareComponents(r.Data.Components)}}
}

// bareComponents are those that answers are made of, bare, and others as they are.
func bareComponents(all []discordgo.MessageComponent) []any {
	if all == nil {
		return nil
	}
	bare := make([]any, len(all))
	for i, c := range all {
		switch c := c.(type) {
		case discordgo.ActionsRow:
			bare[i] = row{bareComponents(c.Components), c.ID, c.Type()}
		case discordgo.Button:
			if c.Style == 0 {
				c.Style = discordgo.PrimaryButton
			}
			bare[i] = button{(*bareButton)(&c), c.Type()}
		case discordgo.SelectMenu:
			bare[i] = menu{(*bareMenu)(&c), c.Type()}
		default:
			bare[i] = c
		}
	}
	return bare
}
