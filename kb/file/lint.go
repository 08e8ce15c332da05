package file

import (
	"fmt"
	"regexp"
	"slices"
	"time"

	"verbatim/kb"
)

// Lint checks a statement by the rules of the knowledge file and gives every
// problem, without lines. A statement without errors can be stored; [Read] gives
// no other.
func Lint(s *kb.Statement) Problems {
	l := &linter{findings: &findings{}, s: s}
	if len(s.Drafts) > 0 {
		all := *s
		all.Facts = slices.Concat(s.Facts, s.Drafts)
		l.s, l.drafts = &all, make([]bool, len(all.Facts))
		for i := range s.Drafts {
			l.drafts[len(s.Facts)+i] = true
		}
	}
	l.statement()
	return l.sorted()
}

// lint checks each document of a file. A line on which reading found something
// wrong is left alone: what is missing there was there, but could not be read.
func (f *knowledgeFile) lint() {
	unread := make(map[spot]bool)
	for _, p := range f.problems {
		s := spot{p.File, p.Line}
		if s.file == f.file {
			s.file = ""
		}
		unread[s] = true
	}
	ids := make(map[string]bool)
	for _, d := range f.documents {
		l := &linter{findings: &f.findings, s: d.statement, drafts: d.drafts, tree: d.tree, unread: unread}
		l.statement()
		if id := d.statement.ID; id != "" && ids[id] {
			l.err(place{"statement", "id"}, "a statement before this one has the id %q too; ids must differ", id)
		}
		ids[d.statement.ID] = true
	}
}

// A linter checks one statement.
type linter struct {
	*findings
	s      *kb.Statement // drafts among the facts
	drafts []bool        // which of the facts are; nil if none is
	tree   *tree         // where it was read from; nil if from no file
	unread map[spot]bool // lines with something that could not be read

	source   map[string]*kb.Source // by id
	party    map[string]bool
	searched int // bytes of text gone through for quotes
}

// A place is the path to a field: names of fields and indexes of entries.
type place []any

// err notes an error in a field.
func (l *linter) err(at place, format string, args ...any) {
	l.note(at, Problem{Severity: Error, Message: fmt.Sprintf(format, args...)})
}

// warn notes a warning about a field.
func (l *linter) warn(at place, format string, args ...any) {
	l.note(at, Problem{Severity: Warning, Message: fmt.Sprintf(format, args...)})
}

func (l *linter) note(at place, p Problem) {
	if l.full() {
		l.failed = l.failed || p.Severity == Error
		l.beyond++
		return
	}
	if s := l.tree.spotOf(at); !l.unread[s] {
		l.foundAt(s, p)
	}
}

// unreadAt says whether something could not be read where a path begins.
func (l *linter) unreadAt(path ...any) bool { return l.unread[l.tree.spotOf(path)] }

func (l *linter) statement() {
	s := l.s
	l.source, l.party = make(map[string]*kb.Source, len(s.Sources)), make(map[string]bool, len(s.Parties))
	l.id(place{"statement", "id"}, "the statement", s.ID)
	if blank(s.Title) {
		l.err(place{"statement", "title"}, "the statement has no title; add one")
	}
	switch {
	case s.Date == "":
		l.warn(place{"statement", "date"}, "the statement has no date; add the day when it was made, such as 2025-11-17")
	case !kb.IsDate(s.Date, time.DateOnly):
		l.err(place{"statement", "date"}, "%q is no day; write the date as YYYY-MM-DD", clip(s.Date))
	}
	if blank(s.Place) {
		l.warn(place{"statement", "place"}, "the statement has no place; add where it was made")
	}
	l.parties()
	l.sources()
	l.facts()
	l.aliasList()
	if l.approved() == 0 && !slices.ContainsFunc(s.Sources, func(s kb.Source) bool { return s.Text != "" }) {
		message := "the statement has no facts and no source has a text, so nothing can be asked; add a fact"
		if len(s.Facts) > 0 {
			message = "all facts are drafts and no source has a text, so nothing can be asked; approve one"
		}
		l.note(place{"facts"}, Problem{Code: NothingToAsk, Message: message})
	}
}

// approved is the number of facts that are no drafts.
func (l *linter) approved() int {
	n := len(l.s.Facts)
	for _, draft := range l.drafts {
		if draft {
			n--
		}
	}
	return n
}

func (l *linter) parties() {
	if len(l.s.Parties) == 0 {
		severity := Error
		if l.approved() == 0 && len(l.s.Sources) > 0 { // a text that does not tell who issued it
			severity = Warning
		}
		l.note(place{"statement", "parties"}, Problem{
			Severity: severity, Message: "the statement has no parties; add who issued it, such as parties: [Syria, China]",
		})
	}
	for i, p := range l.s.Parties {
		at := place{"statement", "parties", i}
		switch {
		case blank(p):
			l.err(at, "a party is empty; remove it or add its name")
		case p == kb.BothSides:
			l.err(at, "%q cannot be a party's name; a fact says so of what all parties say together", p)
		case l.party[p]:
			l.warn(at, "the party %q is listed twice; keep one", clip(p))
		}
		l.party[p] = true
	}
}

var idPattern = regexp.MustCompile(`^[a-z0-9-]+$`)

// id checks an id.
func (l *linter) id(at place, what, id string) {
	switch {
	case id == "":
		l.err(at, "%s has no id; add one of small letters, digits and hyphens", what)
	case !idPattern.MatchString(id):
		l.err(at, "the id %q may only have small letters a to z, digits and hyphens", clip(id))
	case len(id) > kb.MaxID:
		l.warn(at, "the id %q is longer than %d characters and will be cut in suggestions; shorten it", clip(id), kb.MaxID)
	}
}
