package talk

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"verbatim/kb"
	"verbatim/kb/catalog"
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

// Record tells one thing of a statement's record in a line, or that the record lacks it,
// in the language of the question.
func Record(v *index.View, id, kind string, q kb.Question) kb.Answer {
	head, l := v.Head(id), In(q)
	a := say(l, kb.KindOverview, records[kind](record{l, v, head, v.Sources(id), q.Text}))
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
	in      catalog.Language // the one to answer in
	view    *index.View
	head    *kb.Statement
	sources []*kb.Source
	asked   string
}

func (r record) when() string {
	if r.head.Date == "" {
		return r.in.Say("talk.no-date")
	}
	line := r.in.Say("talk.issued-on", "Day", r.in.Date(r.head.Date))
	if s := r.first(); s != nil && s.Published != "" && s.Published != r.head.Date {
		line = r.in.Join(line, r.in.Say("talk.published", "Publisher", s.Publisher, "Day", r.in.Date(s.Published)))
	}
	return line
}

func (r record) where() string {
	if r.head.Place == "" {
		return r.in.Say("talk.no-place")
	}
	return ended(r.in.Say("talk.issued-in", "Place", r.head.Place))
}

func (r record) by() string {
	if len(r.head.Parties) == 0 {
		return r.in.Say("talk.no-issuer")
	}
	return ended(r.in.Say("talk.issued-by", "Parties", r.in.And(r.head.Parties...)))
}

func (r record) signed() string {
	return r.in.Join(r.in.Say("talk.no-signer"), r.by())
}

// length tells how long the texts are that are held.
func (r record) length() string {
	var lines []string
	for _, s := range r.sources {
		if s.Text == "" {
			continue
		}
		size := r.in.Say("talk.words", catalog.Count, len(strings.Fields(s.Text)))
		if slices.ContainsFunc(text.Words(s.Text), func(w text.Word) bool { return w.Script == text.Unspaced }) {
			size = r.in.Say("talk.characters", catalog.Count, utf8.RuneCountInString(strings.Join(strings.Fields(s.Text), "")))
		}
		paragraphs := r.in.Say("talk.paragraphs", catalog.Count, len(kb.Paragraphs(s.Text)))
		lines = append(lines, r.in.Say("talk.size", "Size", size, "Paragraphs", paragraphs, "Source", r.named(s)))
	}
	if len(lines) == 0 {
		return r.in.Join(r.in.Say("talk.no-length"), r.read())
	}
	return r.in.Say("talk.length", "Sizes", r.in.Entries(lines...))
}

// languages tells which languages the sources are in, and of one that is named whether
// it is among them.
func (r record) languages() string {
	var there []string
	for _, s := range r.sources {
		if name := r.in.Named(s.Language); name != "" && !slices.Contains(there, name) {
			there = append(there, name)
		}
	}
	if len(there) == 0 {
		return r.in.Say("talk.no-language")
	}
	line := r.in.Say("talk.languages", "Languages", r.in.And(there...))
	tag, ok := Named(r.asked)
	if !ok {
		return line
	}
	if s := r.sourceIn(tag); s != nil {
		return ended(r.in.Say("talk.yes-in", "Source", described(r.in, *s)))
	}
	return r.in.Join(r.in.Say("talk.none-in", "Language", r.in.Named(tag.String())), line)
}

// sourceIn is the first source in a language; nil if there is none.
func (r record) sourceIn(tag language.Tag) *kb.Source {
	for _, s := range r.sources {
		if catalog.Same(s.Language, tag.String()) {
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
				places = append(places, described(r.in, *s))
			}
		}
	}
	if len(places) == 0 {
		return r.in.Say("talk.nowhere")
	}
	return ended(r.in.Say("talk.read", "Places", r.in.Entries(places...)))
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
func (r record) named(s *kb.Source) string {
	return r.in.Clauses(s.Publisher, r.in.Named(s.Language))
}

// described is a source with its day and its address.
func described(l catalog.Language, s kb.Source) string {
	publisher := s.Publisher
	if publisher == s.Title {
		publisher = ""
	}
	return l.Clauses(s.Title, publisher, l.Date(s.Published), s.URL)
}

// placeOf is where a citation stands, in a few words.
func placeOf(l catalog.Language, c kb.Cited) string {
	return l.Clauses(cmp.Or(c.Source.Publisher, c.Source.Title), l.Date(c.Source.Published), c.Locator)
}

// ended is a sentence that ends in one full stop, if in any: "in Washington, D.C."
func ended(sentence string) string {
	rest := strings.TrimSuffix(sentence, ".")
	if strings.HasSuffix(rest, ".") || strings.HasSuffix(rest, ".\u2069") { // which ends what is isolated
		return rest
	}
	return sentence
}
