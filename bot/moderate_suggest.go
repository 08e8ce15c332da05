package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/kb"
	fold "verbatim/kb/text"
)

// choices are the suggestions for what is being typed.
func (b *Bot) choices(ctx context.Context, e *Event) []*choice {
	name, _, _ := strings.Cut(e.Command, " ")
	if !isModeration(name) {
		return b.suggest(ctx, e)
	}
	if fine, _ := b.limits.typing.take(e.User); !fine || e.User == "" || b.mayModerate(e) != "" {
		return []*choice{}
	}
	b.enter(ctx, e)
	all := b.suggestIDs(ctx, e, e.Options[e.Focused])
	return orEmpty(all[:min(len(all), optionsMost)])
}

func (b *Bot) suggestIDs(ctx context.Context, e *Event, typed string) []*choice {
	switch e.Focused {
	case optionFact:
		return b.suggestFacts(ctx, e, typed)
	case optionRevision:
		return b.suggestRevisions(ctx, e, typed)
	case optionSource:
		return b.suggestSources(e, typed)
	case optionStatement:
		return b.suggestStatements(typed, e.Guild)
	case optionTopic, optionParty, optionName:
		return b.suggestWords(e, typed)
	}
	return nil
}

// fitting makes suggestions of those of names that have all words of what is
// typed.
func fitting(typed string, names, values []string) []*choice {
	words := strings.Fields(fold.Fold(typed))
	var all []*choice
	for i, name := range names {
		folded := fold.Fold(name)
		fits := values[i] != "" && units(values[i]) <= optionMost && label(name, optionMost) != ""
		for _, w := range words {
			fits = fits && strings.Contains(folded, w)
		}
		if fits {
			all = append(all, &choice{Name: label(name, optionMost), Value: values[i]})
		}
	}
	return all
}

func (b *Bot) suggestFacts(ctx context.Context, e *Event, typed string) []*choice {
	var found []kb.Suggestion
	if e.Command == "fact restore" || e.Command == "fact history" {
		removed, err := b.Library.Removed(ctx, e.Guild)
		if err != nil {
			b.Log.Warn("what was removed could not be read", "id", e.ID, "error", err)
		}
		found = removed
	}
	var names, values []string
	for _, s := range found {
		names, values = append(names, "Removed: "+s.Question), append(values, handle(s.ID))
	}
	all := fitting(typed, names, values)
	for _, s := range b.Knowledge.Suggest(typed, "", e.Guild) {
		all = append(all, &choice{Name: label(s.Question, optionMost), Value: handle(s.ID)})
	}
	return all
}

func (b *Bot) suggestRevisions(ctx context.Context, e *Event, typed string) []*choice {
	value := e.Options[optionFact]
	if a, ok := b.take(e.Guild, value); ok {
		value = a.ID
	}
	history, err := b.Library.History(ctx, e.Guild, b.removedID(ctx, e, value))
	if err != nil {
		return nil
	}
	var names, values []string
	for _, r := range slices.Backward(history) {
		if r.Fact != nil {
			names = append(names, fmt.Sprintf("%d · %s · %s · %s", r.Rev, r.At.UTC().Format("2006-01-02 15:04"), r.Action, r.Fact.Answer))
			values = append(values, strconv.FormatInt(r.Rev, 10))
		}
	}
	return fitting(typed, names, values)
}

func (b *Bot) suggestSources(e *Event, typed string) []*choice {
	var names, values []string
	for _, head := range b.Curator.Outlines(e.Guild) {
		for _, s := range head.Sources {
			names = append(names, strings.Join(nonEmpty(s.Publisher, s.Title, date(s.Published)), ", ")+" · "+head.Title)
			values = append(values, handle(head.ID+"/"+s.ID))
		}
	}
	return fitting(typed, names, values)
}

// suggestWords suggests topics, parties, or names that have others. A new one
// can be typed as well.
func (b *Bot) suggestWords(e *Event, typed string) []*choice {
	seen := map[string]bool{}
	for _, head := range b.Curator.Outlines(e.Guild) {
		if e.Focused != optionTopic {
			for _, p := range head.Parties {
				seen[p] = true
			}
			continue
		}
		if s, ok := b.Knowledge.Statement(head.ID, e.Guild); ok {
			for _, f := range s.Facts {
				for _, t := range f.Topics {
					seen[t] = true
				}
			}
		}
	}
	switch e.Focused {
	case optionParty:
		seen[kb.BothSides] = true
	case optionName:
		for _, a := range b.Curator.Aliases(e.Guild) {
			seen[a.Name] = true
		}
	}
	var names []string
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return fitting(typed, names, names)
}
