package member

import (
	"context"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// Suggest gives suggestions for what is being typed: known questions that fit,
// or statements. What is sent is an id; see answerTo.
func (h *Handlers) Suggest(ctx context.Context, e *event.Event) []*discordgo.ApplicationCommandOptionChoice {
	if e.Command != command.Ask {
		return nil
	}
	var all []*discordgo.ApplicationCommandOptionChoice
	switch typed := e.Options[e.Focused]; e.Focused {
	case command.OptionQuestion:
		for _, s := range h.questions(ctx, e, typed) {
			all = append(all, reply.Choice(s.Question, event.OptionID(s.ID)))
		}
	case command.OptionStatement:
		all = SuggestStatements(h.Knowledge, e.Language, typed, e.Server)
	}
	return all
}

// questions are those that fit; while nothing is typed, the most asked before the others.
func (h *Handlers) questions(ctx context.Context, e *event.Event, typed string) []kb.Suggestion {
	statement := e.Options[command.OptionStatement]
	fit := h.Knowledge.Suggest(typed, statement, e.Server)
	if strings.TrimSpace(typed) != "" {
		return fit
	}
	var most []kb.Suggestion
	for _, id := range h.MostAsked(ctx, e.Server) {
		a, ok := h.Knowledge.Fact(id, e.Server)
		if ok && a.Kind == kb.KindFact && (statement == "" || a.Statement.ID == statement) {
			most = append(most, kb.Suggestion{ID: id, Question: a.Question})
		}
	}
	for _, s := range fit {
		if !slices.ContainsFunc(most, func(m kb.Suggestion) bool { return m.ID == s.ID }) {
			most = append(most, s)
		}
	}
	return most
}

// SuggestStatements suggests the statements of a server that have all words of
// what is typed.
func SuggestStatements(from Statements, l catalog.Language, typed, server string) []*discordgo.ApplicationCommandOptionChoice {
	var all []*discordgo.ApplicationCommandOptionChoice
	words := strings.Fields(strings.ToLower(typed))
	for _, s := range from.Heads(server) {
		name := l.Clauses(s.Title, l.Date(s.Date))
		in := strings.ToLower(name + " " + s.ID + " " + s.Place)
		fits := reply.Units(s.ID) <= reply.OptionMost
		for _, w := range words {
			fits = fits && strings.Contains(in, w)
		}
		if fits {
			all = append(all, reply.Choice(name, s.ID))
		}
	}
	return all
}
