package postgres

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"verbatim/kb/store"
	"verbatim/kb/store/table"
)

// sentences say of a database on a server what happened and what to do.
var sentences = map[store.Code]string{
	store.CodeUnreachable: "%s cannot be reached, so nothing is read or saved now: try again in a moment; if it stays so, see whether the server runs and whether the URL is right.",
	store.CodeReadOnly:    "%s can only be read, so nothing was saved: give the URL of the server that can be written, or allow this user to write.",
	store.CodeBusy:        "%s has been locked by others for too long, so nothing was saved: try again in a moment.",
	store.CodeFull:        "The disk of %s is full, so nothing was saved: make room on it and try again.",
	store.CodeMissing:     "%s is not there: make it on the server (CREATE DATABASE), or correct the URL.",
	store.CodeForbidden:   "%s may not be used by this user: correct the user and the password in the URL, or grant the rights.",
	store.CodeDamaged:     "%s is damaged and was left as it is: put a backup in its place.",
	store.CodeExists:      "%s has something in it already and was left as it is: name another database, or another schema with search_path in the URL.",
	store.CodeForeign:     "%s has tables of another program where ours should be, and was left as it is: name another schema with search_path in the URL.",
	store.CodeNewer:       "%s was made by a newer version of this program and was left as it is: use that version.",
	store.CodeUnsupported: "%s does not keep its texts in UTF-8: make one that does (CREATE DATABASE … ENCODING 'UTF8').",
	store.CodeInvalid:     "%s cannot keep this, so nothing was saved: make it shorter and try again.",
	store.CodeUnknown:     "Whether the last change to %s was saved is not known: look before you try again.",
	store.CodeFailed:      "%s could not be used: try again, and if it stays so, report the cause.",
}

// codeContention is of a transaction that has to be made again. When that was
// of no use, it was busy.
const codeContention store.Code = "contention"

func (d *engine) fault(code store.Code, cause error) *store.Error {
	if code == codeContention {
		code = store.CodeBusy
	}
	s := fmt.Sprintf(sentences[code], d.name)
	return &store.Error{Code: code, Sentence: strings.ToUpper(s[:1]) + s[1:], Err: cause}
}

// Explain gives an error its code and sentence. Errors that have theirs, and
// those of a context, stay as they are.
func (d *engine) Explain(err error) error {
	var known *store.Error
	if err == nil || errors.As(err, &known) || table.Passed(err) {
		return err
	}
	return d.fault(codeOf(err), err)
}

// codeOf reads the code out of an error. What does not come from the
// server comes from the way to it.
func codeOf(err error) store.Code {
	var known *store.Error
	var refused *pgconn.PgError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		return known.Code
	case errors.As(err, &refused):
		return codeOfState(refused.Code)
	case table.Passed(err), errors.Is(err, pgx.ErrTxCommitRollback):
		return store.CodeFailed
	case errors.Is(err, sql.ErrNoRows): // the counter is not there
		return store.CodeDamaged
	}
	return store.CodeUnreachable
}

// codeOfState goes by https://www.postgresql.org/docs/15/errcodes-appendix.html.
func codeOfState(state string) store.Code {
	switch state {
	case "40001", "40P01": // serialization failure, deadlock
		return codeContention
	case "55P03", "57014": // a lock that was not to be had, a statement that took too long
		return store.CodeBusy
	case "25006":
		return store.CodeReadOnly
	case "3D000":
		return store.CodeMissing
	case "42501":
		return store.CodeForbidden
	case "53100":
		return store.CodeFull
	case "53300", "57P01", "57P02", "57P03", "57P05", "25P03": // no connection to be had, or it was ended
		return store.CodeUnreachable
	case "XX001", "XX002", "42P01": // data, index, or no table
		return store.CodeDamaged
	case "54000", "22021": // too long for an index, no UTF-8
		return store.CodeInvalid
	}
	switch state[:min(2, len(state))] {
	case "08":
		return store.CodeUnreachable
	case "28":
		return store.CodeForbidden
	}
	return store.CodeFailed
}
