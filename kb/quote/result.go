package quote

import "verbatim/kb/quote/change"

// A Result is what was found out about a text. All but Text, Verdict,
// Similarity, Common and Nearest is of the passage that answers it, and empty when not
// found. What it comes to in a sentence, kb/wording says.
type Result struct {
	Text       string      // what was judged: without white space, quotation marks and marks of a page around
	Verdict    Verdict     //
	Similarity float64     // 0 to 1: how much the text and the passage share, words by how rare they are
	Source     string      // of the passage
	Start, End int         // byte offsets of Found in the source's body
	Found      string      // the passage as it stands in the source
	Paragraph  int         // where Found begins, from 1
	Context    string      // the paragraphs that Found is in; those of the pieces, when there are any
	Diff       []change.Op // Same and Dropped give Found; Same and Added give Text, but for what is typographic
	Changes    []change.Change
	Differ     []string // the kinds of Changes, each once
	Pieces     []Piece  // of a text with ellipses that are not its source's
	Places     []Place  // all places where the same words stand, this one first
	Negated    string   // the negation right before the words in the source, that a text of the same words leaves out; empty if there is none
	Common     bool     // the words are too few, or stand in too many places, to be anybody's own
	Nearest    *Place   // of a text not found: the sentence nearest to it by its words; whoever knows one nearer in meaning puts it here
}

// A Place is a stretch of a source.
type Place struct {
	Source     string
	Start, End int // byte offsets of Found in the source's body
	Found      string
	Paragraph  int     // where Found begins, from 1
	Verdict    Verdict // of the text there; [NotFound] if it only is the nearest
	Similarity float64 // 0 to 1, as in [Result]
}

// A Piece is a part of a quotation between its ellipses.
type Piece struct {
	Text       string
	Verdict    Verdict
	Source     string // empty when not found
	Start, End int
	Found      string
}

// What a Result is made of that a room has.
type (
	Change = change.Change // one difference between a text and the passage that answers it
	Op     = change.Op     // a stretch of a difference
)

// The kinds of stretches of a difference.
const (
	Same    = change.Same
	Dropped = change.Dropped
	Added   = change.Added
)
