package store

// A Note is kept for a while only, such as a form that was not saved yet. It has
// no history, raises no rev, and stands in no snapshot.
type Note struct {
	Kind   string // the caller's word, as of records; never empty
	ID     string // unique among its kind; never empty
	Server string // that it is of; empty if none
	Body   []byte // JSON
	Until  int64  // Unix time in milliseconds, from when on it is gone
}

// A Tally is how often something happened in a server on a day.
type Tally struct {
	Server string
	Day    string // YYYY-MM-DD
	Name   string // what; never empty
	N      int64
}

// Jottings are notes and tallies that are written in one go: all or nothing.
type Jottings struct {
	Put  []Note  // new, or in the place of what has their kind and id
	Drop []Note  // by kind and id; dropping what is not there is no error
	Add  []Tally // added to what was counted before
}

// NotesMost is about how many notes of a kind are kept at most. Where there are more, the
// servers that have the most lose their oldest, down to as many as each may have, so that
// whoever has no more than that loses none.
const NotesMost = 50_000
