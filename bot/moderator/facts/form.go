package facts

import (
	"context"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// The inputs of the form of a fact.
const (
	inputQuestion  = "question"
	inputAnswer    = "answer"
	inputQuote     = "quote"
	inputSaidBy    = "said-by"
	inputAlsoAsked = "also-asked"

	inputMost     = 4000
	hintMost      = 100
	formTitleMost = 45
)

// add opens the form for a new fact.
func (h *Handlers) add(_ context.Context, e *event.Event) reply.Reply {
	statement, source, ok := sources.Of(h.Curator, e, e.Options[command.OptionSource])
	if !ok {
		return reply.Whisper(e.Say("fact.no-source-add"))
	}
	d := h.Drafts.Begin(e, drafts.Draft{Statement: statement, Source: source.ID, Topics: change.Split(e.Options[command.OptionTopic])})
	d.Typed.SaidBy = e.Options[command.OptionParty]
	return h.OpenForm(e, d)
}

// OpenForm opens the form of a fact with what is typed so far.
func (h *Handlers) OpenForm(e *event.Event, d *drafts.Draft) reply.Reply {
	h.Drafts.Put(d)
	title := "fact.add"
	if d.Edited != nil {
		title = "fact.edit"
	}
	parties := e.Say("answer.both-sides")
	if s, ok := h.Curator.Outline(e.Guild, d.Statement); ok {
		parties = e.Language.List(append(slices.Clone(s.Parties), parties)...)
	}
	input := func(name, text, hint, value string, most int, style discordgo.TextInputStyle, required bool) discordgo.MessageComponent {
		return discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{
			CustomID: name, Label: e.Say(text), Placeholder: reply.Label(hint, hintMost), Value: start(value, most),
			MaxLength: most, Style: style, Required: required,
		}}}
	}
	return reply.Reply{Form: &discordgo.InteractionResponseData{
		CustomID: h.Signer.Seal(event.ID{Action: actionForm, User: e.User, Server: e.Server, About: d.About()}),
		Title:    reply.Label(e.Say(title)+" · "+d.Source, formTitleMost),
		Components: []discordgo.MessageComponent{
			input(inputQuestion, "fact.question", e.Say("fact.question-hint"), d.Typed.Question, kb.MaxQuestion, discordgo.TextInputShort, true),
			input(inputAnswer, "fact.answer", e.Say("fact.answer-hint"), d.Typed.Answer, kb.MaxAnswer, discordgo.TextInputParagraph, true),
			input(inputQuote, "fact.quote", e.Say("fact.quote-hint"), d.Typed.Quote, kb.MaxQuote, discordgo.TextInputParagraph, false),
			input(inputSaidBy, "fact.said-by", parties, d.Typed.SaidBy, 200, discordgo.TextInputShort, false),
			input(inputAlsoAsked, "fact.also-asked", e.Say("fact.also-asked-hint"), d.Typed.AlsoAsked, inputMost, discordgo.TextInputParagraph, false),
		},
	}}
}

// start is a text as far as an input takes it, in UTF-16 units.
func start(s string, most int) string {
	if reply.Units(s) <= most {
		return s
	}
	n := 0
	for i, r := range s {
		if r > 0xFFFF {
			n++
		}
		if n++; n > most {
			return s[:i]
		}
	}
	return s
}

// takeForm takes a form that was filled in.
func (h *Handlers) takeForm(ctx context.Context, e *event.Event) reply.Reply {
	d, ok := h.Drafts.Of(e)
	typed := drafts.Typed{
		Question: e.Form[inputQuestion], Answer: e.Form[inputAnswer], Quote: e.Form[inputQuote],
		SaidBy: e.Form[inputSaidBy], AlsoAsked: e.Form[inputAlsoAsked],
	}
	if !ok || d.Statement == "" {
		r := reply.Whisper(e.Language.Join(e.Say("problem.too-old"), e.Say("fact.typed")))
		r.Files = []*discordgo.File{typed.File(e)}
		return r
	}
	d.Typed = typed
	h.Drafts.Put(d)
	return h.save(ctx, e, d, false)
}
