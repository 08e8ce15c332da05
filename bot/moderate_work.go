package bot

import (
	"crypto/rand"
	"encoding/binary"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
)

// A work is what a moderator is at between two steps: a form that is filled in
// or was refused, a fact that is to be removed, a file that is to be imported.
// It belongs to one person in one server, and is in memory; a form that was
// refused is in the database too.
type work struct {
	number       uint64
	user, server string

	statement string   // the statement of the fact
	source    string   // the source whose quote stands in the form
	topics    []string // of a new fact, or instead of those that it has
	typed     typing   // what stands in the form
	edited    *curate.FactAt
	draft     curate.Draft // as it was last looked at
	alike     []kb.Nearest
	waiting   []string // questions of the inbox that it answers

	refused, stored bool // it was not saved; it is in the database too

	load []*kb.Statement // to be imported
	file string
}

// typing is what stands in the form of a fact.
type typing struct{ question, answer, quote, saidBy, alsoAsked string }

// begin remembers a work of whoever an event is of.
func (b *Bot) begin(e *Event, w work) *work {
	var n [8]byte
	_, _ = rand.Read(n[:]) // never fails
	w.number, w.user, w.server = binary.BigEndian.Uint64(n[:]), e.User, e.Guild
	b.works.put(w.number, &w)
	return &w
}

// work is a copy of what the button or form of an event belongs to. What a
// handler changes in it counts when it is kept.
func (b *Bot) work(e *Event) (*work, bool) {
	if len(e.Used.about) < 8 {
		return nil, false
	}
	return b.ownWork(e, binary.BigEndian.Uint64(e.Used.about))
}

// ownWork is a copy of a work, in memory or kept, of whoever an event is of.
func (b *Bot) ownWork(e *Event, number uint64) (*work, bool) {
	w, ok := b.works.get(number)
	switch {
	case !ok:
		return b.readWork(e, number)
	case w.user != e.User || w.server != e.Guild:
		return nil, false
	}
	changed := *w
	return &changed, true
}

func (b *Bot) keepWork(w *work) { b.works.put(w.number, w) }

// about is what an id has to say of a work.
func (w *work) about() []byte { return binary.BigEndian.AppendUint64(nil, w.number) }

// workButton makes a button that goes on with a work.
func (b *Bot) workButton(e *Event, w *work, text, emoji string, act action) discordgo.Button {
	return b.button(e, text, emoji, id{action: act, user: e.User, about: w.about()})
}

// workMenu makes a menu that goes on with a work.
func (b *Bot) workMenu(e *Event, w *work, above string, act action, options []discordgo.SelectMenuOption) discordgo.SelectMenu {
	return discordgo.SelectMenu{
		MenuType: discordgo.StringSelectMenu, Placeholder: label(above, 150), Options: options[:min(len(options), optionsMost)],
		CustomID: b.signer.seal(id{action: act, user: e.User, server: e.Server, about: w.about()}),
	}
}
