package moderator

import (
	"context"
	"io"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/member"
	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/index"
	"verbatim/kb/library"
)

// Knowledge is what members are answered from, as far as moderators see
// it.
type Knowledge interface {
	event.Facts
	member.Statements
	Ask(ctx context.Context, q kb.Question) kb.Answer
	Suggest(typed, statement, server string) []kb.Suggestion
	Source(statement, id, server string) (kb.Source, bool)
}

// Library is what is read of a server besides; that of kb/library is one. What each method promises is told there.
type Library interface {
	Settings(server string) kb.Settings
	Removed(ctx context.Context, server string) ([]kb.Suggestion, error)
	History(ctx context.Context, server, id string) ([]library.Revision, error)
	Export(w io.Writer, server string) error
}

// Inbox has the questions that wait for an answer; that of kb/inbox is one.
type Inbox interface {
	Groups(server string) []inbox.Group
	Dismiss(ctx context.Context, e library.Editor, questions []string) error
}

// Curator makes what moderators change; that of kb/curate is one. What each method
// promises is told there.
type Curator interface {
	FactCurator
	SourceCurator
	FormKeeper
	Preview(ctx context.Context, server string, statements []*kb.Statement) (curate.ImportPreview, error)
	Import(ctx context.Context, e library.Editor, statements []*kb.Statement) (library.Loading, error)
	SetSettings(ctx context.Context, e library.Editor, change func(*kb.Settings)) (kb.Settings, error)
}

// FactCurator changes facts.
type FactCurator interface {
	FactAt(ctx context.Context, server, id string) (curate.FactAt, error)
	ReadSaidBy(server, statement, written string) (party, speaker string, err error)
	Save(ctx context.Context, e library.Editor, d curate.Draft) (curate.Saved, error)
	Link(ctx context.Context, e library.Editor, questions []string, fact string) (curate.Saved, error)
	Remove(ctx context.Context, e library.Editor, id string, seen library.Seen) error
	Restore(ctx context.Context, e library.Editor, id string, rev int64) (curate.Saved, error)
}

// SourceCurator changes sources and other names.
type SourceCurator interface {
	Outlines(server string) []*kb.Statement
	Outline(server, statement string) (*kb.Statement, bool)
	SourceAt(ctx context.Context, server, id string) (kb.Source, library.Seen, error)
	AddSource(ctx context.Context, e library.Editor, n curate.NewSource) (curate.SavedSource, error)
	EditSource(ctx context.Context, e library.Editor, statement string, s kb.Source, seen library.Seen) (curate.SavedSource, error)
	Aliases(server string) []index.AliasOf
	AddAlias(ctx context.Context, e library.Editor, statement, name string, others []string) (kb.Alias, error)
	RemoveAlias(ctx context.Context, e library.Editor, name string, others []string) error
}

// FormKeeper has the forms that were refused.
type FormKeeper interface {
	PutUnsaved(ctx context.Context, u curate.Unsaved, now time.Time) error
	AllUnsaved(ctx context.Context, server, user string) ([]curate.Unsaved, error)
	Unsaved(ctx context.Context, server, user, id string) (u curate.Unsaved, ok bool, err error)
	DropUnsaved(ctx context.Context, id string) error
}
