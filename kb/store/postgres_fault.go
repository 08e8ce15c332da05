package store

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// serverSentences say of a database on a server what happened and what to do.
var serverSentences = map[Code]string{
	CodeUnreachable: "%s cannot be reached, so nothing is read or saved now: try again in a moment; if it stays so, see whether the server runs and whether the URL is right.",
	CodeReadOnly:    "%s can only be read, so nothing was saved: give the URL of the server that can be written, or allow this user to write.",
	CodeBusy:        "%s has been locked by others for too long, so nothing was saved: try again in a moment.",
	CodeFull:        "The disk of %s is full, so nothing was saved: make room on it and try again.",
	CodeMissing:     "%s is not there: make it on the server (CREATE DATABASE), or correct the URL.",
	CodeForbidden:   "%s may not be used by this user: correct the user and the password in the URL, or grant the rights.",
	CodeDamaged:     "%s is damaged and was left as it is: put a backup in its place.",
	CodeExists:      "%s has something in it already and was left as it is: name another database, or another schema with search_path in the URL.",
	CodeForeign:     "%s has tables of another program where ours should be, and was left as it is: name another schema with search_path in the URL.",
	CodeNewer:       "%s was made by a newer version of this program and was left as it is: use that version.",
	CodeUnsupported: "%s does not keep its texts in UTF-8: make one that does (CREATE DATABASE … ENCODING 'UTF8').",
	CodeInvalid:     "%s cannot keep this, so nothing was saved: make it shorter and try again.",
	CodeUnknown:     "Whether the last change to %s was saved is not known: look before you try again.",
	CodeFailed:      "%s could not be used: try again, and if it stays so, report the cause.",
}

// codeContention is of a transaction that has to be made again. When that was
// of no use, it was busy.
const codeContention Code = "contention"

func (d *postgres) fault(code Code, cause error) *Error {
	if code == codeContention {
		code = CodeBusy
	}
	s := fmt.Sprintf(serverSentences[code], d.name)
	return &Error{Code: code, Sentence: strings.ToUpper(s[:1]) + s[1:], Err: cause}
}

// explain gives an error its code and sentence. Errors that have theirs, and
// those of a context, stay as they are.
func (d *postgres) explain(err error) error {
	var known *Error
	var gone ended
	if err == nil || errors.As(err, &known) || errors.As(err, &gone) || errors.Is(err, errUnchanged) || errors.Is(err, errRepeated) {
		return err
	}
	return d.fault(codeOfPostgres(err), err)
}

// codeOfPostgres reads the code out of an error. What does not come from the
// server comes from the way to it.
func codeOfPostgres(err error) Code {
	var known *Error
	var refused *pgconn.PgError
	var gone ended
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		return known.Code
	case errors.As(err, &refused):
		return codeOfState(refused.Code)
	case errors.As(err, &gone), errors.Is(err, errUnchanged), errors.Is(err, errRepeated),
		errors.Is(err, pgx.ErrTxCommitRollback):
		return CodeFailed
	case errors.Is(err, sql.ErrNoRows): // the counter is not there
		return CodeDamaged
	}
	return CodeUnreachable
}

// codeOfState goes by https://www.postgresql.org/docs/15/errcodes-appendix.html.
func codeOfState(state string) Code {
	switch state {
	case "40001", "40P01": // serialization failure, deadlock
		return codeContention
	case "55P03", "57014": // a lock that was not to be had, a statement that took too long
		return CodeBusy
	case "25006":
		return CodeReadOnly
	case "3D000":
		return CodeMissing
	case "42501":
		return CodeForbidden
	case "53100":
		return CodeFull
	case "53300", "57P01", "57P02", "57P03", "57P05", "25P03": // no connection to be had, or it was ended
		return CodeUnreachable
	case "XX001", "XX002", "42P01": // data, index, or no table
		return CodeDamaged
	case "54000", "22021": // too long for an index, no UTF-8
		return CodeInvalid
	}
	switch state[:min(2, len(state))] {
	case "08":
		return CodeUnreachable
	case "28":
		return CodeForbidden
	}
	return CodeFailed
}
