package kb

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// A Statement is one official document: what was issued, by whom, where it can
// be read, and the facts and quotes taken from it. It is also the content of
// one knowledge file.
type Statement struct {
	ID      string   // [a-z0-9-], unique among statements
	Title   string   // as the publisher gives it, or a plain description
	Date    string   // when it was made, YYYY-MM-DD
	Place   string   // where it was made
	Parties []string // who issued it; the names that Fact.Party may have

	Sources []Source
	Facts   []Fact
	Drafts  []Fact // proposed in a knowledge file; nobody approved them, so they are never loaded
	Aliases []Alias
}

// A Source is one place where a statement, or a report of it, can be read.
type Source struct {
	ID             string     `json:"id" yaml:"id"` // [a-z0-9-], unique in its statement
	Title          string     `json:"title" yaml:"title"`
	Publisher      string     `json:"publisher" yaml:"publisher"`
	Published      string     `json:"published" yaml:"published"` // YYYY-MM-DD, YYYY-MM or YYYY; empty if unknown
	URL            string     `json:"url" yaml:"url"`             // http or https; empty if it has none
	Language       string     `json:"language" yaml:"language"`   // BCP 47, such as "en" or "zh-Hant"
	Kind           SourceKind `json:"kind" yaml:"kind"`
	TextSHA256     string     `json:"text_sha256,omitempty" yaml:"text_sha256"`         // hex, of the text that the quotes were checked against
	Text           string     `json:"text,omitempty" yaml:"text"`                       // the whole text, where it may be kept
	OriginalSHA256 string     `json:"original_sha256,omitempty" yaml:"original_sha256"` // hex, of the bytes of the file that the text was taken from
}

// SourceKind says how near a source is to what was issued.
type SourceKind string

// The kinds of source: the document itself, one side's account of an event,
// or the report of somebody else.
const (
	KindStatement SourceKind = "statement"
	KindReadout   SourceKind = "readout"
	KindReport    SourceKind = "report"
)

// BothSides is the Fact.Party of what all parties of a statement say together.
const BothSides = "both sides"

// A Fact is one thing that a statement says, in the words of whoever added it,
// with the questions that it answers and at least one citation.
type Fact struct {
	ID        string     `json:"id" yaml:"id"` // [a-z0-9-], unique in its statement
	Question  string     `json:"question" yaml:"question"`
	AlsoAsked []string   `json:"also_asked,omitempty" yaml:"also_asked"`
	Answer    string     `json:"answer" yaml:"answer"`
	Party     string     `json:"party" yaml:"party"`               // a party of the statement, or BothSides
	Speaker   string     `json:"speaker,omitempty" yaml:"speaker"` // the person who said it
	Topics    []string   `json:"topics,omitempty" yaml:"topics"`
	Citations []Citation `json:"citations" yaml:"citations"`

	// Answers are the same answer in other languages, each written by a person, by BCP 47 tag.
	Answers map[string]string `json:"answers,omitempty" yaml:"answers"`
}

// A Citation says where a fact stands, and in which words.
type Citation struct {
	Source  string `json:"source" yaml:"source"`             // Source.ID in the same statement
	Quote   string `json:"quote,omitempty" yaml:"quote"`     // word for word, never changed
	At      *int   `json:"at,omitempty" yaml:"at"`           // UTF-8 byte offset of Quote in the source's text
	Locator string `json:"locator,omitempty" yaml:"locator"` // such as "paragraph 3"
}

// An Alias lists other names of the same person, party, place or term, in any
// language.
type Alias struct {
	Name  string   `json:"name" yaml:"name"`
	Other []string `json:"other" yaml:"other"`
}

// A Head is a statement without its lists.
type Head struct {
	Statement
	Facts int // how many count
}

// Bare is a statement as it is shown: what it is, without what it has. It shares
// no memory with the statement.
func (s *Statement) Bare() Statement {
	return Statement{ID: s.ID, Title: s.Title, Date: s.Date, Place: s.Place, Parties: slices.Clone(s.Parties)}
}

// Bare is a source without its text.
func (s Source) Bare() Source {
	s.Text = ""
	return s
}

// Clone is a fact that shares no memory with this one.
func (f *Fact) Clone() Fact {
	c := *f
	c.AlsoAsked, c.Topics, c.Citations = slices.Clone(f.AlsoAsked), slices.Clone(f.Topics), CloneCitations(f.Citations)
	c.Answers = maps.Clone(f.Answers)
	return c
}

// CloneCitations gives citations that share no memory with these.
func CloneCitations(citations []Citation) []Citation {
	copies := slices.Clone(citations)
	for i, c := range copies {
		if c.At != nil {
			at := *c.At
			copies[i].At = &at
		}
	}
	return copies
}

// Hides says whether a fact only takes one away that counts everywhere: it has no
// citation, and so is never answered.
func (f *Fact) Hides() bool { return len(f.Citations) == 0 }

// SplitID takes the id statement/rest apart; ok is false where a part is missing.
func SplitID(id string) (statement, rest string, ok bool) {
	statement, rest, ok = strings.Cut(id, "/")
	return statement, rest, ok && statement != "" && rest != ""
}

// IsDate says whether a text is a real date in one of the layouts of package time.
func IsDate(text string, layouts ...string) bool {
	return slices.ContainsFunc(layouts, func(layout string) bool {
		_, err := time.Parse(layout, text)
		return err == nil
	})
}
