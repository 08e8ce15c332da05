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
	d := drafts.Draft{Topics: change.Split(e.Options[command.OptionTopic])}
	d.Typed.SaidBy = e.Options[command.OptionParty]
	if value := e.Options[command.OptionSource]; value != "" {
		statement, source, ok := sources.Of(h.Curator, e, value)
		if !ok {
			return reply.Whisper(e.Say("fact.no-source-add"))
		}
		h.Last.Put(e.Guild+" "+e.User, value)
		d.Statement, d.Source = statement, source.ID
	}
	return h.OpenWithSource(e, h.Drafts.Begin(e, d))
}

// OpenWithSource opens the form of a fact. Where its source is not known yet, it is the
// one that was chosen last, or the only one; otherwise it is asked for first.
func (h *Handlers) OpenWithSource(e *event.Event, d *drafts.Draft) reply.Reply {
	if last, ok := h.Last.Get(e.Guild + " " + e.User); ok && d.Source == "" {
		if statement, source, ok := sources.Of(h.Curator, e, last); ok {
			d.Statement, d.Source = statement, source.ID
		}
	}
	if d.Source != "" {
		return h.OpenForm(e, d)
	}
	var options []discordgo.SelectMenuOption
	for _, c := range sources.Suggest(h.Curator, e, "") {
		value, _ := c.Value.(string)
		options = append(options, reply.Option(c.Name, "", value))
	}
	switch len(options) {
	case 0:
		return reply.Whisper(e.Say("inbox.no-source"))
	case 1:
		if statement, source, ok := sources.Of(h.Curator, e, options[0].Value); ok {
			d.Statement, d.Source = statement, source.ID
			return h.OpenForm(e, d)
		}
	}
	r := reply.Say(e.Say("inbox.which-source"))
	if len(options) > reply.OptionsMost {
		r.Add(reply.Ours(e.Say("inbox.first-sources")))
	}
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, e.Say("menu.sources"), actionSource, options)}
	return r
}

// source opens the form after the source was chosen.
func (h *Handlers) source(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if e.Chosen() == "" {
		return change.TooOld(e)
	}
	statement, source, ok := sources.Of(h.Curator, e, e.Chosen())
	if !ok {
		return reply.Whisper(e.Say("inbox.source-gone"))
	}
	h.Last.Put(e.Guild+" "+e.User, e.Chosen())
	d.Statement, d.Source = statement, source.ID
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
