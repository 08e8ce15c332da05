// Package kbtest is what tests of the rooms of kb start from: small statements, and
// libraries with a clock that goes on by itself. Only tests import it.
package kbtest

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// Notes is a knowledge file with two facts.
const Notes = `
statement:
  id: engine-notes-1843
  title: Notes on the Analytical Engine
  date: 1843-08-01
  place: London
  parties: [Ada Lovelace]
sources:
  - {id: taylor-1843, title: Sketch, publisher: Richard Taylor, published: 1843-08-01, url: https://example.org/notes, language: en, kind: statement, text: "It has no pretensions whatever to originate any thing."}
  - {id: letter-1843, title: Letter, publisher: Richard Taylor, published: 1843-09-01, url: https://example.org/letter, language: en, kind: report}
facts:
  - id: originates-nothing
    question: Can the Analytical Engine think?
    also_asked: [Does the engine create anything new?]
    answer: No. It does what we know how to order it to do.
    party: Ada Lovelace
    citations: [{source: taylor-1843, quote: no pretensions whatever}]
  - id: music
    question: Could the engine compose music?
    answer: Yes, if sounds could be expressed in its notation.
    party: Ada Lovelace
    citations: [{source: letter-1843, quote: a symphony}]
aliases:
  Analytical Engine: [the Engine, 分析机]
`

// Servers, the id of the notes, and what nothing of them answers.
const (
	Home     = "100"
	Away     = "200"
	NotesID  = "engine-notes-1843"
	CookAsks = "Who wrote the cookery book?"
)

// Editor is mary in the server home; once names the act.
func Editor(once ...string) library.Editor {
	return library.Editor{Author: "mary", Server: Home, Once: strings.Join(once, "")}
}

