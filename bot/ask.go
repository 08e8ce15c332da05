package bot

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
)

// asking is a question that buttons come back to, and what came of it: thousands
// are remembered, so no more than that.
type asking struct {
	question kb.Question
	answer   string    // its id; empty when there was none
	reason   kb.Reason // why there was none
	note     string
	openly   bool // all could see the asking, so it is passed on when nothing answers it
	borrowed bool // the words are somebody else's, so nobody passes them on
}

// ask answers /ask.
func (b *Bot) ask(ctx context.Context, e *Event) Reply {
	q := kb.Question{Text: e.Options[optionQuestion], Statement: e.Options[optionStatement], Server: e.Server}
	private := b.private(e)
	q, a := b.answerTo(ctx, q)
	b.remember(ctx, e, q, a)
	if !private {
		b.miss(ctx, e, q, a)
	}
	return b.answered(e, q, a, private)
}

// answerTo answers a question. Suggestions send the id of a fact instead of a
// question; then the question that comes back is the fact's.
func (b *Bot) answerTo(ctx context.Context, q kb.Question) (kb.Question, kb.Answer) {
	start := time.Now()
	var a kb.Answer
	if found, ok := b.take(q.Server, q.Text); ok {
		q.Text, a = found.Question, found
	} else {
		a = b.recollect(ctx, q)
	}
	b.Watch.Asked(outcome(a), time.Since(start))
	b.count(q.Server, a)
	return q, a
}

// answered is the reply to a question: the answer with its buttons, or an
// abstention, which is always private.
func (b *Bot) answered(e *Event, q kb.Question, a kb.Answer, private bool) Reply {
	kept := b.keep(asking{
		openly: e.Guild != "" && !private, borrowed: e.Target != "",
		question: q, answer: a.ID, reason: a.Reason, note: a.Note,
	})
	if !a.Answered {
		return b.abstention(e, a, kept)
	}
	r := b.laidOut(q, a)
	r.Private = private
	r.Buttons = append(b.lookCloser(e, a), b.button(e, "Not my question", "↪️", id{action: actionOther, user: e.User, about: kept}))
	if private && !e.Direct {
		r.Buttons = append(r.Buttons, b.button(e, "Share", "📣", id{action: actionShare, user: e.User, about: kept}))
	}
	return r
}

// lookCloser are the buttons of an answer that everybody there may use.
func (b *Bot) lookCloser(e *Event, a kb.Answer) []discordgo.Button {
	about := short(a.ID)
	return []discordgo.Button{
		b.button(e, "Context", "📖", id{action: actionContext, about: about}),
		b.button(e, "Cite", "📑", id{action: actionCite, about: about}),
	}
}

// keep remembers a question, and returns the number that stands for it.
func (b *Bot) keep(a asking) []byte {
	var n [8]byte
	_, _ = rand.Read(n[:]) // never fails
	b.asked.put(binary.BigEndian.Uint64(n[:]), a)
	return n[:]
}

// kept is the question that a component belongs to.
func (b *Bot) kept(e *Event) (asking, bool) {
	if len(e.Used.about) < 8 {
		return asking{}, false
	}
	return b.asked.get(binary.BigEndian.Uint64(e.Used.about))
}

// button makes a button; its id is for the server whose facts count here.
func (b *Bot) button(e *Event, text, emoji string, i id) discordgo.Button {
	i.server = e.Server
	return discordgo.Button{
		Label: text, Emoji: &discordgo.ComponentEmoji{Name: emoji}, Style: discordgo.SecondaryButton,
		CustomID: b.signer.seal(i),
	}
}
