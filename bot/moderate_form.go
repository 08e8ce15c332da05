package bot

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/store"
)

// The inputs of the form of a fact.
const (
	inputQuestion  = "question"
	inputAnswer    = "answer"
	inputQuote     = "quote"
	inputSaidBy    = "said-by"
	inputAlsoAsked = "also-asked"

	inputMost       = 4000
	placeholderMost = 100
	formTitleMost   = 45
)

// openForm opens the form of a fact with what is typed so far.
func (b *Bot) openForm(e *Event, w *work) Reply {
	b.keepWork(w)
	title := "Add a fact"
	if w.edited != nil {
		title = "Edit a fact"
	}
	parties := kb.BothSides
	if s, ok := b.Curator.Outline(e.Guild, w.statement); ok {
		parties = strings.Join(append(slices.Clone(s.Parties), kb.BothSides), ", ")
	}
	input := func(name, text, hint, value string, most int, style discordgo.TextInputStyle, required bool) discordgo.MessageComponent {
		return discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.TextInput{
			CustomID: name, Label: text, Placeholder: label(hint, placeholderMost), Value: start(value, most),
			MaxLength: most, Style: style, Required: required,
		}}}
	}
	return Reply{Form: &discordgo.InteractionResponseData{
		CustomID: b.signer.seal(id{action: actionFactForm, user: e.User, server: e.Server, about: w.about()}),
		Title:    label(title+" · "+w.source, formTitleMost),
		Components: []discordgo.MessageComponent{
			input(inputQuestion, "Question", "As people ask it.", w.typed.question, kb.MaxQuestion, discordgo.TextInputShort, true),
			input(inputAnswer, "Answer", "In your words, short.", w.typed.answer, kb.MaxAnswer, discordgo.TextInputParagraph, true),
			input(inputQuote, "Quote", "Word for word, as it stands in the source; or nothing.", w.typed.quote, kb.MaxQuote, discordgo.TextInputParagraph, false),
			input(inputSaidBy, "Said by", parties, w.typed.saidBy, 200, discordgo.TextInputShort, false),
			input(inputAlsoAsked, "Also asked", "Other ways to ask it, one a line.", w.typed.alsoAsked, inputMost, discordgo.TextInputParagraph, false),
		},
	}}
}

