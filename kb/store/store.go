// Package store keeps records and every change that was ever made to them.
//
// It knows no statement and no fact. A [Record] is a named piece of JSON; what
// is in it is the caller's. All kinds of record live the same life: they are
// put, changed, removed and put back, each time with a new version, and every
// version stays in the history with who made it and when.
//
// Records come from somewhere: a file that was loaded, or a person. The origin
// decides who may change what: see [Store.Replace].
//
// Matching needs everything in memory, so reading is [Store.Snapshot] once and
// [Store.Since] from then on, whenever [Store.Pulse] says that something moved.
//
// Here are the words, and the contract. kb/store/database opens the path of a file,
// which kb/store/sqlite keeps, or the URL of a PostgreSQL server (kb/store/postgres),
// for many processes on many machines. What both do alike, with the same SQL, is in
// kb/store/table. kb/store/storetest is the contract as tests that both pass.
package store

import (
	"cmp"
	"context"
	"time"
)

// A Store is one database of records. All methods may be called from many
// goroutines at once, and several processes may have the same database open.
// Errors are [*Error]s, but for those of a context that ended.
//
// A write that returned without an error survives a power cut. A write that
// returned an error was not made, unless the error's code is [CodeUnknown]:
// then it may have been, and [Change.Once] makes it safe to try again.
type Store interface {
	// Snapshot returns all records that are not removed, as of one moment.
	Snapshot(ctx context.Context) (Snapshot, error)

	// Since returns the records that changed after rev, removed ones too, as
	// of one moment. When rev is not in this database's past (it was replaced
	// by an older copy), everything is returned and Whole is set.
	Since(ctx context.Context, rev int64) (Snapshot, error)

	// Rev returns the number of the last write.
	Rev(ctx context.Context) (int64, error)

	// Pulse returns a number that is another one than before when anything
	// may have been written since: here, or by another process on the same
	// file, at once; by another process on the same server, within a second.
	// It costs microseconds, waits for no server, and means nothing outside of
	// this opened Store. When it cannot know, it says why in an error.
	Pulse(ctx context.Context) (int64, error)

	// Record returns a record as it is, or as it was before it was removed; of
	// version 0 when it was never there.
	Record(ctx context.Context, key Key) (Record, error)

	// Removed lists the records of a kind that a server had and that were removed, the
	// last first, at most so many.
	Removed(ctx context.Context, server, kind string, most int) ([]Record, error)

	// History returns all revisions of a record, the oldest first; none when
	// it was never there.
	History(ctx context.Context, key Key) ([]Revision, error)

	// Apply makes one person's change, all of it or nothing. A version that is
	// not the expected one gives CodeConflict with a [*Conflict] inside.
	Apply(ctx context.Context, change Change) (Result, error)

	// Done returns the result of the change that was made with [Change.Once],
	// as repeated; nil when none was.
	Done(ctx context.Context, once string) (*Result, error)

	// Replace makes what the loads bring the whole of what their origins have
	// brought: records that are new come in, those that differ are changed,
	// those no longer brought are removed. All loads are made or none.
	//
	// It touches nothing else. A record that somebody changed or removed with
	// Apply belongs to them from then on, and so does one of another origin
	// that is not named in [Load.Over]; such keys are listed in Result.Kept.
	// A load whose hash is that of last time does nothing; an empty hash never is.
	//
	// A large load lets others write meanwhile, and readers see it whole once it is
	// made; should its process die, it never was. Who writes what it writes, or loads
	// into the same server, waits for it, and has CodeBusy after a minute.
	Replace(ctx context.Context, author string, loads ...Load) (Result, error)

	// Origins lists what was loaded, by server and name.
	Origins(ctx context.Context) ([]Origin, error)

	// Erase removes records and takes the bodies and authors out of their
	// history too: for what must not be kept, such as who asked. That they
	// existed stays visible, so keep personal data out of keys.
	Erase(ctx context.Context, author string, keys ...Key) (Result, error)

	// Learned returns what Learn kept, or nil when it is not there (any more);
	// for an empty key the newest of the name.
	Learned(ctx context.Context, name, key string) ([]byte, error)

	// Learn keeps what was computed from the records, for the next start. Only
	// the newest few of a name are kept. It raises no rev and has no history.
	Learn(ctx context.Context, name, key string, blob []byte) error

	// Vectors returns what an encoder made of the records that changed after
	// rev and are there; of all records when rev is 0.
	Vectors(ctx context.Context, encoder string, rev int64) ([]Vectors, error)

	// PutVectors keeps vectors in the place of those that their records had,
	// all of them or none. A record that is not there (any more) gets none.
	// No rev is raised: another process does not hear of it.
	PutVectors(ctx context.Context, all ...Vectors) error

	// Jot writes notes and tallies, all of them or none. About [NotesMost]
	// notes of a kind are kept at most, and none longer than it is to be.
	Jot(ctx context.Context, j Jottings) error

	// Notes lists the notes of a kind, the oldest first: those of a server, or
	// of all when it is empty.
	Notes(ctx context.Context, kind, server string) ([]Note, error)

	// Note returns one note, or nil when it is not there (any more).
	Note(ctx context.Context, kind, id string) (*Note, error)

	// Claim keeps a note unless one of its kind and id is there, and tells whether it
	// did: of many that try, one does, until the note is gone.
	Claim(ctx context.Context, n Note) (bool, error)

	// Swap puts now in the place of was, if the body there still is that of
	// was, and tells whether it did: of many that try, one does.
	Swap(ctx context.Context, was, now Note) (bool, error)

	// Tallies lists what happened in a server from a day (YYYY-MM-DD) on, by
	// day and name. They are kept for a year at least.
	Tallies(ctx context.Context, server, from string) ([]Tally, error)

	// Backup writes a consistent copy to path while reading and writing go on.
	// It refuses to overwrite (CodeExists) and leaves no half file behind.
	Backup(ctx context.Context, path string) error

	// Close waits for what is under way and gives everything back.
	Close() error
}

