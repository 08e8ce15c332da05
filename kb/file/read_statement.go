package file

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/kb"
)

// A slot is where the value of a field goes.
type slot struct {
	name string
	take func(field string, value *tree)
}

// A reader understands what was parsed.
type reader struct{ *findings }

// statement understands a document. What is of a wrong kind is a finding and
// left out, but every entry of a list keeps its place: drafts stand among the facts,
// and drafts says which they are.
func (r reader) statement(t *tree) (s *kb.Statement, drafts []bool) {
	s = &kb.Statement{}
	r.record(t, "a knowledge file", []slot{
		{"statement", func(_ string, t *tree) {
			r.record(t, "the statement", []slot{
				{"id", r.text(&s.ID)},
				{"title", r.text(&s.Title)},
				{"date", r.unquoted(&s.Date)},
				{"place", r.text(&s.Place)},
				{"parties", r.texts(&s.Parties)},
			})
		}},
		{"sources", func(name string, t *tree) {
			r.list(name, t, func(_ string, t *tree) { s.Sources = append(s.Sources, r.source(t)) })
		}},
		{"facts", func(name string, t *tree) {
			r.list(name, t, func(_ string, t *tree) {
				fact, draft := r.fact(t)
				s.Facts, drafts = append(s.Facts, fact), append(drafts, draft)
			})
		}},
		{"aliases", func(_ string, t *tree) { s.Aliases = r.aliases(t) }},
	})
	return s, drafts
}

func (r reader) source(t *tree) (s kb.Source) {
	r.record(t, "a source", []slot{
		{"id", r.text(&s.ID)},
		{"title", r.text(&s.Title)},
		{"publisher", r.text(&s.Publisher)},
		{"published", r.unquoted(&s.Published)},
		{"url", r.text(&s.URL)},
		{"language", r.text(&s.Language)},
		{"kind", r.text((*string)(&s.Kind))},
		{"text_sha256", r.unquoted(&s.TextSHA256)},
		{"original_sha256", r.unquoted(&s.OriginalSHA256)},
		{"text", r.text(&s.Text)},
	})
	return s
}

func (r reader) fact(t *tree) (fact kb.Fact, draft bool) {
	r.record(t, "a fact", []slot{
		{"id", r.text(&fact.ID)},
		{"draft", r.truth(&draft)},
		{"question", r.text(&fact.Question)},
		{"also_asked", r.texts(&fact.AlsoAsked)},
		{"answer", r.text(&fact.Answer)},
		{"party", r.text(&fact.Party)},
		{"speaker", r.text(&fact.Speaker)},
		{"topics", r.texts(&fact.Topics)},
		{"answers", r.named(&fact.Answers)},
		{"citations", func(name string, t *tree) {
			r.list(name, t, func(_ string, t *tree) { fact.Citations = append(fact.Citations, r.citation(t)) })
		}},
	})
	return fact, draft
}

func (r reader) citation(t *tree) (c kb.Citation) {
	r.record(t, "a citation", []slot{
		{"source", r.text(&c.Source)},
		{"quote", r.text(&c.Quote)},
		{"at", r.offset(&c.At)},
		{"locator", r.text(&c.Locator)},
	})
	return c
}

func (r reader) aliases(t *tree) []kb.Alias {
	if t.kind != treeRecord {
		r.mismatch(t, `aliases must be names with lists of other names, such as "Analytical Engine: [the Engine]"`)
		return nil
	}
	r.namedTwice(t)
	var all []kb.Alias
	for _, b := range t.fields {
		a := kb.Alias{Name: b.name}
		r.texts(&a.Other)("the alias "+strconv.Quote(clip(b.name)), b.value)
		r.checkText(b.line, "the name of an alias", b.name)
		all = append(all, a)
	}
	return all
}

// record reads the fields of a record into their slots.
func (r reader) record(t *tree, what string, slots []slot) {
	if t.kind != treeRecord {
		r.mismatch(t, what+" must be a record of fields ("+slotNames(slots)+")")
		return
	}
	r.namedTwice(t)
	for _, b := range t.fields {
		i := slices.IndexFunc(slots, func(s slot) bool { return s.name == b.name })
		switch {
		case i < 0:
			r.wrong(b.line, "%s has no field %q; its fields are %s", what, clip(b.name), slotNames(slots))
		case b.value.kind != treeNull:
			slots[i].take(b.name, b.value)
		}
	}
}