// start is a text as far as an input takes it, in UTF-16 units.
func start(s string, most int) string {
	if units(s) <= most {
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
func (b *Bot) factForm(ctx context.Context, e *Event) Reply {
	w, ok := b.work(e)
	typed := typing{
		e.Form[inputQuestion], e.Form[inputAnswer], e.Form[inputQuote], e.Form[inputSaidBy], e.Form[inputAlsoAsked],
	}
	if !ok || w.statement == "" {
		r := whisper(workExpired + " What you typed is in the file below.")
		r.Files = []*discordgo.File{typed.file()}
		return r
	}
	w.typed = typed
	b.keepWork(w)
	return b.save(ctx, e, w, false)
}

// file keeps what was typed, where nothing else does.
func (t typing) file() *discordgo.File {
	var all []string
	for _, part := range [][2]string{
		{"Question", t.question}, {"Answer", t.answer}, {"Quote", t.quote}, {"Said by", t.saidBy}, {"Also asked", t.alsoAsked},
	} {
		all = append(all, part[0]+":\n"+part[1])
	}
	return textFile("typed.txt", strings.Join(all, "\n\n"))
}

func textFile(name, content string) *discordgo.File {
	return &discordgo.File{Name: name, ContentType: "text/plain; charset=utf-8", Reader: strings.NewReader(content)}
}

// save saves what was typed, or says why not and keeps it.
func (b *Bot) save(ctx context.Context, e *Event, w *work, anyway bool) Reply {
	d, err := b.draftOf(e, w)
	if err == nil {
		d.Anyway, w.draft = anyway, d
		var saved curate.Saved
		if saved, err = b.Curator.Save(ctx, hand(e), d); err == nil {
			return b.saved(ctx, e, w, saved)
		}
	}
	var review *curate.Review
	var overtaken *curate.EditConflict
	switch {
	case errors.As(err, &review):
		return b.reviewed(ctx, e, w, review)
	case errors.As(err, &overtaken):
		return b.overtaken(ctx, e, w, overtaken)
	}
	return b.notSaved(ctx, e, w, err)
}

// draftOf makes a draft of what was typed.
func (b *Bot) draftOf(e *Event, w *work) (curate.Draft, error) {
	party, speaker, err := b.Curator.ReadSaidBy(e.Guild, w.statement, w.typed.saidBy)
	if err != nil {
		return curate.Draft{}, err
	}
	d := curate.Draft{Statement: w.statement, Answers: w.waiting}
	if w.edited != nil {
		d.Fact, d.Seen = w.edited.Fact, w.edited.Seen
	}
	d.Fact.Question, d.Fact.Answer = w.typed.question, w.typed.answer
	d.Fact.Party, d.Fact.Speaker = party, speaker
	d.Fact.AlsoAsked = strings.Split(w.typed.alsoAsked, "\n")
	if w.topics != nil {
		d.Fact.Topics = w.topics
	}
	d.Fact.Citations = quoting(d.Fact.Citations, w.source, w.typed.quote)
	return d, nil
}

// quoting puts a quote in the place of the one that citations have of a source.
func quoting(citations []kb.Citation, source, quote string) []kb.Citation {
	citations = slices.Clone(citations)
	for i := range citations {
		c := &citations[i]
		if c.Source != source {
			continue
		}
		if c.Quote != quote {
			c.Quote, c.At = quote, nil
		}
		return citations
	}
	return append(citations, kb.Citation{Source: source, Quote: quote})
}

// notSaved says that nothing was saved, and keeps what was typed.
func (b *Bot) notSaved(ctx context.Context, e *Event, w *work, err error) Reply {
	r := whisper(b.whyNot(e, err))
	b.keepTyped(ctx, w, &r)
	r.Buttons = []discordgo.Button{b.workButton(e, w, "Edit again", "✏️", actionEditAgain)}
	var stored *store.Error
	if errors.As(err, &stored) {
		r.Buttons = append(r.Buttons, b.workButton(e, w, "Try again", "🔁", actionTryAgain))
	}
	return r
}

// whyNot is the sentence for something that was not saved.
func (b *Bot) whyNot(e *Event, err error) string {
	var refusal *kb.Refusal
	var stored *store.Error
	switch {
	case errors.As(err, &refusal):
		return plain(refusal.Error())
	case errors.Is(err, kb.ErrNotHeld):
		return "That is not here any more. Look with a list what is."
	case errors.As(err, &stored) && stored.Code == store.CodeInvalid:
		return "**It was not saved:** " + plain(stored.Sentence)
	case errors.As(err, &stored):
		b.Log.Error("a moderator's change could not be saved", "id", e.ID, "error", err)
		return couldNot[stored.Code] + "**It could not be saved.** " + "Questions are answered all the same. Tell whoever runs this bot, and try again."
	}
	b.Log.Error("a moderator's change failed", "id", e.ID, "error", err)
	return "**It could not be saved.** Something went wrong here, and it was noted. Please try again."
}

// couldNot says what a moderator can make of an error of the store; its own
// sentences are for whoever runs the bot.
var couldNot = map[store.Code]string{
	store.CodeFull:     "The disk of the database is full. ",
	store.CodeReadOnly: "The database cannot be written just now. ",
	store.CodeBusy:     "The database is in use by another program. ",
	store.CodeVanished: "The database is not in its place any more. ",
	store.CodeUnknown:  "Whether it was saved is not known; look with `/fact show` before you try again. ",
	store.CodeConflict: "Somebody else changed this first. ",
}
