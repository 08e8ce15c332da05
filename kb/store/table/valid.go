package table

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"verbatim/kb/store"
)

// checkTexts refuses what not every engine can keep: NUL and invalid UTF-8.
func checkTexts(texts ...string) error {
	for _, s := range texts {
		if !utf8.ValidString(s) {
			return store.Invalid("%q is not valid UTF-8: save the text as UTF-8 and try again.", shorten(s))
		}
		if strings.IndexByte(s, 0) >= 0 {
			return store.Invalid("%q has a NUL character in it: take it out and try again.", shorten(s))
		}
	}
	return nil
}

// checkKey refuses keys without a kind or an id.
func checkKey(k store.Key) error {
	if k.Kind == "" || k.ID == "" {
		return store.Invalid("a record needs a kind and an id, and %q of statement %q lacks one.", k.Kind+k.ID, k.Statement)
	}
	return checkNames(k.Server, k.Kind, k.Statement, k.ID)
}

// namesMost is how many bytes the names of one row may have together. An index
// of PostgreSQL takes 2,704.
const namesMost = 2000

// checkNames refuses what cannot be kept as the names of one row.
func checkNames(names ...string) error {
	n := 0
	for _, s := range names {
		n += len(s)
	}
	if n > namesMost {
		return store.Invalid("%q is too long for a name: names may have %d bytes together.", shorten(names[len(names)-1]), namesMost)
	}
	return checkTexts(names...)
}

// checkBody refuses what is not JSON, and NUL in any spelling.
func checkBody(k store.Key, body []byte) error {
	switch {
	case !utf8.Valid(body):
		return store.Invalid("%s %q is not valid UTF-8: save the text as UTF-8 and try again.", k.Kind, k.ID)
	case !json.Valid(body):
		return store.Invalid("%s %q is not valid JSON.", k.Kind, k.ID)
	case escapesNUL(body):
		return store.Invalid("%s %q has a NUL character in it: take it out and try again.", k.Kind, k.ID)
	}
	return nil
}

// escapesNUL reports whether valid JSON has the escape \u0000 in it, which is
// not the same as the text \u0000 (a backslash that is escaped itself).
func escapesNUL(body []byte) bool {
	for {
		i := bytes.IndexByte(body, '\\')
		if i < 0 || i+1 >= len(body) {
			return false
		}
		if bytes.HasPrefix(body[i:], []byte(`\u0000`)) {
			return true
		}
		body = body[i+2:]
	}
}

// shorten cuts a text that goes into an error.
func shorten(s string) string {
	if len(s) <= 40 {
		return s
	}
	return strings.ToValidUTF8(s[:40], "") + "…"
}

// checkRecords refuses records that cannot be kept, and a key that comes twice.
func checkRecords(seen map[store.Key]bool, records []store.Record) error {
	for _, r := range records {
		if err := checkKey(r.Key); err != nil {
			return err
		}
		if seen[r.Key] {
			return store.Invalid("%s %q of statement %q comes twice in one write.", r.Kind, r.ID, r.Statement)
		}
		seen[r.Key] = true
		if err := checkBody(r.Key, r.Body); err != nil {
			return err
		}
	}
	return nil
}

// checkChange refuses a change that cannot be written as it is.
func checkChange(c *store.Change) error {
	if c.Author == "" || c.Action == "" {
		return store.Invalid("a change needs an author and an action.")
	}
	if err := checkTexts(c.Author, c.Action); err != nil {
		return err
	}
	if err := checkNames(c.Once); err != nil {
		return err
	}
	seen := map[store.Key]bool{}
	if err := checkRecords(seen, c.Put); err != nil {
		return err
	}
	for _, k := range c.Remove {
		if err := checkKey(k); err != nil {
			return err
		}
		if seen[k] {
			return store.Invalid("%s %q of statement %q comes twice in one write.", k.Kind, k.ID, k.Statement)
		}
		seen[k] = true
	}
	for k := range c.Expect {
		if err := checkKey(k); err != nil {
			return err
		}
	}
	return nil
}

// checkLoad refuses a load that cannot be written as it is.
func checkLoad(l *store.Load) error {
	if l.Name == "" || l.Name == store.Moderator {
		return store.Invalid("a load needs a name of its own, not %q.", l.Name)
	}
	if err := checkTexts(append([]string{l.Hash}, l.Over...)...); err != nil {
		return err
	}
	if err := checkNames(l.Server, l.Name); err != nil {
		return err
	}
	for _, r := range l.Records {
		if r.Server != l.Server {
			return store.Invalid("%s %q is of server %q, but is loaded for server %q.", r.Kind, r.ID, r.Server, l.Server)
		}
	}
	return checkRecords(map[store.Key]bool{}, l.Records)
}
