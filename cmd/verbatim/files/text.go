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

// TextOptions say what a whole text is that is loaded without a knowledge file,
// where the text itself does not.
type TextOptions struct {
	ID        string   `group:"Whole texts (.txt, .md, .html):" placeholder:"ID" help:"Its id, a-z, 0-9 and hyphens; a text that has it already is corrected. Without it, made of the file's name."`
	Title     string   `group:"Whole texts (.txt, .md, .html):" placeholder:"TITLE" help:"Its title; without it, the one that the text has."`
	Publisher string   `group:"Whole texts (.txt, .md, .html):" placeholder:"NAME" help:"Who published it."`
	URL       string   `group:"Whole texts (.txt, .md, .html):" placeholder:"ADDRESS" help:"Where it can be read."`
	Date      string   `group:"Whole texts (.txt, .md, .html):" placeholder:"YYYY-MM-DD" help:"When the statement was made."`
	Parties   []string `group:"Whole texts (.txt, .md, .html):" placeholder:"NAME,…" help:"Who issued it."`
	Statement string   `group:"Whole texts (.txt, .md, .html):" placeholder:"ID" complete:"statement" help:"The statement that is there already, to which the text is added as a source."`
}

// Given reports whether any is set.
func (o TextOptions) Given() bool {
	return o.ID+o.Title+o.Publisher+o.URL+o.Date+o.Statement != "" || len(o.Parties) > 0
}

// Check wants the options to be about one text.
func (o TextOptions) Check(files []string) error {
	u, err := url.Parse(o.URL)
	_, noDay := time.Parse(time.DateOnly, o.Date)
	switch {
	case !o.Given():
		return nil
	case len(files) != 1 || !document.IsDocument(files[0]):
		return errors.New("--id, --title, --publisher, --url, --date, --parties and --statement are for one .txt, .md or .html file")
	case o.ID != "" && (len(o.ID) > kb.MaxID || !isID.MatchString(o.ID)):
		return fmt.Errorf("--id may have a-z, 0-9 and single hyphens between them, at most %d in all", kb.MaxID)
	case o.Date != "" && noDay != nil:
		return errors.New("--date must be a day, such as 2025-11-17")
	case o.URL != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https"):
		return errors.New("--url must be a web address that begins with https:// or http://")
	}
	return nil
}

// ReadText reads a whole text as a statement without facts, whose only source
// has the text.
func (o TextOptions) ReadText(ctx context.Context, name string) (*kb.Statement, error) {
	content, err := Read(name)
	if err != nil {
		return nil, err
	}
	d, err := document.ReadContext(ctx, name, content)
	if err != nil {
		return nil, file.Problems{{File: name, Line: 1, Message: err.Error()}}
	}
	id := cmp.Or(o.ID, idOf(name))
	address := cmp.Or(o.URL, d.URL)
	publisher := cmp.Or(o.Publisher, d.Publisher, hostOf(address), "publisher not given")
	day := cmp.Or(o.Date, d.Date, dayIn.FindString(name))
	sum := sha256.Sum256([]byte(d.Text))
	s := &kb.Statement{
		ID: id, Title: cmp.Or(o.Title, d.Title, filepath.Base(name)),
		Date:    cmp.Or(day, time.Now().Format(time.DateOnly)),
		Parties: o.Parties,
		Sources: []kb.Source{{
			ID: id, Title: cmp.Or(o.Title, d.Title, filepath.Base(name)), Publisher: publisher,
			Published: day, URL: address, Language: d.Language, Kind: kb.KindStatement,
			Text: d.Text, TextSHA256: hex.EncodeToString(sum[:]), OriginalSHA256: d.SHA256,
		}},
	}
	if len(s.Parties) == 0 {
		s.Parties = []string{publisher}
	}
	return s, nil
}

// Remark says of which texts nothing tells the day: not the options, not the name of the
// file, and not the text itself.
func (o TextOptions) Remark(w io.Writer, names []string, loaded []*kb.Statement) {
	told := map[string]bool{}
	for _, s := range loaded {
		for _, source := range s.Sources {
			told[s.ID] = told[s.ID] || source.Published != ""
		}
	}
	for _, name := range names {
		if document.IsDocument(name) && o.Statement == "" && !told[cmp.Or(o.ID, idOf(name))] {
			_, _ = fmt.Fprintln(w, screen.Harmless(name+": nothing says when it was made, so it is dated today; load it again with --date"))
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

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
