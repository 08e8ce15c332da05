package usage

import (
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// A Log has what was counted, and where answers were shown.
type Log struct{ library *library.Library }

// New is the log of a library.
func New(l *library.Library) *Log { return &Log{l} }

func (l *Log) store() store.Store { return l.library.Store() }
