package files

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
	"strings"
	"time"

	"verbatim/cmd/verbatim/screen"
	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/file"
)

// AboutOptions say what a whole text is, where the text itself does not.
type AboutOptions struct {
	ID        string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"ID" help:"Its id, a-z, 0-9 and hyphens; a text that has it already is corrected. Without it, made of the file's name."`
	Title     string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"TITLE" help:"Its title; without it, the one that the text has."`
	Publisher string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"NAME" help:"Who published it."`
	URL       string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"ADDRESS" help:"Where it can be read."`
	Date      string   `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"YYYY-MM-DD" help:"When the statement was made."`
	Parties   []string `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"NAME,…" help:"Who issued it."`
}

// TextOptions are for a whole text that is loaded without a knowledge file.
type TextOptions struct {
	AboutOptions
	Statement string `group:"Whole texts (.txt, .md, .html, .docx, .pdf):" placeholder:"ID" complete:"statement" help:"The statement that is there already, to which the text is added as a source."`
}

// Given reports whether any is set.
func (o TextOptions) Given() bool {
	return o.ID+o.Title+o.Publisher+o.URL+o.Date+o.Statement != "" || len(o.Parties) > 0
}

// Check wants the options to be about one text.
func (o TextOptions) Check(files []string) error {
	if !o.Given() {
		return nil
	}
	if len(files) != 1 || files[0] != standardInput && !document.IsDocument(files[0]) {
		return errors.New("--id, --title, --publisher, --url, --date, --parties and --statement are for one .txt, .md, .html, .docx or .pdf file")
	}
	return o.Valid()
}

// Valid reports what is wrong with the options themselves.
func (o AboutOptions) Valid() error {
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

// A WholeText is a whole text as a statement without facts, whose only source has the
// text, and what whoever loads it should know.
type WholeText struct {
	*kb.Statement
	name     string
	encoding string // as it was found out; empty for UTF-8
}

// Read reads a whole text. What neither the options nor the text nor its name tell
// stays empty.
func (o AboutOptions) Read(ctx context.Context, in Input) (WholeText, error) {
	d, err := document.Read(ctx, in.As, in.Content)
	if err != nil {
		return WholeText{}, file.Problems{{File: in.Name, Line: 1, Message: err.Error()}}
	}
	title := cmp.Or(o.Title, d.Title)
	called := in.Name
	if in.Name == standardInput {
		title = cmp.Or(title, kb.Paragraphs(d.Text)[0].Opening())
		called = title
	}
	title = cmp.Or(title, filepath.Base(in.Name))
	id := cmp.Or(o.ID, idOf(called))
	day := cmp.Or(o.Date, d.Date, dayIn.FindString(in.Name))
	return WholeText{name: in.Name, encoding: d.Encoding, Statement: &kb.Statement{
		ID: id, Title: title, Date: day, Parties: o.Parties,
		Sources: []kb.Source{{
			ID: id, Title: title, Publisher: cmp.Or(o.Publisher, d.Publisher),
			Published: day, URL: cmp.Or(o.URL, d.URL), Language: d.Language, Kind: kb.KindStatement,
			Text: d.Text, TextSHA256: kb.TextHash(d.Text), OriginalSHA256: d.SHA256,
		}},
	}}, nil
}

// Remark prints what whoever loads texts should know: in which encoding they were read,
// and which has no date. A text that is added to a statement needs none.
func (o TextOptions) Remark(w io.Writer, texts []WholeText) {
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
