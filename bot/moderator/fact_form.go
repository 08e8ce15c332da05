package moderator

import (
	"context"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
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

// factAdd opens the form for a new fact.
func (h *Handlers) factAdd(_ context.Context, e *event.Event) reply.Reply {
	statement, source, ok := h.sourceOf(e, e.Options[command.OptionSource])
	if !ok {
		return reply.Whisper("There is no such source here. Choose one from the suggestions, or add it with `/source add`.")
	}
	d := h.begin(e, draft{statement: statement, source: source.ID, topics: split(e.Options[command.OptionTopic])})
	d.typed.saidBy = e.Options[command.OptionParty]
	return h.openForm(e, d)
}

// openForm opens the form of a fact with what is typed so far.
func (h *Handlers) openForm(e *event.Event, d *draft) reply.Reply {
	h.putDraft(d)
	title := "Add a fact"
	if d.edited != nil {
		title = "Edit a fact"
	}
	parties := kb.BothSides
	if s, ok := h.Curator.Outline(e.Guild, d.statement); ok {
		parties = strings.Join(append(slices.Clone(s.Parties), kb.BothSides), ", ")
	}
	input := func(name, text, hint, value string, most int, style discordgo.TextInputStyle, required bool) discordgo.MessageComponent {
		return discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{
			CustomID: name, Label: text, Placeholder: reply.Label(hint, hintMost), Value: start(value, most),
			MaxLength: most, Style: style, Required: required,
		}}}
	}
	return reply.Reply{Form: &discordgo.InteractionResponseData{
		CustomID: h.Signer.Seal(event.ID{Action: actionFactForm, User: e.User, Server: e.Server, About: d.about()}),
		Title:    reply.Label(title+" · "+d.source, formTitleMost),
		Components: []discordgo.MessageComponent{
			input(inputQuestion, "Question", "As people ask it.", d.typed.question, kb.MaxQuestion, discordgo.TextInputShort, true),
			input(inputAnswer, "Answer", "In your words, short.", d.typed.answer, kb.MaxAnswer, discordgo.TextInputParagraph, true),
			input(inputQuote, "Quote", "Word for word, as it stands in the source; or nothing.", d.typed.quote, kb.MaxQuote, discordgo.TextInputParagraph, false),
			input(inputSaidBy, "Said by", parties, d.typed.saidBy, 200, discordgo.TextInputShort, false),
			input(inputAlsoAsked, "Also asked", "Other ways to ask it, one a line.", d.typed.alsoAsked, inputMost, discordgo.TextInputParagraph, false),
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

// factForm takes a form that was filled in.
func (h *Handlers) factForm(ctx context.Context, e *event.Event) reply.Reply {
	d, ok := h.draftOf(e)
	typed := typing{
		e.Form[inputQuestion], e.Form[inputAnswer], e.Form[inputQuote], e.Form[inputSaidBy], e.Form[inputAlsoAsked],
	}
	if !ok || d.statement == "" {
		r := reply.Whisper(draftExpired + " What you typed is in the file below.")
		r.Files = []*discordgo.File{typed.file()}
		return r
	}
	d.typed = typed
	h.putDraft(d)
	return h.save(ctx, e, d, false)
}

// file keeps what was typed, where nothing else does.
func (t typing) file() *discordgo.File {
	var all []string
	for _, part := range [][2]string{
		{"Question", t.question}, {"Answer", t.answer}, {"Quote", t.quote}, {"Said by", t.saidBy}, {"Also asked", t.alsoAsked},
	} {
		all = append(all, part[0]+":\n"+part[1])
	}
	return reply.TextFile("typed.txt", strings.Join(all, "\n\n"))
}
