package facts

import (
	"context"
	"slices"
	"strings"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
)

// edit opens the form with a fact in it.
func (h *Handlers) edit(_ context.Context, e *event.Event, at curate.FactAt) reply.Reply {
	source := ""
	if value := e.Options[command.OptionSource]; value != "" {
		statement, s, ok := sources.Of(h.Curator, e, value)
		if !ok || statement != at.Statement.ID {
			return reply.Whisper(e.Say("fact.another-statement"))
		}
		source = s.ID
	}
	return h.openEdit(e, at, source, change.Split(e.Options[command.OptionTopic]))
}

// openEdit opens the form with a fact in it. The quote is that of a source; if none
// is named, of the first that has one.
func (h *Handlers) openEdit(e *event.Event, at curate.FactAt, source string, topics []string) reply.Reply {
	i := slices.IndexFunc(at.Fact.Citations, func(c kb.Citation) bool {
		return c.Source == source || source == "" && c.Quote != ""
	})
	d := drafts.Draft{Statement: at.Statement.ID, Source: source, Edited: &at, Topics: topics}
	switch {
	case i >= 0:
		d.Source, d.Citation, d.Typed.Quote = at.Fact.Citations[i].Source, i, at.Fact.Citations[i].Quote
	case source == "":
		d.Source = at.Fact.Citations[0].Source
	}
	d.Typed.Question, d.Typed.Answer, d.Typed.SaidBy = at.Fact.Question, at.Fact.Answer, kb.SaidBy(at.Fact)
	d.Typed.AlsoAsked = strings.Join(at.Fact.AlsoAsked, "\n")
	if reply.Units(d.Typed.AlsoAsked) > inputMost || reply.Units(d.Typed.Quote) > kb.MaxQuote || reply.Units(d.Typed.Answer) > kb.MaxAnswer ||
		reply.Units(d.Typed.Question) > kb.MaxQuestion {
		return reply.Whisper(e.Say("fact.too-long"))
	}
	return h.OpenForm(e, h.Drafts.Begin(e, d))
}
