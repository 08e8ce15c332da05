package store

import (
	"errors"
	"fmt"
)

// A Code says what kind of failure an Error is.
type Code string

// The codes. Unless it says otherwise, nothing was written.
const (
	CodeConflict    Code = "conflict"    // somebody else changed it first; a *Conflict is inside
	CodeInvalid     Code = "invalid"     // what was to be written cannot be: empty names, NUL, no UTF-8, no JSON
	CodeReadOnly    Code = "read-only"   // the database can be read but not written
	CodeBusy        Code = "busy"        // another process kept it locked for too long
	CodeFull        Code = "full"        // the disk is full
	CodeVanished    Code = "vanished"    // the file was moved or deleted while it was open
	CodeMissing     Code = "missing"     // the folder is not there
	CodeForbidden   Code = "forbidden"   // the operating system does not allow it
	CodeEmptyFile   Code = "empty-file"  // a file of no length
	CodeDamaged     Code = "damaged"     // not readable as a database
	CodeForeign     Code = "foreign"     // a database of another program, or no file
	CodeNewer       Code = "newer"       // made by a newer version of this program
	CodeExists      Code = "exists"      // the file to be written is there already
	CodeUnsupported Code = "unsupported" // a server that does not keep UTF-8
	CodeUnreachable Code = "unreachable" // the server, or the way to it, is not there
	CodeUnknown     Code = "unknown"     // whether it was written is not known
	CodeFailed      Code = "failed"      // anything else
)

// An Error is what went wrong: a code for programs, one plain sentence for
// people that says what to do, and the cause for operators.
type Error struct {
	Code     Code
	Sentence string
	Err      error // may be nil
}

// Error returns the sentence, and the cause after it.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Sentence
	}
	return fmt.Sprintf("%s (%v)", e.Sentence, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// A Conflict is the cause of CodeConflict: the records whose version was not
// the expected one, as they stand now. One that is not there at all has
// version 0.
type Conflict struct {
	Current []Record
}

// Error names the first record in conflict.
func (c *Conflict) Error() string {
	if len(c.Current) == 0 {
		return "version conflict"
	}
	k := c.Current[0].Key
	return fmt.Sprintf("version conflict: %s %s/%s is at version %d", k.Kind, k.Statement, k.ID, c.Current[0].Version)
}

// CodeOf is the code of the [Error] within an error; empty if there is none.
func CodeOf(err error) Code {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}

// Invalid is an error of CodeInvalid with that sentence.
func Invalid(format string, args ...any) error {
	return &Error{Code: CodeInvalid, Sentence: fmt.Sprintf(format, args...)}
}
