package event

import (
	"crypto/rand"
	"encoding/binary"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/reply"
	"verbatim/kb/catalog"
)

// Button makes a button; its id is for the server whose facts count here.
func (s Signer) Button(e *Event, text, emoji string, i ID) discordgo.Button {
	i.Server = e.Server
	return discordgo.Button{
		Label: text, Emoji: &discordgo.ComponentEmoji{Name: emoji}, Style: discordgo.SecondaryButton,
		CustomID: s.Seal(i),
	}
}

// LookCloser are the buttons of an answer that everybody there may use: what
// stands around its words, and how to cite them.
func (s Signer) LookCloser(l catalog.Language, server string, about []byte) []discordgo.Button {
	e := &Event{Server: server}
	return []discordgo.Button{
		s.Button(e, l.Say("button.context"), "📖", ID{Action: Context, About: about}),
		s.Button(e, l.Say("button.cite"), "📑", ID{Action: Cite, About: about}),
	}
}

// Menu makes a menu; its id is for the server whose facts count here. It shows
// no more options than Discord takes.
func (s Signer) Menu(e *Event, above string, i ID, options []discordgo.SelectMenuOption) discordgo.SelectMenu {
	i.Server = e.Server
	return discordgo.SelectMenu{
		MenuType: discordgo.StringSelectMenu, Placeholder: reply.Label(above, placeholderMost),
		Options: options[:min(len(options), reply.OptionsMost)], CustomID: s.Seal(i),
	}
}

// placeholderMost is how long the text above a menu may be, in UTF-16 units.
const placeholderMost = 150

// NewNumber is a number for what an id is about that lies in memory. Nobody can
// guess it. Those of one time begin alike, so that a database which keeps them writes
// them side by side.
func NewNumber() (n uint64, about []byte) {
	about = make([]byte, 8)
	binary.BigEndian.PutUint32(about, uint32(time.Now().UnixMilli()>>numberTime)<<8)
	_, _ = rand.Read(about[3:]) // never fails
	return binary.BigEndian.Uint64(about), about
}

// numberTime are the bits of a time in milliseconds that no number has: what is left in
// three bytes comes again after twelve days.
const numberTime = 6

// Number is what an id is about, as a number; ok is false when it is about
// something else.
func (i ID) Number() (n uint64, ok bool) {
	if len(i.About) < 8 {
		return 0, false
	}
	return binary.BigEndian.Uint64(i.About), true
}
