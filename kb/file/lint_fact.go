package file

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"verbatim/kb"
)

func (l *linter) facts() {
	ids := make(map[string]bool, len(l.s.Facts))
	asked := make(map[string]int, 4*len(l.s.Facts))
	for i := range l.s.Facts {
		f := &l.s.Facts[i]
		at := place{"facts", i, "id"}
		l.id(at, "the fact", f.ID)
		if f.ID != "" && ids[f.ID] {
			l.err(at, "another fact has the id %q too; ids must differ", clip(f.ID))
		}
		ids[f.ID] = true
		l.question(i, place{"facts", i, "question"}, f.Question, asked)
		for j, q := range f.AlsoAsked {
			l.question(i, place{"facts", i, "also_asked", j}, q, asked)
		}
		l.answer(i, f)
		draft := i < len(l.drafts) && l.drafts[i]
		l.whoSays(place{"facts", i, "party"}, f, draft)
		l.citations(i, f, draft)
	}
}

// question checks a phrasing of a fact; asked has the fact of each phrasing met
// before.
func (l *linter) question(fact int, at place, q string, asked map[string]int) {
	id := clip(l.s.Facts[fact].ID)
	if blank(q) {
		l.err(at, "the fact %q has an empty question; write it or remove it", id)
		return
	}
	if tooLong(q, kb.MaxQuestion) {
		l.warn(at, "the question is longer than %d characters and will be cut in lists; shorten it", kb.MaxQuestion)
	}
	key := SameWords(q)
	switch other, twice := asked[key]; {
	case !twice:
		asked[key] = fact
	case other == fact:
		l.warn(at, "the fact %q has the question %q twice; keep one", id, clip(q))
	default:
		l.warn(at, "the fact %q has the question %q too, so it cannot be told which to answer; keep one", clip(l.s.Facts[other].ID), clip(q))
	}
}

// SameWords makes texts equal that differ in letter case and white space only.
func SameWords(s string) string {
	return cases.Fold().String(strings.Join(strings.Fields(s), " "))
}

func (l *linter) answer(i int, f *kb.Fact) {
	at := place{"facts", i, "answer"}
	switch {
	case blank(f.Answer):
		l.err(at, "the fact %q has no answer; add one", clip(f.ID))
	case tooLong(f.Answer, kb.MaxAnswer):
		l.err(at, "the answer of %q is longer than %d characters; shorten it or make two facts of it", clip(f.ID), kb.MaxAnswer)
	}
	l.translated(i, f)
	if slices.ContainsFunc(f.Topics, blank) {
		l.warn(place{"facts", i, "topics"}, "the fact %q has an empty topic; remove it", clip(f.ID))
	}
}

// translated checks the answers in other languages.
func (l *linter) translated(i int, f *kb.Fact) {
	for _, tag := range slices.Sorted(maps.Keys(f.Answers)) {
		at := place{"facts", i, "answers", tag}
		switch t, err := language.Parse(tag); {
		case err != nil:
			l.err(at, "%q is no language; write a BCP 47 tag, such as fr or zh-Hant", clip(tag))
		case t.String() != tag:
			l.err(at, "the language %q is written %q", clip(tag), t)
		case blank(f.Answers[tag]):
			l.err(at, "the answer of %q in the language %q is empty; write it or remove it", clip(f.ID), tag)
		case tooLong(f.Answers[tag], kb.MaxAnswer):
			l.err(at, "the answer of %q in the language %q is longer than %d characters; shorten it", clip(f.ID), tag, kb.MaxAnswer)
		}
	}
}

func (l *linter) whoSays(at place, f *kb.Fact, draft bool) {
	switch {
	case f.Party == "" && draft:
		l.warn(at, "the draft %q has no party; before you approve it, add who says it: %s", clip(f.ID), l.whoMay())
	case f.Party == "":
		l.err(at, "the fact %q has no party; add who says it: %s", clip(f.ID), l.whoMay())
	case f.Party != kb.BothSides && !l.party[f.Party] && !l.unreadAt("statement", "parties"):
		l.err(at, "%q is no party of the statement; write %s", clip(f.Party), l.whoMay())
	}
}

// whoMay lists what the party of a fact may be.
func (l *linter) whoMay() string {
	var names []string
	for _, p := range l.s.Parties[:min(len(l.s.Parties), 10)] {
		names = append(names, clip(p))
	}
	return strings.Join(append(names, kb.BothSides), ", ")
}

func (l *linter) citations(i int, f *kb.Fact, draft bool) {
	if len(f.Citations) == 0 {
		l.err(place{"facts", i, "citations"}, "the fact %q has no citation; add the source that it stands in", clip(f.ID))
	}
	for j, c := range f.Citations {
		at := place{"facts", i, "citations", j}
		switch s := l.source[c.Source]; {
		case c.Source == "" && draft:
			l.warn(append(at, "source"), "the draft %q names no source; before you approve it, add the id of the one that it stands in", clip(f.ID))
		case c.Source == "":
			l.err(append(at, "source"), "a citation of %q names no source; add the id of one", clip(f.ID))
		case s == nil && !l.unreadAt("sources"):
			l.err(append(at, "source"), "the source %q is not among the sources; add it there or correct the id", clip(c.Source))
		case s != nil:
			l.quote(at, c, s)
			l.offset(at, c, s)
		}
	}
}

// quote checks the words of a citation against the text, if the file has it.
func (l *linter) quote(at place, c kb.Citation, s *kb.Source) {
	switch {
	case c.Quote == "":
	case blank(c.Quote):
		l.err(append(at, "quote"), "the quote is empty; leave it out or add the words")
	case tooLong(c.Quote, kb.MaxQuote):
		l.err(append(at, "quote"), "the quote is longer than %d characters and can never be shown whole; quote less", kb.MaxQuote)
	case s.Text == "" || c.StandsAt(s.Text):
	default:
		if message := l.search(c, s.ID, s.Text); message != "" {
			l.err(append(at, "quote"), "%s", message)
		} else if c.At != nil {
			l.err(append(at, "at"), "%s", elsewhere(c, s.Text))
		}
	}
}

// offset checks that what at says can be relied on at all.
func (l *linter) offset(at place, c kb.Citation, s *kb.Source) {
	at = append(at, "at")
	switch {
	case c.At == nil:
	case *c.At < 0:
		l.err(at, "at is %d; it must be a byte offset from 0", *c.At)
	case c.Quote == "":
		l.err(at, "at says where a quote stands, and there is none; add the quote or remove at")
	case s.Text == "" && s.TextSHA256 == "":
		l.warn(at, "at counts for nothing without the text_sha256 of source %q; remove it, or fill in both with check --texts DIR --write", clip(s.ID))
	}
}
