package member

import (
	"context"
	"encoding/hex"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// other offers the next candidates when an answer was not what was meant.
func (h *Handlers) other(ctx context.Context, e *event.Event, asked asking) reply.Reply {
	if h.Inbox != nil && e.Guild != "" && !e.Hidden && !asked.Borrowed { // it was asked openly
		m := asked.missed("none", e)
		m.Quietly = true
		h.pass(ctx, e, m)
	}
	r := reply.Whisper(e.Say("choose.which"))
	near := slices.DeleteFunc(h.Knowledge.Ask(ctx, asked.Question).Nearest, func(n kb.Nearest) bool { return n.ID == asked.Answer })
	menu, some := h.nearest(e, near, e.Say("menu.next"), e.Used.About)
	if !some {
		r = reply.Whisper(e.Say("choose.nothing-near"))
		if h.Inbox != nil && !asked.Borrowed {
			r.Buttons = []discordgo.Button{h.tellButton(e, e.Used.About)}
		}
		return r
	}
	menu.Options = append(menu.Options, discordgo.SelectMenuOption{Label: e.Say("menu.none"), Value: none})
	r.Menus = []discordgo.SelectMenu{menu}
	return r
}

// choose shows what was chosen from a menu of known questions in the place of
// that menu, or passes the question on when it was none of them.
func (h *Handlers) choose(ctx context.Context, e *event.Event) reply.Reply {
	if e.Chosen() == none {
		return h.goOn(h.noneOfThese)(ctx, e)
	}
	r := h.open(ctx, e)
	if len(r.Buttons) > 0 {
		r.Update = true
	}
	return r
}

// open shows the fact or paragraph that was chosen.
func (h *Handlers) open(ctx context.Context, e *event.Event) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(e.Say("problem.forged"))
	}
	a, ok := h.Finder.Option(e.Server, e.Chosen())
	if !ok {
		return reply.Whisper(e.Say("problem.not-any-more"))
	}
	return h.show(ctx, e, a)
}

// show is the reply with a fact or a paragraph that somebody chose.
func (h *Handlers) show(ctx context.Context, e *event.Event, a kb.Answer) reply.Reply {
	q := kb.Question{Text: a.Question, Server: e.Server}
	h.remember(ctx, e, q, a)
	return h.answered(e, q, a, e.Hidden)
}

func (h *Handlers) noneOfThese(ctx context.Context, e *event.Event, asked asking) reply.Reply {
	r := reply.Reply{Update: true}
	if h.Inbox == nil || asked.Borrowed || !h.pass(ctx, e, asked.missed("none", e)) {
		r.Blocks = reply.Say(e.Say("choose.do-not-have")).Blocks
		return r
	}
	r.Blocks = reply.Say(e.Say("choose.thanks")).Blocks
	r.Buttons = []discordgo.Button{h.tellButton(e, e.Used.About)}
	return r
}

// tell passes a question on for somebody who wants to be told.
func (h *Handlers) tell(ctx context.Context, e *event.Event, asked asking) reply.Reply {
	if h.Inbox == nil || asked.Borrowed {
		return reply.Whisper(e.Say("problem.expired"))
	}
	m := asked.missed("tell", e)
	m.Tell, m.Counted = e.User, asked.Openly
	if !h.pass(ctx, e, m) {
		return reply.Whisper(e.Say("choose.not-passed"))
	}
	return reply.Whisper(e.Say("choose.passed-on"))
}

// missed is the question for the moderators; the same way of passing it on
// again counts once.
func (a asking) missed(way string, e *event.Event) outbox.Missed {
	return outbox.Missed{
		Server: e.Server, Question: a.Question.Text, Statement: a.Question.Statement,
		Reason: a.Reason, Answer: a.Answer,
		Once: way + "-" + hex.EncodeToString(e.Used.About),
	}
}

// share shows a private answer to everybody in the channel, as it is now, once.
func (h *Handlers) share(ctx context.Context, e *event.Event, asked asking) reply.Reply {
	a, ok := h.Finder.Option(e.Server, asked.Answer)
	if !ok {
		return reply.Whisper(e.Say("problem.not-any-more"))
	}
	if !h.firstShare(ctx, e) {
		return reply.Whisper(e.Say("choose.shared-before"))
	}
	a.Note = asked.Note
	r := answering(e.Language, a)
	r.Buttons = h.Signer.LookCloser(e.Language, e.Server, event.Short(a.ID))
	if a.Kind == kb.KindFact { // the fact's question, for the words of the asker were private
		last := &r.Blocks[len(r.Blocks)-1]
		*last = reply.Join(*last, reply.Block{Shown: "-# " + e.Say("answer.question", "Question", reply.OneLine(a.Question)), Words: e.Say("answer.question", "Question", a.Question)})
	}
	return r
}
