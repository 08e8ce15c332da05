package find

import "errors"

// ErrTooLong says that a quotation would need more work than one may.
var ErrTooLong = errors.New("that is too long or too repetitive to check at once: give a shorter quotation")

// A Search is one quotation's way through an index. It does a bounded amount
// of work and then gives up.
type Search struct {
	*Index
	allowed    []bool // the texts that are searched
	everywhere bool   // all of them are
	work       int    // comparisons left
	cells      int    // steps of alignments left
}

// Bounds of the work on one quotation.
const (
	comparisons = 4_000_000 // and one for each word held
	cells       = 3_000_000
)

// Search begins the search for a quotation: in the sources that within accepts, all if
// it is nil.
func (x *Index) Search(within func(source string) bool) *Search {
	s := &Search{Index: x, allowed: make([]bool, len(x.texts)), everywhere: within == nil && x.gone == 0}
	s.work, s.cells = comparisons+len(x.tokens), cells
	for i, t := range x.texts {
		s.allowed[i] = !t.gone && (within == nil || within(t.Source))
	}
	return s
}
