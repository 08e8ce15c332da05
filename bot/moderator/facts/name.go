package facts

import (
	"context"
	"errors"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/curate"
)

// A factRun handles an event that is about a fact, as it is now.
type factRun func(context.Context, *event.Event, curate.FactAt) reply.Reply

// named hands a handler the fact that an option names.
func (h *Handlers) named(run factRun) event.Run {
	return func(ctx context.Context, e *event.Event) reply.Reply {
		id := e.Options[command.OptionFact]
		if a, ok := h.Finder.Option(e.Guild, id); ok && a.Kind == kb.KindFact {
			id = a.ID
		}
		return h.withFact(ctx, e, id, run)
	}
}

// theirs is for whoever may change the fact.
func theirs(run factRun) factRun {
	return func(ctx context.Context, e *event.Event, at curate.FactAt) reply.Reply {
		if !at.MayChange(change.Editor(e)) {
			return change.NotTheirs(e)
		}
		return run(ctx, e, at)
	}
}

// shown hands a handler the fact that the buttons below it are about.
func (h *Handlers) shown(run factRun) event.Run {
	return h.Drafts.GoOn(drafts.IsFact, func(ctx context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
		return h.withFact(ctx, e, d.Edited.ID, run)
	})
}

func (h *Handlers) withFact(ctx context.Context, e *event.Event, id string, run factRun) reply.Reply {
	at, err := h.Curator.FactAt(ctx, e.Guild, id)
	switch {
	case errors.Is(err, kb.ErrNotHeld):
		return reply.Whisper(e.Say("fact.none-or-removed"))
	case err != nil:
		h.Log.Error("a fact could not be read", "id", e.ID, "error", err)
		return reply.Whisper(e.Say("problem.sorry"))
	}
	return run(ctx, e, at)
}

// ID is the id of the fact that an option names, of one that was removed too.
func (h *Handlers) ID(ctx context.Context, e *event.Event) string {
	value := e.Options[command.OptionFact]
	if a, ok := h.Finder.Option(e.Guild, value); ok {
		return a.ID
	}
	removed, err := h.Library.Removed(ctx, e.Guild)
	if err != nil {
		h.Log.Warn("what was removed could not be read", "id", e.ID, "error", err)
	}
	for _, s := range removed {
		if event.OptionID(s.ID) == value {
			return s.ID
		}
	}
	return value
}
