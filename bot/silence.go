package bot

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
)

// silences are the sentences of the kinds of silence.
var silences = map[kb.Reason]string{
	kb.ReasonUnknown:         "Nothing in what I hold answers that.",
	kb.ReasonNotInText:       "The whole text is here, and it says nothing of that.",
	kb.ReasonNoSuchStatement: "There is no such statement here.",
	kb.ReasonAmbiguous:       "That could mean more than one thing. Which is it?",
	kb.ReasonEmpty:           "There is no question in that. Ask, for example: What did Syria say about Taiwan?",
}

// abstention is one sentence that says which kind of silence it is, the nearest
// questions, and a button that passes the question on.
func (b *Bot) abstention(e *Event, a kb.Answer, kept []byte) Reply {
	sentence, ok := silences[a.Reason]
	if !ok {
		sentence = silences[kb.ReasonUnknown]
	}
	r := whisper(sentence)
	if menu, ok := b.nearest(e, a.Nearest, "The nearest questions", kept); ok {
		r.Menus = []discordgo.SelectMenu{menu}
	}
	if b.Inbox != nil && a.Reason != kb.ReasonEmpty {
		r.Buttons = []discordgo.Button{b.tellButton(e, kept)}
	}
	return r
}

// tellButton passes the question on, and has the asker told when it is answered.
func (b *Bot) tellButton(e *Event, kept []byte) discordgo.Button {
	return b.button(e, "Tell me", "📨", id{action: actionTell, user: e.User, about: kept})
}

// none is the value of "none of these" in a menu; no fact has such an id.
const none = "none"

// nearest is a menu of known questions; ok is false when there are none.
func (b *Bot) nearest(e *Event, near []kb.Nearest, above string, kept []byte) (menu discordgo.SelectMenu, ok bool) {
	menu = discordgo.SelectMenu{
		MenuType: discordgo.StringSelectMenu, Placeholder: above,
		CustomID: b.signer.seal(id{action: actionNearest, user: e.User, server: e.Server, about: kept}),
	}
	for _, n := range near {
		if len(menu.Options) < optionsMost-1 {
			menu.Options = append(menu.Options, discordgo.SelectMenuOption{Label: visible(n.Question), Value: handle(n.ID)})
		}
	}
	return menu, len(menu.Options) > 0
}

// Missed is a question that was not answered, or not with what was meant.
type Missed struct {
	Server    string // whose moderators it is for; empty: whoever runs the bot
	Question  string
	Statement string    // that it was limited to; empty for all
	Reason    kb.Reason // empty when there was an answer, and it was not what was meant
	Answer    string    // the id of that answer
	Tell      string    // the user to tell when it is answered; empty: nobody
	Once      string    // the same asking has the same; it is taken once
	Counted   bool      // the asking itself is passed on too, and only Tell is new
	Quietly   bool      // nobody is told that it is kept, so it may be kept later
}

// Inbox takes questions for the moderators. It keeps no name but that of
// Missed.Tell.
type Inbox interface {
	// Pass keeps a question. An error means that it may not be kept.
	Pass(ctx context.Context, m Missed) error
}

// miss puts a question that was asked openly in a server into its inbox. What
// was asked privately goes there only if the asker says so.
func (b *Bot) miss(ctx context.Context, e *Event, q kb.Question, a kb.Answer) {
	if a.Answered || b.Inbox == nil || e.Guild == "" || a.Reason == kb.ReasonEmpty || a.Reason == kb.ReasonAmbiguous {
		return
	}
	b.pass(ctx, e, Missed{
		Server: e.Server, Question: q.Text, Statement: q.Statement, Reason: a.Reason, Once: e.ID, Quietly: true,
	})
}

func (b *Bot) pass(ctx context.Context, e *Event, m Missed) bool {
	if err := b.Inbox.Pass(ctx, m); err != nil {
		b.Log.Error("a question could not be kept for the moderators", "id", e.ID, "error", err)
		return false
	}
	return true
}
