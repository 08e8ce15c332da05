package moderator

import (
	"context"
	"slices"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/member"
	"verbatim/bot/moderator/facts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// suggestion is one for what is being typed.
type suggestion = discordgo.ApplicationCommandOptionChoice

// Suggest gives suggestions for what is being typed, to moderators only.
func (h *Handlers) Suggest(ctx context.Context, e *event.Event) []*suggestion {
	if h.mayModerate(e) != "" {
		return nil
	}
	return h.suggestIDs(ctx, e, e.Options[e.Focused])
}

func (h *Handlers) suggestIDs(ctx context.Context, e *event.Event, typed string) []*suggestion {
	switch e.Focused {
	case command.OptionFact:
		return h.suggestFacts(ctx, e, typed)
	case command.OptionRevision:
		return h.suggestRevisions(ctx, e, typed)
	case command.OptionSource:
		return sources.Suggest(h.Curator, e, typed)
	case command.OptionStatement:
		return member.SuggestStatements(h.Knowledge, e.Language, typed, e.Guild)
	case command.OptionTopic, command.OptionParty, command.OptionName:
		return h.suggestWords(e, typed)
	}
	return nil
}

func (h *Handlers) suggestFacts(ctx context.Context, e *event.Event, typed string) []*suggestion {
	var found []kb.Suggestion
	if e.Command == "fact restore" || e.Command == "fact history" {
		removed, err := h.Library.Removed(ctx, e.Guild)
		if err != nil {
			h.Log.Warn("what was removed could not be read", "id", e.ID, "error", err)
		}
		found = removed
	}
	var names, values []string
	for _, s := range found {
		names, values = append(names, e.Say("fact.removed-choice", "Question", s.Question)), append(values, event.OptionID(s.ID))
	}
	all := reply.Fitting(typed, names, values)
	for _, s := range h.Knowledge.Suggest(typed, "", e.Guild) {
		all = append(all, &suggestion{Name: reply.Label(s.Question, reply.OptionMost), Value: event.OptionID(s.ID)})
	}
	return all
}

func (h *Handlers) suggestRevisions(ctx context.Context, e *event.Event, typed string) []*suggestion {
	history, err := h.Library.History(ctx, e.Guild, h.facts.ID(ctx, e))
	if err != nil {
		return nil
	}
	var names, values []string
	for _, r := range slices.Backward(history) {
		if r.Fact != nil {
			names = append(names, facts.Choice(e.Language, r)+" · "+r.Fact.Answer)
			values = append(values, strconv.FormatInt(r.Rev, 10))
		}
	}
	return reply.Fitting(typed, names, values)
}

// suggestWords suggests topics, parties, or names that have others. A new one
// can be typed as well.
func (h *Handlers) suggestWords(e *event.Event, typed string) []*suggestion {
	seen := map[string]bool{}
	for _, head := range h.Curator.Outlines(e.Guild) {
		if e.Focused != command.OptionTopic {
			for _, p := range head.Parties {
				seen[p] = true
			}
			continue
		}
		if s, ok := h.Knowledge.Statement(head.ID, e.Guild); ok {
			for _, f := range s.Facts {
				for _, t := range f.Topics {
					seen[t] = true
				}
			}
		}
	}
	switch e.Focused {
	case command.OptionParty:
		seen[kb.BothSides] = true
	case command.OptionName:
		for _, a := range h.Curator.Aliases(e.Guild) {
			seen[a.Name] = true
		}
	}
	var names []string
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return reply.Fitting(typed, names, names)
}
