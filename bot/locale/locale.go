// Package locale says which language a reply is in: what the person asked for in this
// conversation, or else what the settings of the server have, or else the language of
// what they wrote or of their Discord. It remembers in memory only, and must never change
// what is replied. Package bot asks it once for each event.
package locale

import (
	"cmp"
	"strings"
	"time"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/kb/catalog"
	"verbatim/kb/quote/marks"
)

// Chooser chooses languages. Its methods may be called from many goroutines.
type Chooser struct {
	setting func(server string) string // the language of a server, as BCP 47; empty: none
	asked   *event.Memory[talk, catalog.Language]
	last    *event.Memory[string, catalog.Language] // that a person wrote in
}

// talk is a person's conversation with the bot in a channel.
type talk struct{ user, channel string }

// What is remembered, and for how long: as long as kb's own memory of a conversation.
const talksMost, talkFor = 20_000, 30 * time.Minute

// New makes a Chooser that has heard nobody yet; setting may be nil.
func New(setting func(server string) string, now func() time.Time) *Chooser {
	return &Chooser{
		setting: setting,
		asked:   event.NewMemory[talk, catalog.Language](talksMost, talkFor, now),
		last:    event.NewMemory[string, catalog.Language](talksMost, talkFor, now),
	}
}

// Choose says in an event which language to reply in, and whether it asks for nothing
// else than that language.
func (c *Chooser) Choose(e *event.Event) {
	key := talk{e.User, e.Channel}
	if l, is := catalog.Requested(e.Text); is {
		c.Keep(e, l)
		e.AsksLanguage = true
		return
	}
	e.Language = c.written(e)
	if l, is := c.ofServer(e.Guild); is {
		e.Language = l
	}
	if l, is := c.asked.Get(key); is {
		c.asked.Put(key, l)
		e.Language = l
	}
}

// Keep goes on in a language that the person of an event asked for, from that event on and
// as long as the conversation lasts.
func (c *Chooser) Keep(e *event.Event, l catalog.Language) {
	c.asked.Put(talk{e.User, e.Channel}, l)
	e.Language = l
}

func (c *Chooser) ofServer(server string) (catalog.Language, bool) {
	if server == "" || c.setting == nil {
		return catalog.English, false
	}
	return catalog.Match(c.setting(server))
}

// written is the language of what a person wrote, of their Discord, or that they last
// wrote in. Discord has no Arabic, so who writes it is answered in it whatever their
// Discord says, and so are their buttons.
func (c *Chooser) written(e *event.Event) catalog.Language {
	wrote, sure := catalog.Detect(cmp.Or(spoken(e.Text), e.Options[command.OptionQuestion]))
	if sure {
		c.last.Put(e.User, wrote)
	}
	last, _ := c.last.Get(e.User)
	locale, isOurs := catalog.Match(e.Locale)
	switch {
	case e.Locale != "" && last == catalog.Arabic:
		return last
	case e.Locale != "" && isOurs:
		return locale
	case sure:
		return wrote
	}
	return cmp.Or(last, catalog.English)
}

// spoken is a message without the quotations in it, whose language is not the person's.
func spoken(message string) string {
	var b strings.Builder
	at := 0
	for _, s := range marks.Quotations(message) {
		if s.Depth == 1 && s.Start >= at {
			b.WriteString(message[at:s.Start] + " ")
			at = s.End
		}
	}
	return b.String() + message[at:]
}
