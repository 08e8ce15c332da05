package kb_test

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/store"
)

// opened opens the database at path, closed when the test ends.
func opened(t testing.TB, path string) *store.Opened {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{BusyTimeout: 200 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // a test may have closed it
	return s
}

// library opens a library on a store, with files that are shipped.
func library(t testing.TB, s store.Store, shipped ...kb.File) *kb.Library {
	t.Helper()
	l, _ := loggedLibrary(t, s, shipped...)
	return l
}

// loggedLibrary gives what is logged too.
func loggedLibrary(t testing.TB, s store.Store, shipped ...kb.File) (*kb.Library, *bytes.Buffer) {
	t.Helper()
	var log bytes.Buffer
	l, err := kb.OpenLibrary(context.Background(), s, kb.LibraryOptions{
		Shipped: shipped, Log: slog.New(slog.NewTextHandler(&log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return l, &log
}

func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "verbatim.db") }

// notesFile is the notes as they are shipped, changed by replacements.
func notesFile(replacements ...string) kb.File {
	return kb.File{Name: "notes.yaml", Content: []byte(strings.NewReplacer(replacements...).Replace(notes))}
}

// apply makes a moderator's change of facts of the notes.
func apply(t testing.TB, s store.Store, server string, facts ...kb.Fact) {
	t.Helper()
	applyTo(t, s, server, "engine-notes-1843", facts...)
}

// applyTo does the same to another statement.
func applyTo(t testing.TB, s store.Store, server, statement string, facts ...kb.Fact) {
	t.Helper()
	var put []store.Record
	for i := range facts {
		r, err := kb.FactRecord(server, statement, &facts[i])
		if err != nil {
			t.Fatal(err)
		}
		put = append(put, r)
	}
	if _, err := s.Apply(context.Background(), store.Change{Author: "mary", Action: "add", Put: put}); err != nil {
		t.Fatal(err)
	}
}

// fact is a fact of the notes.
func fact(id, question, answer string) kb.Fact {
	return kb.Fact{
		ID: id, Question: question, Answer: answer, Party: "Ada Lovelace",
		Citations: []kb.Citation{{Source: "taylor-1843", Quote: "no pretensions"}},
	}
}

// asks gives the answer's text, empty if there is none, to a question that is
// asked when the last look for changes is over.
func asks(l *kb.Library, question, server string) string {
	time.Sleep(4 * time.Millisecond)
	return l.Ask(context.Background(), kb.Question{Text: question, Server: server}).Text
}

const (
	think       = "Can the Analytical Engine think?"
	thinkAnswer = "No. It does what we know how to order it to do."
	steam       = "Is the mill driven by steam?"
)

func load(t testing.TB, l *kb.Library, server string, statements ...*kb.Statement) kb.Loading {
	t.Helper()
	told, err := l.Load(context.Background(), "ada", server, statements)
	if err != nil {
		t.Fatal(err)
	}
	return told
}

func read(t testing.TB, file string) []*kb.Statement {
	t.Helper()
	statements, err := kb.Read("f.yaml", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return statements
}

// counting is a store that counts what is learned.
type counting struct {
	store.Store
	learned int
}

func (c *counting) Learn(ctx context.Context, name, key string, blob []byte) error {
	c.learned++
	return c.Store.Learn(ctx, name, key, blob)
}
