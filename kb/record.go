package kb

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"verbatim/kb/store"
)

// The kinds of records that a statement is kept as. The ids of statements,
// sources and facts are theirs; that of an alias is made from its name.
const (
	RecordStatement = "statement" // title, date, place and parties
	RecordSource    = "source"    // a Source
	RecordFact      = "fact"      // a Fact
	RecordAlias     = "alias"     // an Alias
	RecordSetting   = "setting"   // what an operator or a moderator has set
)

// recordFormat is raised when the same file makes other records than before, so
// that the shipped ones are loaded anew.
const recordFormat = "1"

// An entry is one record of a statement, understood: value is a *Statement
// without lists, a *Source, a *Fact or an *Alias, or nil when it was removed.
// Values are never changed once they are in an entry.
type entry struct {
	store.Key
	value any
}

// head is the body of a RecordStatement.
type head struct {
	Title   string   `json:"title"`
	Date    string   `json:"date"`
	Place   string   `json:"place,omitempty"`
	Parties []string `json:"parties"`
}

// StatementKey is the key of a statement's record; server is empty for what
// counts everywhere, here and in the other keys.
func StatementKey(server, statement string) store.Key {
	return store.Key{Server: server, Kind: RecordStatement, Statement: statement, ID: statement}
}

// SourceKey is the key of a source's record.
func SourceKey(server, statement, source string) store.Key {
	return store.Key{Server: server, Kind: RecordSource, Statement: statement, ID: source}
}

// FactKey is the key of a fact's record.
func FactKey(server, statement, fact string) store.Key {
	return store.Key{Server: server, Kind: RecordFact, Statement: statement, ID: fact}
}

// AliasKey is the key of the record of a name's aliases. Names can be anything,
// so the id is a part of the name's SHA-256.
func AliasKey(server, statement, name string) store.Key {
	sum := sha256.Sum256([]byte(name))
	return store.Key{Server: server, Kind: RecordAlias, Statement: statement, ID: hex.EncodeToString(sum[:8])}
}

// entriesOf takes a statement apart, in the order of a file.
func entriesOf(server string, s *Statement) []entry {
	bare := *s
	bare.Sources, bare.Facts, bare.Aliases = nil, nil, nil
	entries := []entry{{StatementKey(server, s.ID), &bare}}
	for i := range s.Sources {
		entries = append(entries, entry{SourceKey(server, s.ID, s.Sources[i].ID), &s.Sources[i]})
	}
	for i := range s.Facts {
		entries = append(entries, entry{FactKey(server, s.ID, s.Facts[i].ID), &s.Facts[i]})
	}
	for i := range s.Aliases {
		entries = append(entries, entry{AliasKey(server, s.ID, s.Aliases[i].Name), &s.Aliases[i]})
	}
	return entries
}

// Records takes a statement apart into what the store keeps, in the order of a
// file. Text that is not UTF-8 is an error.
func Records(server string, s *Statement) ([]store.Record, error) {
	var records []store.Record
	for _, e := range entriesOf(server, s) {
		r, err := e.record()
		if err != nil {
			return nil, fmt.Errorf("take the statement %s apart: %w", s.ID, err)
		}
		records = append(records, r)
	}
	return records, nil
}

// FactRecord is a fact as the store keeps it.
func FactRecord(server, statement string, f *Fact) (store.Record, error) {
	return entry{FactKey(server, statement, f.ID), f}.record()
}

// SourceRecord is a source as the store keeps it.
func SourceRecord(server, statement string, s *Source) (store.Record, error) {
	return entry{SourceKey(server, statement, s.ID), s}.record()
}

// AliasRecord is an alias as the store keeps it.
func AliasRecord(server, statement string, a *Alias) (store.Record, error) {
	return entry{AliasKey(server, statement, a.Name), a}.record()
}

func (e entry) record() (store.Record, error) {
	value := e.value
	if s, ok := value.(*Statement); ok {
		value = head{s.Title, s.Date, s.Place, s.Parties}
	}
	// JSON would put other characters in the place of broken ones.
	if !utf8.ValidString(fmt.Sprint(value)) {
		return store.Record{}, fmt.Errorf("%s %s is not UTF-8; save the text as UTF-8", e.Kind, e.ID)
	}
	body, err := json.Marshal(value)
	if err != nil {
		return store.Record{}, fmt.Errorf("write %s %s: %w", e.Kind, e.ID, err)
	}
	return store.Record{Key: e.Key, Body: body}, nil
}

// entryOf understands a record. Its value is nil when it was removed; ok is
// false for kinds that are no part of a statement.
func entryOf(r store.Record) (e entry, ok bool, err error) {
	e.Key = r.Key
	switch r.Kind {
	case RecordStatement:
		e.value, err = decodeHead(r)
	case RecordSource:
		e.value, err = decode[Source](r)
	case RecordFact:
		e.value, err = decode[Fact](r)
	case RecordAlias:
		e.value, err = decode[Alias](r)
	default:
		var known bool
		if e.value, known, err = deskEntry(r); !known {
			return e, false, nil
		}
	}
	if r.Removed {
		e.value, err = nil, nil
	}
	if err != nil {
		return e, false, fmt.Errorf("read %s %s of statement %s: %w", r.Kind, r.ID, r.Statement, err)
	}
	return e, true, nil
}

func decode[T any](r store.Record) (*T, error) {
	value := new(T)
	return value, json.Unmarshal(r.Body, value)
}

func decodeHead(r store.Record) (*Statement, error) {
	h, err := decode[head](r)
	return &Statement{ID: r.Statement, Title: h.Title, Date: h.Date, Place: h.Place, Parties: h.Parties}, err
}
