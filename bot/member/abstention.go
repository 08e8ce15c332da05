package member

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
	kbtalk "verbatim/kb/talk"
	"verbatim/kb/wording"
)

// abstention is one sentence that says which kind of silence it is, the places that
// speak of what is asked about, the nearest questions, and a button that passes the question on.
func (h *Handlers) abstention(e *event.Event, a kb.Answer, number []byte) reply.Reply {
	r := reply.Whisper(wording.Abstention(e.Language, a))
	r.Add(reply.Mentions(a)...)
	if menu, ok := h.nearest(e, a.Nearest, e.Say("menu.nearest"), number); ok {
		r.Menus = []discordgo.SelectMenu{menu}
	}
	if h.Inbox != nil && a.Reason != kb.ReasonEmpty {
		r.Buttons = []discordgo.Button{h.tellButton(e, number)}
	}
	return r
}

// smallTalk is what is said to somebody who asked nothing of a statement, with questions to
// choose from.
func (h *Handlers) smallTalk(e *event.Event, a kb.Answer, private bool, number []byte) reply.Reply {
	said := reply.Plain(a.Text)
	if key := kbtalk.Sentences[a.Kind]; key != "" && a.Wants == "" {
		said = e.Say(key)
	}
	r := reply.Say(said)
	r.Private = private
	r.Add(reply.Mentions(a)...)
	if menu, ok := h.nearest(e, a.Nearest, e.Say("menu.for-example"), number); ok {
		r.Menus = []discordgo.SelectMenu{menu}
	}
	return r
}

// tellButton passes the question on, and has the asker told when it is answered.
func (h *Handlers) tellButton(e *event.Event, number []byte) discordgo.Button {
	return h.Signer.Button(e, e.Say("button.tell-me"), "📨", event.ID{Action: actionTell, User: e.User, About: number})
}

// none is the value of "none of these" in a menu; no fact has such an id.
const none = "none"

// nearest is a menu of known questions; ok is false when there are none.
func (h *Handlers) nearest(e *event.Event, near []kb.Nearest, above string, number []byte) (menu discordgo.SelectMenu, ok bool) {
	var options []discordgo.SelectMenuOption
	for _, n := range near {
		if len(options) < reply.OptionsMost-1 {
			options = append(options, discordgo.SelectMenuOption{Label: reply.Visible(n.Question), Value: event.OptionID(n.ID)})
		}
	}
	return h.Signer.Menu(e, above, event.ID{Action: actionNearest, User: e.User, About: number}, options), len(options) > 0
}

// miss puts a question that was asked openly in a server into its inbox. What
// was asked privately goes there only if the asker says so.
func (h *Handlers) miss(ctx context.Context, e *event.Event, q kb.Question, a kb.Answer) {
	if a.Answered || h.Inbox == nil || e.Guild == "" || a.Reason == kb.ReasonEmpty || a.Reason == kb.ReasonAmbiguous {
		return
	}
	h.pass(ctx, e, outbox.Missed{
		Server: e.Server, Question: q.Text, Statement: q.Statement, Reason: a.Reason, Once: e.ID, Quietly: true,
	})
}

func (h *Handlers) pass(ctx context.Context, e *event.Event, m outbox.Missed) bool {
	if err := h.Inbox.Pass(ctx, m); err != nil {
		h.Log.Error("a question could not be kept for the moderators", "id", e.ID, "error", err)
		return false
	}
	return true
}
