package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

// aboutOptions say what a whole text is, where the text itself does not.
type aboutOptions struct {
	ID        string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"ID" help:"Its id, a-z, 0-9 and hyphens; a text that has it already is corrected. Without it, made of the file's name."`
	Title     string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"TITLE" help:"Its title; without it, the one that the text has."`
	Publisher string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"NAME" help:"Who published it."`
	URL       string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"ADDRESS" help:"Where it can be read."`
	Date      string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"YYYY-MM-DD" help:"When the statement was made."`
	Parties   []string `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"NAME,…" help:"Who issued it."`
}

// textOptions are for a whole text that is loaded without a knowledge file.
type textOptions struct {
	aboutOptions
	Statement string `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"ID" help:"The statement that is there already, to which the text is added as a source."`
}

// given reports whether any is set.
func (o textOptions) given() bool {
	return o.ID+o.Title+o.Publisher+o.URL+o.Date+o.Statement != "" || len(o.Parties) > 0
}

// check wants the options to be about one text.
func (o textOptions) check(files []string) error {
	if !o.given() {
		return nil
	}
	if len(files) != 1 || files[0] != standardInput && !document.IsDocument(files[0]) {
		return errors.New("--id, --title, --publisher, --url, --date, --parties and --statement are for one .txt, .md, .html, .docx or .pdf file")
	}
	return o.valid()
}

// valid reports what is wrong with the options themselves.
func (o aboutOptions) valid() error {
	u, err := url.Parse(o.URL)
	_, noDay := time.Parse(time.DateOnly, o.Date)
	switch {
	case o.ID != "" && (len(o.ID) > kb.MaxID || !isID.MatchString(o.ID)):
		return fmt.Errorf("--id may have a-z, 0-9 and single hyphens between them, at most %d in all", kb.MaxID)
	case o.Date != "" && noDay != nil:
		return errors.New("--date must be a day, such as 2025-11-17")
	case o.URL != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https"):
		return errors.New("--url must be a web address that begins with https:// or http://")
	}
	return nil
}

// A wholeText is a whole text as a statement without facts, whose only source has the
// text, and what whoever loads it should know.
type wholeText struct {
	*kb.Statement
	name     string
	encoding string // as it was found out; empty for UTF-8
}

// read reads a whole text. What neither the options nor the text nor its name tell
// stays empty.
func (o aboutOptions) read(ctx context.Context, in input) (wholeText, error) {
	d, err := document.ReadContext(ctx, in.as, in.content)
	if err != nil {
		return wholeText{}, file.Problems{{File: in.name, Line: 1, Message: err.Error()}}
	}
	title := cmp.Or(o.Title, d.Title)
	called := in.name
	if in.name == standardInput {
		title = cmp.Or(title, kb.Paragraphs(d.Text)[0].Opening())
		called = title
	}
	title = cmp.Or(title, filepath.Base(in.name))
	id := cmp.Or(o.ID, idOf(called))
	day := cmp.Or(o.Date, d.Date, dayIn.FindString(in.name))
	return wholeText{name: in.name, encoding: d.Encoding, Statement: &kb.Statement{
		ID: id, Title: title, Date: day, Parties: o.Parties,
		Sources: []kb.Source{{
			ID: id, Title: title, Publisher: cmp.Or(o.Publisher, d.Publisher),
			Published: day, URL: cmp.Or(o.URL, d.URL), Language: d.Language, Kind: kb.KindStatement,
			Text: d.Text, TextSHA256: kb.TextHash(d.Text), OriginalSHA256: d.SHA256,
		}},
	}}, nil
}

// remark prints what whoever loads texts should know: in which encoding they were read,
// and which has no date. A text that is added to a statement needs none.
func (o textOptions) remark(w io.Writer, texts []wholeText) {
	say := func(name, remark string) { _, _ = fmt.Fprintln(w, screen.Harmless(name+": "+remark)) }
	for _, t := range texts {
		if t.encoding != "" {
			say(t.name, "read as "+t.encoding+"; if letters are wrong, save it as UTF-8")
		}
		if t.Date == "" && o.Statement == "" {
			say(t.name, "nothing says when it was made, so it has no date; add it with --date")
		}
	}
}

// dayIn finds a day in the name of a file.
var dayIn = regexp.MustCompile(`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`)

var (
	noID = regexp.MustCompile(`[^a-z0-9]+`)
	isID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// idOf makes an id from the name of a file; from a hash of it where the name has
// no letter that an id may have. Of a long name a hash tells what was cut: that of
// many agrees in the first letters.
func idOf(name string) string {
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	id := strings.Trim(noID.ReplaceAllString(strings.ToLower(base), "-"), "-")
	if id == "" {
		sum := sha256.Sum256([]byte(base))
		id = "text-" + hex.EncodeToString(sum[:4])
	}
	if len(id) <= kb.MaxID {
		return id
	}
	sum := sha256.Sum256([]byte(base))
	return strings.TrimRight(id[:kb.MaxID-1-2*4], "-") + "-" + hex.EncodeToString(sum[:4])
}

// addTo adds a whole text as a source to a statement that is there. The source
// has the name of the file. Where the statement has a source of that name, it gets
// the text, and what else the options say.
func (o textOptions) addTo(ctx context.Context, p *program, l *library.Library, s store.Store, server string, text wholeText) error {
	held := l.Statements(server)
	i := slices.IndexFunc(held, func(s *kb.Statement) bool { return s.ID == o.Statement })
	if i < 0 {
		return fmt.Errorf("there is no statement %s; look at the id with export, or leave --statement out", o.Statement)
	}
	source, err := o.over(held[i], text.Sources[0])
	if err != nil {
		return err
	}
	record, err := index.SourceRecord(server, o.Statement, &source)
	if err != nil {
		return err
	}
	change := store.Change{Author: byCommandLine, Action: "add source", Put: []store.Record{record}}
	if _, err := s.Apply(ctx, change); err != nil {
		return fmt.Errorf("add the text to %s: %w", o.Statement, err)
	}
	if _, err := io.WriteString(p.out, screen.Harmless("Added to "+o.Statement+": the source "+source.ID+".\n")); err != nil {
		return fmt.Errorf("print what was added: %w", err)
	}
	if err := l.Refresh(ctx); err != nil {
		return err
	}
	return o.warn(p, l, server, source.ID)
}

// warn says which facts have quotes that do not stand in the text that was added.
func (o textOptions) warn(p *program, l *library.Library, server, source string) error {
	var facts []string
	for _, b := range l.Recheck(server).Broken {
		if b.Statement == o.Statement && b.Citation.Source == source && !slices.Contains(facts, b.Fact) {
			facts = append(facts, b.Fact)
		}
	}
	if len(facts) == 0 {
		return nil
	}
	_, err := fmt.Fprintln(p.err, screen.Harmless("In this text the quotes of "+screen.Count(len(facts), "fact", "facts")+" do not stand: "+
		strings.Join(facts, ", ")+". Look at them with recheck, and correct them."))
	return err
}

// over gives what a statement has of a source, with the text and what is said
// of it. Another text that has the id is not given up for it, unless it was told so.
func (o textOptions) over(s *kb.Statement, text kb.Source) (kb.Source, error) {
	for _, source := range s.Sources {
		if source.ID != text.ID {
			continue
		}
		if o.ID == "" && source.Text != "" && !library.SameText(source.Text, text.Text) {
			return text, fmt.Errorf("the source %s of %s has another text; give this one an id with --id, the same to put it in the place of that", text.ID, s.ID)
		}
		source.Text, source.TextSHA256, source.OriginalSHA256 = text.Text, text.TextSHA256, text.OriginalSHA256
		source.Title, source.Publisher = cmp.Or(o.Title, source.Title), cmp.Or(o.Publisher, source.Publisher)
		source.URL, source.Published = cmp.Or(o.URL, source.URL), cmp.Or(o.Date, source.Published)
		source.Language = cmp.Or(source.Language, text.Language)
		return source, nil
	}
	return text, nil
}
