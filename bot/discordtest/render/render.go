// Package render shows a reply as Discord does: it makes a page of HTML of what
// went over the wire, in Discord's dark or light theme, as wide as a desktop or a
// phone, and Chromium makes a picture of that. It reads nothing but the body of
// the request, so what it shows is what people see.
//
// It is for looking at replies and for README's picture, which is made anew from a
// real answer by
//
//	go test ./bot/discordtest/render -update
//
// and pictures of other answers, in all themes and widths, by
//
//	go test ./bot/discordtest/render -pictures DIR -question "What did Syria say about Taiwan?"
//
// It must never be needed for the tests to pass: without Chromium (Debian's package
// chromium) those that draw are skipped, and say so.
package render

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Reply is a reply as it went over the wire.
type Reply struct {
	Content    string      `json:"content"`
	Embeds     []Embed     `json:"embeds"`
	Components []Component `json:"components"`
	Files      []File      `json:"attachments"`
	Flags      int         `json:"flags"`
	Title      string      `json:"title"` // of a form
}

// Embed is a box below the content.
type Embed struct {
	Title       string `json:"title"`
	URL         string `json:"url"`
	Description string `json:"description"`
}

// File is what is attached.
type File struct {
	Name string `json:"filename"`
}

// Component is a row, a button, a menu, or an input of a form. Type says which; the
// numbers are Discord's (its documentation, Component Types).
type Component struct {
	Type        int         `json:"type"`
	Style       int         `json:"style"`
	Label       string      `json:"label"`
	Placeholder string      `json:"placeholder"`
	Value       string      `json:"value"`
	Required    bool        `json:"required"`
	Disabled    bool        `json:"disabled"`
	Emoji       *Emoji      `json:"emoji"`
	Options     []Option    `json:"options"`
	Components  []Component `json:"components"`
}

// Emoji is the sign before the text of a button.
type Emoji struct {
	Name string `json:"name"`
}

// Option is one of a menu.
type Option struct {
	Label   string `json:"label"`
	Default bool   `json:"default"`
}

const (
	typeRow    = 1
	typeButton = 2
	typeMenu   = 3
	typeInput  = 4

	flagEphemeral = 1 << 6
)

// errNoReply is of bodies that show nothing.
var errNoReply = errors.New("there is no message and no form in that")

// Read reads the body of a request that sends a message, edits one, or answers an
// interaction with one or with a form.
func Read(body []byte) (Reply, error) {
	var wrapped struct {
		Data *Reply `json:"data"`
		Reply
	}
	if err := json.Unmarshal(body, &wrapped); err != nil {
		return Reply{}, fmt.Errorf("read a reply: %w", err)
	}
	r := wrapped.Reply
	if wrapped.Data != nil {
		r = *wrapped.Data
	}
	if r.Content == "" && len(r.Embeds)+len(r.Components)+len(r.Files) == 0 {
		return Reply{}, errNoReply
	}
	return r, nil
}
