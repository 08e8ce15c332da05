package talk

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// records tell what is asked of a statement's own record, by kind, as the probe names
// them.
var records = map[string]func(r record) string{
	"when":      record.when,
	"where":     record.where,
	"by":        record.by,
	"signed":    record.signed,
	"length":    record.length,
	"languages": record.languages,
	"read":      record.read,
}

// IsRecord reports whether a kind asks for what the record of a statement tells.
func IsRecord(kind string) bool { return records[kind] != nil }

// Record tells one thing of a statement's record in a line, or that the record lacks it.
// Asked is the question.
func Record(v *index.View, id, kind, asked string) kb.Answer {
	head := v.Head(id)
	a := say(kb.KindOverview, records[kind](record{v, head, v.Sources(id), asked}))
	a.Statement = head.Bare()
	for _, s := range v.Sources(id) {
		if kind == "read" || kind == "languages" {
			a.Citations = append(a.Citations, kb.Cited{Citation: kb.Citation{Source: s.ID}, Source: s.Bare()})
		}
	}
	return a
}

// A record is what is known of a statement besides what it says.
type record struct {
	view    *index.View
	head    *kb.Statement
	sources []*kb.Source
	asked   string
}

func (r record) when() string {
	if r.head.Date == "" {
		return "The record has no date for this statement."
	}
	line := fmt.Sprintf("It was issued on %s.", day(r.head.Date))
	if s := r.first(); s != nil && s.Published != "" && s.Published != r.head.Date {
		line += fmt.Sprintf(" %s published it on %s.", s.Publisher, day(s.Published))
	}
	return line
}

func (r record) where() string {
	if r.head.Place == "" {
		return "The record has no place for this statement."
	}
	return fmt.Sprintf("It was issued in %s.", r.head.Place)
}

func (r record) by() string {
	if len(r.head.Parties) == 0 {
		return "The record does not tell who issued this statement."
	}
	return fmt.Sprintf("It was issued by %s.", and(r.head.Parties))
}

func (r record) signed() string {
	return "Who signed it is not in the record. " + r.by()
}

// length tells how long the texts are that are held.
func (r record) length() string {
	var lines []string
	for _, s := range r.sources {
		if s.Text == "" {
			continue
		}
		size := fmt.Sprintf("%d words", len(strings.Fields(s.Text)))
		if slices.ContainsFunc(text.Words(s.Text), func(w text.Word) bool { return w.Script == text.Unspaced }) {
			size = fmt.Sprintf("%d characters", utf8.RuneCountInString(strings.Join(strings.Fields(s.Text), "")))
		}
		lines = append(lines, fmt.Sprintf("%s in %d paragraphs (%s)", size, len(kb.Paragraphs(s.Text)), named(s)))
	}
	if len(lines) == 0 {
		return "How long it is I cannot tell: the text itself is not here. " + r.read()
	}
	return "The text has " + strings.Join(lines, "; ") + "."
}

// languages tells which languages the sources are in, and of one that is named whether
// it is among them.
func (r record) languages() string {
	var there []string
	for _, s := range r.sources {
		if name := called(s.Language); name != "" && !slices.Contains(there, name) {
			there = append(there, name)
		}
	}
	if len(there) == 0 {
		return "The record does not tell the language of the text."
	}
	line := fmt.Sprintf("Its sources here are in %s.", and(there))
	tag, ok := Named(r.asked)
	if !ok {
		return line
	}
	if s := r.in(tag); s != nil {
		return "Yes: " + described(*s) + "."
	}
	return fmt.Sprintf("None is recorded in %s. %s", called(tag.String()), line)
}

// in is the first source in a language; nil if there is none.
func (r record) in(tag language.Tag) *kb.Source {
	for _, s := range r.sources {
		if Same(s.Language, tag.String()) {
			return s
		}
	}
	return nil
}

// read tells where the statement can be read.
func (r record) read() string {
	var places []string
	for _, kind := range []kb.SourceKind{kb.KindStatement, kb.KindReadout, kb.KindReport} {
		for _, s := range r.sources {
			if s.Kind == kind && len(places) < readMost {
				places = append(places, described(*s))
			}
		}
	}
	if len(places) == 0 {
		return "The record does not tell where it can be read."
	}
	return "It can be read here: " + strings.Join(places, "; ") + "."
}

// readMost is how many places are named.
const readMost = 4

// first is the first source that is the statement itself; nil if there is none.
func (r record) first() *kb.Source {
	for _, s := range r.sources {
		if s.Kind == kb.KindStatement {
			return s
		}
	}
	return nil
}

// named is a source in a few words.
func named(s *kb.Source) string {
	if s.Language == "" {
		return s.Publisher
	}
	return s.Publisher + ", " + called(s.Language)
}

// described is a source with its day and its address.
func described(s kb.Source) string {
	words := s.Title
	for _, part := range []string{s.Publisher, day(s.Published), s.URL} {
		if part != "" && part != words {
			words += ", " + part
		}
	}
	return words
}

// placeOf is where a citation stands, in a few words.
func placeOf(c kb.Cited) string {
	words := c.Source.Publisher
	if words == "" {
		words = c.Source.Title
	}
	for _, part := range []string{day(c.Source.Published), c.Locator} {
		if part != "" {
			words += ", " + part
		}
	}
	return words
}

// day writes a day or a month as people do; anything else stays as it is.
func day(s string) string {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format("2 January 2006")
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return t.Format("January 2006")
	}
	return s
}

// and joins names.
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
