// Package usage counts what was asked, by server and day, and remembers for a day where
// answers were shown, so that a message can be marked when its fact changes.
//
// It must never keep a question or a person. bot writes it and reads it, and moderators
// see its counts.
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
