package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/store"
)

// The kinds of records. The ids of statements, sources and facts are theirs; that
// of an alias is made from its name.
const (
	RecordStatement = "statement" // title, date, place and parties
	RecordSource    = "source"    // a kb.Source
	RecordFact      = "fact"      // a kb.Fact
	RecordAlias     = "alias"     // a kb.Alias
	RecordSetting   = "setting"   // what an operator or a moderator has set

	// No part of a statement; what they say is for kb/inbox to read.
	RecordInbox = "inbox" // a question that waits
	RecordTell  = "tell"  // who is to be told of an answer; erased when they were
)

// serverSetting is the id of a server's kb.Settings.
const serverSetting = "server"

// Format is raised when the same file makes other records than before, so that the
// shipped ones are loaded anew.
const Format = "1"

// A Part is one record, understood. Its value is a *kb.Statement without lists, a
// *kb.Source, a *kb.Fact, a *kb.Alias or a *kb.Settings, the json.RawMessage of a
// kind that only its room can read, or nil when it was removed. Values are never
// changed once they are in a Part.
type Part struct {
	store.Key
	Value   any
	Origin  string         // who has it, as in the store
	Version int64          // in the store; 0 where it is not of there
	Vectors *store.Vectors // that are kept of its texts; nil if none are
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

// SettingsKey is the key of the record of a server's settings.
func SettingsKey(server string) store.Key {
	return store.Key{Server: server, Kind: RecordSetting, ID: serverSetting}
}

// PartsOf takes a statement apart, in the order of a file.
func PartsOf(server string, s *kb.Statement) []Part {
	bare := *s
	bare.Sources, bare.Facts, bare.Aliases = nil, nil, nil
	parts := []Part{{Key: StatementKey(server, s.ID), Value: &bare}}
	for i := range s.Sources {
		parts = append(parts, Part{Key: SourceKey(server, s.ID, s.Sources[i].ID), Value: &s.Sources[i]})
	}
	for i := range s.Facts {
		parts = append(parts, Part{Key: FactKey(server, s.ID, s.Facts[i].ID), Value: &s.Facts[i]})
	}
	for i := range s.Aliases {
		parts = append(parts, Part{Key: AliasKey(server, s.ID, s.Aliases[i].Name), Value: &s.Aliases[i]})
	}
	return parts
}

// Encode takes a statement apart into what the store keeps, in the order of a
// file. Text that is not UTF-8 is an error.
func Encode(server string, s *kb.Statement) ([]store.Record, error) {
	var records []store.Record
	for _, p := range PartsOf(server, s) {
		r, err := p.record()
		if err != nil {
			return nil, fmt.Errorf("take the statement %s apart: %w", s.ID, err)
		}
		records = append(records, r)
	}
	return records, nil
}

// FactRecord is a fact as the store keeps it.
func FactRecord(server, statement string, f *kb.Fact) (store.Record, error) {
	return Part{Key: FactKey(server, statement, f.ID), Value: f}.record()
}

// SourceRecord is a source as the store keeps it.
func SourceRecord(server, statement string, s *kb.Source) (store.Record, error) {
	return Part{Key: SourceKey(server, statement, s.ID), Value: s}.record()
}

// AliasRecord is an alias as the store keeps it.
func AliasRecord(server, statement string, a *kb.Alias) (store.Record, error) {
	return Part{Key: AliasKey(server, statement, a.Name), Value: a}.record()
}

func (p Part) record() (store.Record, error) {
	value := p.Value
	if s, ok := value.(*kb.Statement); ok {
		value = head{s.Title, s.Date, s.Place, s.Parties}
	}
	// JSON would put other characters in the place of broken ones.
	if !utf8.ValidString(fmt.Sprint(value)) {
		return store.Record{}, fmt.Errorf("%s %s is not UTF-8; save the text as UTF-8", p.Kind, p.ID)
	}
	body, err := json.Marshal(value)
	if err != nil {
		return store.Record{}, fmt.Errorf("write %s %s: %w", p.Kind, p.ID, err)
	}
	return store.Record{Key: p.Key, Body: body}, nil
}

// Decode understands a record. Its value is nil when it was removed; ok is false for
// kinds that are not held.
func Decode(r store.Record) (p Part, ok bool, err error) {
	p.Key, p.Origin, p.Version = r.Key, r.Origin, r.Version
	switch {
	case r.Kind == RecordStatement:
		p.Value, err = decodeHead(r)
	case r.Kind == RecordSource:
		p.Value, err = decode[kb.Source](r)
	case r.Kind == RecordFact:
		p.Value, err = decode[kb.Fact](r)
	case r.Kind == RecordAlias:
		p.Value, err = decode[kb.Alias](r)
	case r.Kind == RecordSetting && r.ID == serverSetting:
		p.Value, err = decode[kb.Settings](r)
	case r.Kind == RecordInbox || r.Kind == RecordTell:
		var body *json.RawMessage
		body, err = decode[json.RawMessage](r)
		p.Value = *body
	default:
		return p, false, nil
	}
	if r.Removed {
		p.Value, err = nil, nil
	}
	if err != nil {
		return p, false, fmt.Errorf("read %s %s of statement %s: %w", r.Kind, r.ID, r.Statement, err)
	}
	return p, true, nil
}

func decode[T any](r store.Record) (*T, error) {
	value := new(T)
	return value, json.Unmarshal(r.Body, value)
}

func decodeHead(r store.Record) (*kb.Statement, error) {
	h, err := decode[head](r)
	return &kb.Statement{ID: r.Statement, Title: h.Title, Date: h.Date, Place: h.Place, Parties: h.Parties}, err
}

// IsThere says whether a record is there and has a content.
func IsThere(r store.Record) bool { return r.Version > 0 && !r.Removed }

// BodyOf reads what is in a record; nil when there is nothing, or no T.
func BodyOf[T any](r store.Record) *T {
	if !IsThere(r) {
		return nil
	}
	value, err := decode[T](r)
	if err != nil {
		return nil
	}
	return value
}