// mismatch notes a value of another kind than it must be.
func (r reader) mismatch(t *tree, must string) {
	switch t.kind {
	case treeRefused:
	case treeNumber:
		r.wrong(t.line, "%s, not %s", must, clip(t.value))
	default:
		r.wrong(t.line, "%s, not %s", must, t.kind.what())
	}
}

// namedTwice notes the fields of a record that stand there more than once.
func (r reader) namedTwice(t *tree) {
	seen := make(map[string]int, len(t.fields))
	for _, b := range t.fields {
		if line, twice := seen[b.name]; twice {
			r.wrong(b.line, "%q stands here a second time, after line %d; keep one", clip(b.name), line)
			continue
		}
		seen[b.name] = b.line
	}
}

func slotNames(slots []slot) string {
	var names []string
	for _, s := range slots {
		names = append(names, s.name)
	}
	return strings.Join(names, ", ")
}

// list reads the entries of a list one by one.
func (r reader) list(name string, t *tree, take func(field string, value *tree)) {
	if t.kind != treeList {
		r.mismatch(t, name+" must be a list, each entry on a line of its own after a dash")
		return
	}
	for _, entry := range t.entries {
		take("an entry of "+name, entry)
	}
}

// texts is a slot for a list of texts.
func (r reader) texts(to *[]string) func(string, *tree) {
	return func(name string, t *tree) {
		r.list(name, t, func(name string, t *tree) {
			var text string
			if t.kind != treeNull {
				r.text(&text)(name, t)
			}
			*to = append(*to, text)
		})
	}
}

// named is a slot for texts by name.
func (r reader) named(to *map[string]string) func(string, *tree) {
	return func(name string, t *tree) {
		if t.kind != treeRecord {
			r.mismatch(t, name+" must be texts by language, such as \"fr: Non.\"")
			return
		}
		r.namedTwice(t)
		*to = make(map[string]string, len(t.fields))
		for _, b := range t.fields {
			var text string
			if b.value.kind != treeNull {
				r.text(&text)("the entry "+strconv.Quote(clip(b.name))+" of "+name, b.value)
			}
			r.checkText(b.line, "a name in "+name, b.name)
			(*to)[b.name] = text
		}
	}
}

// text is a slot for a text.
func (r reader) text(to *string) func(string, *tree) {
	return func(name string, t *tree) {
		switch t.kind {
		case treeText:
			r.checkText(t.line, name, t.value)
			*to = t.value
		case treeNumber, treeTruth:
			r.wrong(t.line, "%s must be text, and %q is %s here; put it in quotation marks", name, clip(t.value), t.kind.what())
		default:
			r.mismatch(t, name+" must be text")
		}
	}
}

// unquoted is a slot for a text that may look like a number and needs no
// quotation marks even then: a year, a hash.
func (r reader) unquoted(to *string) func(string, *tree) {
	return func(name string, t *tree) {
		if t.kind == treeNumber {
			*to = t.value
			return
		}
		r.text(to)(name, t)
	}
}

// truth is a slot for true or false. What is neither counts as true, so that a draft
// is never a fact by a slip of the pen.
func (r reader) truth(to *bool) func(string, *tree) {
	return func(name string, t *tree) {
		*to = t.kind != treeTruth || !strings.EqualFold(t.value, "false")
		if t.kind != treeTruth {
			r.mismatch(t, name+" must be true or false")
		}
	}
}

// offset is a slot for a byte offset.
func (r reader) offset(to **int) func(string, *tree) {
	return func(name string, t *tree) {
		n, ok := t.number()
		if !ok {
			r.mismatch(t, name+" must be a whole number from 0, the byte offset of the quote in the text")
			return
		}
		*to = &n
	}
}

// checkText notes a value that can be neither stored nor shown.
func (r reader) checkText(line int, name, value string) {
	if c, bad := unfit(value); bad {
		r.wrong(line, "%s has the control character U+%04X; remove it", name, c)
	}
}

// clip shortens what a message repeats to one short line.
func clip(s string) string {
	const most = 60
	r := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s))
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(r)
}
