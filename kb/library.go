package kb

import (
	"context"
	"io"
	"log/slog"

	"verbatim/kb/store"
)

// A Library is the knowledge in a store, held in memory and kept up to date
// with it: what one process saves, every other process on the same database
// answers with its next question. It is safe for use by many goroutines.
type Library struct {
	store store.Store
	base  *Base
	log   *slog.Logger
}

// LibraryOptions are what may be left empty.
type LibraryOptions struct {
	Shipped []File       // the files that come with the program; none: leave what is in the store
	Log     *slog.Logger // nil: nothing is logged
}

// A File is a knowledge file in memory.
type File struct {
	Name    string
	Content []byte
}

// OpenLibrary holds the knowledge of s. Shipped files that differ from those
// that the store has are loaded first, in place of what their like brought
// before, unless the store is to stay without them ([Library.LeaveOutShipped])
// or a file that was loaded has taken their statement over. It answers at once;
// [Library.Learn] brings it to its full quality.
func OpenLibrary(ctx context.Context, s store.Store, o LibraryOptions) (*Library, error) {
	return nil, nil
}

// Ask answers a question from what the store has now. When the store cannot be
// read, it answers from what is in memory.
func (l *Library) Ask(ctx context.Context, q Question) Answer { return Answer{} }

// Learn trains what is learned from the phrasings, or takes it from the store
// when it is there, and keeps it there for the next start. It returns when the
// answers have their full quality.
func (l *Library) Learn(ctx context.Context) error { return nil }

// Refresh brings in what has been written since, by this process or another.
func (l *Library) Refresh(ctx context.Context) error { return nil }

// A Loading tells what Load did with the records of the files.
type Loading struct {
	Statements          []string // ids, in the order of the files
	New, Changed, Taken int      // facts, sources and aliases that came in, differ now, or were taken out
	Kept                []string // ids of facts, sources and names that a moderator has changed, and that were left alone
}

// Load makes statements the whole of what loading them has brought, all or
// none of them; what moderators added or changed stays. Server is the server
// that they count in, empty for everywhere.
func (l *Library) Load(ctx context.Context, author, server string, statements []*Statement) (Loading, error) {
	return Loading{}, nil
}

// LeaveOutShipped takes the shipped statements out of the store, and keeps it
// without them from then on.
func (l *Library) LeaveOutShipped(ctx context.Context, author string) error { return nil }

// Statements gives copies of what counts in a server (empty: what counts
// everywhere), whole, by id.
func (l *Library) Statements(server string) []*Statement { return nil }

// Export writes what was put into a server (empty: what counts everywhere) as a
// knowledge file that loads again to the same knowledge.
func (l *Library) Export(w io.Writer, server string) error { return nil }

// A Suggestion is a known question that fits what somebody has typed so far.
type Suggestion struct {
	ID       string // statement/fact, or statement/source#paragraph
	Question string
}

// Suggest gives at most 25 known questions that fit typed, the best first; the
// first known ones when nothing is typed yet. Statement, if not empty, keeps to
// one statement; server is as in [Question].
func (l *Library) Suggest(typed, statement, server string) []Suggestion { return nil }
