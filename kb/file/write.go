package file

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"verbatim/kb"
)

// Write gives statements back as a knowledge file, one YAML document each, that
// [Read] takes and that says the same, to the byte. Statements that [Lint] finds
// errors in are written all the same, but Read will refuse them; text that is
// not UTF-8 or has control characters is an error.
func Write(w io.Writer, statements ...*kb.Statement) error {
	dumper, err := yaml.NewDumper(w, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false),
		yaml.WithLineWidth(-1), yaml.WithUnicode(true))
	if err != nil {
		return fmt.Errorf("write knowledge file: %w", err)
	}
	for _, s := range statements {
		var t writer
		n := t.statement(s)
		if t.err != nil {
			return fmt.Errorf("write statement %s: %w", s.ID, t.err)
		}
		if err := dumper.Dump(n); err != nil {
			return fmt.Errorf("write statement %s: %w", s.ID, err)
		}
	}
	if err := dumper.Close(); err != nil {
		return fmt.Errorf("write knowledge file: %w", err)
	}
	return nil
}

// A writer turns a statement into the nodes of a YAML document.
type writer struct{ err error }

func (w *writer) statement(s *kb.Statement) *yaml.Node {
	head := record(
		"id", w.text(s.ID), "title", w.text(s.Title), "date", optional(w.date(s.Date)),
		"place", optional(w.text(s.Place)), "parties", optional(w.row(s.Parties)),
	)
	sources, facts, aliases := list(), list(), record()
	for i := range s.Sources {
		sources.Content = append(sources.Content, w.source(&s.Sources[i]))
	}
	for i := range s.Facts {
		facts.Content = append(facts.Content, w.fact(&s.Facts[i], nil))
	}
	for i := range s.Drafts {
		facts.Content = append(facts.Content, w.fact(&s.Drafts[i], &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"}))
	}
	for _, a := range s.Aliases {
		aliases.Content = append(aliases.Content, w.text(a.Name), w.row(a.Other))
	}
	return record("statement", head, "sources", sources, "facts", optional(facts), "aliases", optional(aliases))
}

func (w *writer) source(s *kb.Source) *yaml.Node {
	return record(
		"id", w.text(s.ID), "title", w.text(s.Title), "publisher", optional(w.text(s.Publisher)),
		"published", optional(w.date(s.Published)), "url", optional(w.text(s.URL)),
		"language", optional(w.text(s.Language)), "kind", w.text(string(s.Kind)),
		"text_sha256", optional(w.text(s.TextSHA256)), "original_sha256", optional(w.text(s.OriginalSHA256)),
		"text", optional(w.text(s.Text)),
	)
}

func (w *writer) fact(f *kb.Fact, draft *yaml.Node) *yaml.Node {
	asked, citations := list(), list()
	for _, q := range f.AlsoAsked {
		asked.Content = append(asked.Content, w.text(q))
	}
	for _, c := range f.Citations {
		citations.Content = append(citations.Content, w.citation(c))
	}
	return record(
		"id", w.text(f.ID), "draft", draft, "question", w.text(f.Question), "also_asked", optional(asked),
		"answer", w.text(f.Answer), "party", w.text(f.Party), "speaker", optional(w.text(f.Speaker)),
		"topics", optional(w.row(f.Topics)), "answers", optional(w.named(f.Answers)), "citations", citations,
	)
}

func (w *writer) citation(c kb.Citation) *yaml.Node {
	var at *yaml.Node
	if c.At != nil {
		at = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(*c.At)}
	}
	return record("source", w.text(c.Source), "quote", optional(w.text(c.Quote)), "at", at,
		"locator", optional(w.text(c.Locator)))
}

// record is a mapping of names and nodes in turn; a nil node leaves its name out.
func record(fields ...any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for i := 0; i < len(fields); i += 2 {
		if value := fields[i+1].(*yaml.Node); value != nil {
			name := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: fields[i].(string)}
			n.Content = append(n.Content, name, value)
		}
	}
	return n
}

func list() *yaml.Node { return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"} }

// optional is nil for a node that holds nothing.
func optional(n *yaml.Node) *yaml.Node {
	if n.Value == "" && len(n.Content) == 0 {
		return nil
	}
	return n
}

// row is a list in one line.
func (w *writer) row(texts []string) *yaml.Node {
	n := list()
	n.Style = yaml.FlowStyle
	for _, t := range texts {
		n.Content = append(n.Content, w.text(t))
	}
	return n
}

// named are texts by name, in the order of the names.
func (w *writer) named(texts map[string]string) *yaml.Node {
	n := record()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		n.Content = append(n.Content, w.text(name), w.text(texts[name]))
	}
	return n
}

// date is a text that needs no quotation marks, although YAML has a type for it.
func (w *writer) date(text string) *yaml.Node {
	n := w.text(text)
	switch {
	case kb.IsDate(text, "2006-01-02"):
		n.Tag = "!!timestamp"
	case kb.IsDate(text, "2006"):
		n.Tag = "!!int"
	}
	return n
}

// text is a text that reads back as it is: several lines as a block, what a
// block cannot hold in double quotes, and the rest as the library thinks best.
func (w *writer) text(text string) *yaml.Node {
	if c, bad := unfit(text); bad {
		w.err = fmt.Errorf("the text %q has the control character U+%04X", clip(text), c)
	}
	if !utf8.ValidString(text) {
		w.err = fmt.Errorf("the text %q is not UTF-8", clip(text))
		text = ""
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
	switch {
	case strings.ContainsFunc(text, func(r rune) bool { return strings.ContainsRune("\r\t\f\u0085\u2028\u2029\uFEFF", r) }):
		n.Style = yaml.DoubleQuotedStyle
	case strings.ContainsRune(text, '\n'):
		n.Style = blockStyle(text)
	}
	return n
}

// blockStyle is the style of a text of several lines. A block that begins with
// white space would need its indentation stated.
func blockStyle(text string) yaml.Style {
	if strings.HasPrefix(text, " ") || strings.HasPrefix(text, "\n") || strings.TrimSpace(text) == "" {
		return yaml.DoubleQuotedStyle
	}
	return yaml.LiteralStyle
}