// Pass asks a question that nothing answers.
func Pass(t testing.TB, l *library.Library, server, question, user, once string) bool {
	t.Helper()
	fresh, err := inbox.New(l).Pass(context.Background(), server, inbox.OpenQuestion{Question: question, Count: 1, Reason: kb.ReasonUnknown}, user, once)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

// Waiting lists what waits in a server, a group a line.
func Waiting(l *library.Library, server string) string {
	var lines []string
	for _, g := range inbox.New(l).Groups(server) {
		var questions []string
		for _, w := range g.Questions {
			questions = append(questions, w.Question)
		}
		lines = append(lines, fmt.Sprintf("%d: %s (%d to tell)", g.Count, strings.Join(questions, " / "), g.Tell))
	}
	return strings.Join(lines, "\n")
}

// IDs are those of the questions of a group.
func IDs(g inbox.Group) []string {
	var all []string
	for _, w := range g.Questions {
		all = append(all, w.ID)
	}
	return all
}

// Opened opens the database at path, closed when the test ends.
func Opened(t testing.TB, path string) *store.Opened {
	t.Helper()
	s, err := database.Open(context.Background(), path, store.Options{BusyTimeout: 200 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // a test may have closed it
	return s
}

// Library opens a library on a store, with files that are shipped.
func Library(t testing.TB, s store.Store, shipped ...library.File) *library.Library {
	t.Helper()
	l, _ := LoggedLibrary(t, s, shipped...)
	return l
}

// LoggedLibrary gives what is logged too.
func LoggedLibrary(t testing.TB, s store.Store, shipped ...library.File) (*library.Library, *bytes.Buffer) {
	t.Helper()
	var log bytes.Buffer
	l, err := library.Open(context.Background(), s, library.Options{
		Shipped: shipped, Log: slog.New(slog.NewTextHandler(&log, nil)), Now: ticking(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return l, &log
}

// ticking is a clock that goes on by a millisecond whenever it is looked at.
func ticking() func() time.Time {
	var ticks atomic.Int64
	began := time.Now()
	return func() time.Time { return began.Add(time.Duration(ticks.Add(1)) * time.Millisecond) }
}

// NewPath is where a database may be made that goes when the test ends.
func NewPath(t testing.TB) string { return filepath.Join(t.TempDir(), "verbatim.db") }

// NotesFile is the notes as they are shipped, changed by replacements.
func NotesFile(replacements ...string) library.File {
	return library.File{Name: "notes.yaml", Content: []byte(strings.NewReplacer(replacements...).Replace(Notes))}
}

// Asks gives the answer's text, empty if there is none, to a question that is
// asked when the last look for changes is over.
func Asks(l *library.Library, question, server string) string {
	time.Sleep(4 * time.Millisecond)
	return l.Ask(context.Background(), kb.Question{Text: question, Server: server}).Text
}

// Questions, and what the notes answer.
const (
	Think       = "Can the Analytical Engine think?"
	ThinkAnswer = "No. It does what we know how to order it to do."
	Steam       = "Is the mill driven by steam?"
)

// Load loads statements into a server.
func Load(t testing.TB, l *library.Library, server string, statements ...*kb.Statement) library.Loading {
	t.Helper()
	told, err := l.Load(context.Background(), "ada", server, statements)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// Read reads a knowledge file.
func Read(t testing.TB, content string) []*kb.Statement {
	t.Helper()
	statements, err := file.Read("f.yaml", strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return statements
}

// Update tells to write the goldens anew.
var Update = flag.Bool("update", false, "write the goldens anew")

// FileText is the text of the source of validStatement.
const FileText = "The engine has no pretensions.\n\nIt follows orders, 分析机 too."

// ValidStatement is a statement without a problem, changed by a test that
// breaks one thing of it.
func ValidStatement(change func(s *kb.Statement)) *kb.Statement {
	s := &kb.Statement{
		ID: "notes", Title: "Notes", Date: "1843-08-01", Place: "London", Parties: []string{"Ada Lovelace", "Luigi Menabrea"},
		Sources: []kb.Source{
			{ID: "held", Title: "Sketch", Publisher: "Taylor", Published: "1843", URL: "https://example.org/a", Language: "en", Kind: kb.KindStatement, Text: FileText},
			{ID: "unheld", Title: "Report", Publisher: "Times", Published: "1843-09", URL: "http://example.org/b", Language: "zh-Hant", Kind: kb.KindReport},
		},
		Facts: []kb.Fact{
			{
				ID: "orders", Question: "Can it think?", AlsoAsked: []string{"does it think", "分析机会思考吗？"},
				Answer: "No.", Party: "Ada Lovelace", Speaker: "Ada Lovelace", Topics: []string{"machines"},
				Citations: []kb.Citation{{Source: "held", Quote: "no pretensions", Locator: "Note G"}, {Source: "unheld", Quote: "not checked"}},
			},
			{ID: "music", Question: "Can it compose?", Answer: "Perhaps.", Party: kb.BothSides, Citations: []kb.Citation{{Source: "unheld"}}},
		},
		Aliases: []kb.Alias{{Name: "Analytical Engine", Other: []string{"the Engine", "分析机"}}},
	}
	change(s)
	return s
}

// Number is a pointer to a number.
func Number(n int) *int { return &n }

// Written gives statements as a file.
func Written(t testing.TB, statements ...*kb.Statement) string {
	t.Helper()
	var b bytes.Buffer
	if err := file.Write(&b, statements...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// WordsOf is a text of n words as frequent as words are, in paragraphs.
func WordsOf(random *rand.Rand, n int) string {
	zipf := rand.NewZipf(random, 1.1, 3, 40_000)
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%x", zipf.Uint64())
		b.WriteString([]string{" ", ".\n\n"}[min(1, i%97/96)])
	}
	return b.String()
}

// RiverText is the text of a source of River.
const RiverText = `Joint communiqué of the river council

We will not close the river, and we do not intend to tax it. The minister said so.

Averland will pay 40 per cent of the cost of the lock.`

// River is a statement whose text is held, and of which another source is only
// quoted.
func River() *kb.Statement {
	return &kb.Statement{
		ID: "river", Title: "River communiqué", Parties: []string{"Averland", "Cordonia"},
		Sources: []kb.Source{
			{ID: "communique", Text: RiverText},
			{ID: "gazette", Publisher: "The Gazette", TextSHA256: "9f2c"},
			{ID: "unquoted"},
		},
		Facts: []kb.Fact{
			{
				ID: "open", Party: "Averland", Speaker: "Ada Marn",
				Citations: []kb.Citation{{Source: "communique", Quote: "We will not close the river", Locator: "paragraph 2"}},
			},
			{
				ID: "barges", Party: "Cordonia", Speaker: "Ivo Lenk",
				Citations: []kb.Citation{{Source: "gazette", Quote: "supply two hundred barges before the winter", At: Number(7)}},
			},
			{ID: "ice", Party: "Cordonia", Citations: []kb.Citation{{Source: "gazette", Quote: "the ice is nobody’s fault"}}},
		},
	}
}
