package moderator

import (
	"context"
	"slices"
	"strings"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
)

// factEdit opens the form with a fact in it.
func (h *Handlers) factEdit(_ context.Context, e *event.Event, at curate.FactAt) reply.Reply {
	source := ""
	if value := e.Options[command.OptionSource]; value != "" {
		statement, s, ok := h.sourceOf(e, value)
		if !ok || statement != at.Statement.ID {
			return reply.Whisper("That source is not one of the statement that the fact is of. Choose one from the suggestions.")
		}
		source = s.ID
	}
	return h.openEdit(e, at, source, split(e.Options[command.OptionTopic]))
}

// openEdit opens the form with a fact in it. The quote is that of a source; if none
// is named, of the first that has one.
func (h *Handlers) openEdit(e *event.Event, at curate.FactAt, source string, topics []string) reply.Reply {
	i := slices.IndexFunc(at.Fact.Citations, func(c kb.Citation) bool {
		return c.Source == source || source == "" && c.Quote != ""
	})
	d := draft{statement: at.Statement.ID, source: source, edited: &at, topics: topics}
	switch {
	case i >= 0:
		d.source, d.typed.quote = at.Fact.Citations[i].Source, at.Fact.Citations[i].Quote
	case source == "":
		d.source = at.Fact.Citations[0].Source
	}
	d.typed.question, d.typed.answer, d.typed.saidBy = at.Fact.Question, at.Fact.Answer, kb.SaidBy(at.Fact)
	d.typed.alsoAsked = strings.Join(at.Fact.AlsoAsked, "\n")
	if reply.Units(d.typed.alsoAsked) > inputMost || reply.Units(d.typed.quote) > kb.MaxQuote || reply.Units(d.typed.answer) > kb.MaxAnswer ||
		reply.Units(d.typed.question) > kb.MaxQuestion {
		return reply.Whisper("This fact is longer than a form can hold. Change it in a file: `/kb export`, then `/kb import`.")
	}
	return h.openForm(e, h.begin(e, d))
}
