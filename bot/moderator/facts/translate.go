package facts

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/curate"
)

// Discord gives a form five inputs, which that of a fact has already. So an answer in
// another language has a form of its own, one language at a time.

// translate opens the form for the answer of a fact in a language.
func (h *Handlers) translate(_ context.Context, e *event.Event, at curate.FactAt) reply.Reply {
	l, is := catalog.Match(e.Options[command.OptionLanguage])
	if !is {
		return reply.Whisper(e.Say("problem.unknown"))
	}
	d := h.Drafts.Begin(e, drafts.Draft{Edited: &at, Language: string(l), Typed: drafts.Typed{Answer: at.Fact.Answers[string(l)]}})
	return h.openTranslation(e, d)
}

// openTranslation opens that form with what is typed so far.
func (h *Handlers) openTranslation(e *event.Event, d *drafts.Draft) reply.Reply {
	h.Drafts.Put(d)
	label := e.Say("fact.answer-in", "Language", catalog.Language(d.Language).Name())
	return reply.Reply{Form: &discordgo.InteractionResponseData{
		CustomID: h.Signer.Seal(event.ID{Action: actionTranslation, User: e.User, Server: e.Server, About: d.About()}),
		Title:    reply.Label(e.Say("fact.answer-in-title"), formTitleMost),
		Components: []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{
			CustomID: inputAnswer, Label: reply.Label(label, formTitleMost), Placeholder: reply.Label(e.Say("fact.answer-in-hint"), hintMost),
			Value: start(d.Typed.Answer, kb.MaxAnswer), MaxLength: kb.MaxAnswer, Style: discordgo.TextInputParagraph,
		}}}},
	}}
}

// takeTranslation takes that form: it is saved as any change of a fact is, with its lint
// and history; an empty one takes the answer in that language away.
func (h *Handlers) takeTranslation(ctx context.Context, e *event.Event) reply.Reply {
	d, ok := h.Drafts.Of(e)
	typed := drafts.Typed{Answer: e.Form[inputAnswer]}
	if !ok || d.Edited == nil || d.Language == "" {
		r := reply.Whisper(e.Language.Join(e.Say("problem.too-old"), e.Say("fact.typed")))
		r.Files = []*discordgo.File{typed.File(e)}
		return r
	}
	d.Typed = typed
	f := d.Edited.Fact
	f.Answers = maps.Clone(f.Answers)
	if f.Answers == nil {
		f.Answers = map[string]string{}
	}
	if f.Answers[d.Language] = strings.TrimSpace(typed.Answer); f.Answers[d.Language] == "" {
		delete(f.Answers, d.Language)
	}
	saved, err := h.Curator.Save(ctx, change.Editor(e), curate.Draft{Statement: d.Edited.Statement.ID, Fact: f, Seen: d.Edited.Seen, Anyway: true})
	if err != nil {
		r := h.notTranslated(e, err)
		r.Files = []*discordgo.File{typed.File(e)} // nothing that was typed is lost
		return r
	}
	h.Outbox.CorrectSoon()
	h.Drafts.End(ctx, d)
	r := reply.Say(e.Say("fact.saved"))
	r.Add(h.Known(e, saved.ID)...)
	r.Add(answersOf(e, f)...)
	r.Buttons = h.factButtons(e, saved.ID)
	return r
}

// notTranslated says why an answer in another language was not saved: it is looked at with
// the whole fact, so a quote that stands in its source no more speaks against it too.
func (h *Handlers) notTranslated(e *event.Event, err error) reply.Reply {
	var review *curate.Review
	if errors.As(err, &review) {
		return reply.Reply{Private: true, Blocks: h.whyReviewed(e, review)}
	}
	return change.Failed(h.Log, e, err)
}

// answersOf shows the answers of a fact in other languages.
func answersOf(e *event.Event, f kb.Fact) []reply.Block {
	if len(f.Answers) == 0 {
		return nil
	}
	b := reply.Ours(e.Say("fact.answers"))
	for _, tag := range slices.Sorted(maps.Keys(f.Answers)) {
		b = reply.Join(b, reply.Block{Shown: "- " + reply.OneLine(tag) + ": " + reply.OneLine(f.Answers[tag]), Words: "- " + tag + ": " + f.Answers[tag]})
	}
	return []reply.Block{b}
}