// A Key names a record. Kind and ID are never empty.
type Key struct {
	Server    string // the only server that it counts in; empty for everywhere
	Kind      string // such as "fact", "source", "setting": the caller's words
	Statement string // the statement that it belongs to; empty if none
	ID        string // unique among its kind in its statement
}

// Compare orders keys by server, kind, statement and id.
func (k Key) Compare(o Key) int {
	return cmp.Or(cmp.Compare(k.Server, o.Server), cmp.Compare(k.Kind, o.Kind),
		cmp.Compare(k.Statement, o.Statement), cmp.Compare(k.ID, o.ID))
}

// A Record is a key and what is kept under it.
type Record struct {
	Key
	Body []byte // JSON

	// The following are the store's: they are ignored in what is written.

	Origin    string // who has it now: Load.Name, or Moderator; empty when nobody has it
	Version   int64  // of this record, from 1, one more with each change
	Rev       int64  // of the write that made this version; readers may see a large load after later ones
	Removed   bool   // Body is what it was before it was removed
	UpdatedAt int64  // Unix time in milliseconds
}

// A Revision is a record as it was after one change.
type Revision struct {
	Record
	Author string // Change.Author, or the author given to Replace or Erase
	Action string // Change.Action; "load" for Replace, "erase" for Erase
}

// A Snapshot is the records as of one moment.
type Snapshot struct {
	Rev     int64 // number of the last write in it
	Whole   bool  // these are all records, not only changed ones
	Records []Record
}

// A Change is what one person does in one go.
type Change struct {
	Author string // who does it; never empty
	Action string // what they call it, such as "add" or "restore"; never empty

	// Once, when not empty, is applied a single time: the same Once again
	// changes nothing and returns the first result. It is remembered for a
	// week at least.
	Once string

	Put    []Record // new, changed, or put back after a removal
	Remove []Key    // removing what is not there is no error

	// Expect has the versions that the author saw; 0 for what must not be
	// there. Keys that it lacks are written whatever their version.
	Expect map[Key]int64
}

// Moderator is the origin of what people write.
const Moderator = "moderator"

// An Origin is something that records were loaded from.
type Origin struct {
	Server   string // the server that it was loaded for; all its records are of that server
	Name     string // such as "shipped:beijing.yaml"; never empty, never Moderator
	Hash     string // of all that decides what is loaded, the reader's version too
	LoadedAt int64  // Unix time in milliseconds; set by the store
}

// A Load is everything that an origin brings. Without records and with an
// empty hash the origin is forgotten.
type Load struct {
	Origin
	Records []Record

	// Over names origins of the same server whose records this load may take
	// as its own: a file that an operator loads over a shipped one. What they
	// brought of the statements in Records and this load does not is removed.
	Over []string
}

// A Result is what a write did.
type Result struct {
	Rev      int64      // number of this write; of the last write when nothing was written
	Changed  []Revision // in the order written; empty when everything was so already
	Kept     []Key      // what Replace left alone, for it belongs to others
	Repeated bool       // Once had been applied before; the rest is the first result
}

// Vectors are what a sentence encoder made of the texts of one record: of each
// phrasing, answer and quote of a fact, of each window of a source's text. They
// stay beside the record until it is removed or they are put anew. They are no
// part of its history, and putting them raises no rev.
//
// Whoever reads them compares Encoder and Texts with what would be encoded now,
// and encodes anew where they differ: editing a record leaves its vectors.
type Vectors struct {
	Key
	Encoder string // name and version of what made them; never empty
	Texts   string // hash of the texts that they were made of, as the caller makes it
	Blob    []byte // the numbers, in the caller's layout; never empty
}

// Options are what may be left empty.
type Options struct {
	BusyTimeout time.Duration    // how long a write waits for another process, or for a server to come back; 0 means 5 s
	Now         func() time.Time // nil means time.Now
}

// Usual is with what is usual where nothing is said.
func (o Options) Usual() Options {
	if o.BusyTimeout == 0 {
		o.BusyTimeout = 5 * time.Second
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// An Opened is a store that is open, and how it was found.
type Opened struct {
	Store
	Created  bool  // there was none: it is new and has no records
	ReadOnly error // not nil: why it can be read only; writes return the like
}

// Copied is what a copy has, compared row by row with where it came from.
type Copied struct {
	Records   int64 // removed ones too
	Revisions int64
	Rows      int64 // of all tables
}
