// Package sources does what moderators ask of sources and of other names of things:
// /source and /alias. It must never send, and changes nothing but through its
// [Curator]. Package moderator, which looks who may, calls it; facts and inbox ask it
// which source an option names.
package sources

import (
	"context"
	"log/slog"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/pages"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/index"
	"verbatim/kb/library"
)

// Curator changes sources and other names; that of kb/curate is one. What each method
// promises is told there.
type Curator interface {
	Outlines
	SourceAt(ctx context.Context, server, id string) (kb.Source, library.Seen, error)
	AddSource(ctx context.Context, e library.Editor, n curate.NewSource) (curate.SavedSource, error)
	UndoSource(ctx context.Context, e library.Editor, id string, version int64) (curate.SavedSource, error)
	EditSource(ctx context.Context, e library.Editor, statement string, s kb.Source, seen library.Seen) (curate.SavedSource, error)
	Aliases(server string) []index.AliasOf
	AddAlias(ctx context.Context, e library.Editor, statement, name string, others []string) (kb.Alias, error)
	RemoveAlias(ctx context.Context, e library.Editor, name string, others []string) error
}

// Knowledge has the sources with their texts.
type Knowledge interface {
	Source(statement, id, server string) (kb.Source, bool)
}

// Handlers does what moderators ask of sources. Its methods may be called from many
// goroutines; all fields must be set.
type Handlers struct {
	Knowledge   Knowledge
	Curator     Curator
	Signer      event.Signer
	Attachments *change.Attachments
	Pages       *pages.Pages
	// Offer says what could be drafted from the text of a source, with buttons.
	Offer func(ctx context.Context, e *event.Event, statement, source string) (string, []discordgo.Button)
	Log   *slog.Logger
}

// What buttons do. The numbers stand in ids that are out there: never give one to
// something else.
const actionUndo event.Action = 98

// Actions are the handlers by what a button does.
func (h *Handlers) Actions() map[event.Action]event.Run {
	return map[event.Action]event.Run{actionUndo: h.undo}
}

// Commands are the handlers by command.
func (h *Handlers) Commands() map[string]event.Run {
	return map[string]event.Run{
		"source add": h.add, "source edit": h.edit, "source list": h.list,
		"alias add": h.aliasAdd, "alias remove": h.aliasRemove, "alias list": h.aliasList,
	}
}
