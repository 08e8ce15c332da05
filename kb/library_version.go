package kb

import (
	"context"

	"verbatim/kb/match"
)

// A Version is all that answers are made of, as it was at one time. Two that are
// equal give the same answer to the same [Question].
type Version struct {
	base  *Base
	model *match.Model
	rev   int64
}

// Version is what a question is answered from now. It is not known while
// something new is being read.
func (l *Library) Version() (v Version, known bool) {
	l.keepUp(context.Background())
	if !l.reading.TryLock() {
		return Version{}, false
	}
	defer l.reading.Unlock()
	b := l.base.Load()
	return Version{b, b.model.Load(), l.rev}, true
}
