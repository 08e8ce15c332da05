package moderator

import (
	"context"
	"io"
	"time"

	"verbatim/bot/event"
	"verbatim/bot/member"
	"verbatim/kb"
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

// Library is what moderators keep; kb's library is one. What each
// method promises is told there.
type Library interface {
	FactKeeper
	SourceKeeper
	UnsavedKeeper
	Loader
	Settings(server string) kb.Settings
	SetSettings(ctx context.Context, h kb.Hand, change func(*kb.Settings)) (kb.Settings, error)
	Inbox(server string) []kb.WaitingGroup
	Link(ctx context.Context, h kb.Hand, questions []string, fact string) (kb.Saved, error)
	Dismiss(ctx context.Context, h kb.Hand, questions []string) error
}

// FactKeeper reads and changes facts.
type FactKeeper interface {
	FactAt(ctx context.Context, server, id string) (kb.FactAt, error)
	SaveFact(ctx context.Context, h kb.Hand, d kb.Draft) (kb.Saved, error)
	ReadSaidBy(server, statement, written string) (party, speaker string, err error)
	RemoveFact(ctx context.Context, h kb.Hand, id string, seen kb.Seen) error
	RestoreFact(ctx context.Context, h kb.Hand, id string, rev int64) (kb.Saved, error)
	Removed(ctx context.Context, server string) ([]kb.Suggestion, error)
	FactHistory(ctx context.Context, server, id string) ([]kb.FactRevision, error)
}

// SourceKeeper reads and changes sources and other names.
type SourceKeeper interface {
	Outlines(server string) []*kb.Statement
	Outline(server, statement string) (*kb.Statement, bool)
	SourceAt(ctx context.Context, server, id string) (kb.Source, kb.Seen, error)
	AddSource(ctx context.Context, h kb.Hand, n kb.NewSource) (kb.SavedSource, error)
	EditSource(ctx context.Context, h kb.Hand, statement string, s kb.Source, seen kb.Seen) (kb.SavedSource, error)
	Aliases(server string) []kb.AliasAt
	AddAlias(ctx context.Context, h kb.Hand, statement, name string, others []string) (kb.Alias, error)
	RemoveAlias(ctx context.Context, h kb.Hand, name string, others []string) error
}

// UnsavedKeeper keeps forms that were refused.
type UnsavedKeeper interface {
	KeepUnsaved(ctx context.Context, u kb.Unsaved, now time.Time) error
	AllUnsaved(ctx context.Context, server, user string) ([]kb.Unsaved, error)
	Unsaved(ctx context.Context, server, user, id string) (u kb.Unsaved, ok bool, err error)
	DropUnsaved(ctx context.Context, id string) error
}

// Loader reads and writes knowledge files.
type Loader interface {
	Foresee(ctx context.Context, server string, statements []*kb.Statement) (kb.Foreseen, error)
	Load(ctx context.Context, author, server string, statements []*kb.Statement) (kb.Loading, error)
	Export(w io.Writer, server string) error
}
