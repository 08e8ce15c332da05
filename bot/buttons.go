package bot

import (
	"context"
	"encoding/hex"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
)

// What people read instead of an answer that a button was for.
const (
	notAnyMore = "That is not here any more. Ask again with /ask."
	passedOn   = "Your question is with the moderators now. You get a direct message when it is answered."
	notPassed  = "Your question could not be saved just now. Please try again in a moment."
	thanks     = "Then I do not have it. It is passed on to the moderators."
	doNotHave  = "Then I do not have it. Try other words, or look around with /statements."
)

// other offers the next candidates when an answer was not what was meant.
func (b *Bot) other(ctx context.Context, e *Event) Reply {
	asked, ok := b.kept(e)
	if !ok {
		return whisper(expired)
	}
	if b.Inbox != nil && e.Guild != "" && !e.Hidden && !asked.borrowed { // it was asked openly
		m := asked.missed("none", e)
		m.Quietly = true
		b.pass(ctx, e, m)
	}
	r := whisper("Which of these did you mean?")
	near := slices.DeleteFunc(b.recollect(ctx, asked.question).Nearest, func(n kb.Nearest) bool { return n.ID == asked.answer })
	menu, some := b.nearest(e, near, "The next candidates", e.Used.about)
	if !some {
		r = whisper("Nothing else here comes near. Try other words, or look around with /statements.")
		if b.Inbox != nil && !asked.borrowed {
			r.Buttons = []discordgo.Button{b.tellButton(e, e.Used.about)}
		}
		return r
	}
	menu.Options = append(menu.Options, discordgo.SelectMenuOption{Label: "None of these", Value: none})
	r.Menus = []discordgo.SelectMenu{menu}
	return r
}

// choose shows what was chosen from a menu of known questions in the place of
// that menu, or passes the question on when it was none of them.
func (b *Bot) choose(ctx context.Context, e *Event) Reply {
	if len(e.Values) == 1 && e.Values[0] == none {
		return b.noneOfThese(ctx, e)
	}
	r := b.open(ctx, e)
	if len(r.Buttons) > 0 {
		r.Update = true
	}
	return r
}

// open shows the fact or paragraph that was chosen.
func (b *Bot) open(ctx context.Context, e *Event) Reply {
	if len(e.Values) != 1 {
		return whisper(forged)
	}
	a, ok := b.take(e.Server, e.Values[0])
	if !ok {
		return whisper(notAnyMore)
	}
	q := kb.Question{Text: a.Question, Server: e.Server}
	b.remember(ctx, e, q, a)
	return b.answered(e, q, a, e.Hidden)
}

func (b *Bot) noneOfThese(ctx context.Context, e *Event) Reply {
	asked, ok := b.kept(e)
	if !ok {
		return whisper(expired)
	}
	r := Reply{Update: true}
	if b.Inbox == nil || asked.borrowed || !b.pass(ctx, e, asked.missed("none", e)) {
		r.Blocks = say(doNotHave).Blocks
		return r
	}
	r.Blocks = say(thanks).Blocks
	r.Buttons = []discordgo.Button{b.tellButton(e, e.Used.about)}
	return r
}

// tell passes a question on for somebody who wants to be told.
func (b *Bot) tell(ctx context.Context, e *Event) Reply {
	asked, ok := b.kept(e)
	if !ok || b.Inbox == nil || asked.borrowed {
		return whisper(expired)
	}
	m := asked.missed("tell", e)
	m.Tell, m.Counted = e.User, asked.openly
	if !b.pass(ctx, e, m) {
		return whisper(notPassed)
	}
	return whisper(passedOn)
}

// missed is the question for the moderators; the same way of passing it on
// again counts once.
func (a asking) missed(way string, e *Event) Missed {
	return Missed{
		Server: e.Server, Question: a.question.Text, Statement: a.question.Statement,
		Reason: a.reason, Answer: a.answer,
		Once: way + "-" + hex.EncodeToString(e.Used.about),
	}
}

// share shows a private answer to everybody in the channel, as it is now.
func (b *Bot) share(_ context.Context, e *Event) Reply {
	asked, ok := b.kept(e)
	if !ok {
		return whisper(expired)
	}
	a, ok := b.take(e.Server, asked.answer)
	if !ok {
		return whisper(notAnyMore)
	}
	a.Note = asked.note
	r := answering(a)
	r.Buttons = b.lookCloser(e, a)
	if a.Kind == kb.KindFact { // the fact's question, for the words of the asker were private
		last := &r.Blocks[len(r.Blocks)-1]
		*last = join(*last, Block{"-# Question: " + oneLine(a.Question), "Question: " + a.Question})
	}
	return r
}
