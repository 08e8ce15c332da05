package curate_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"verbatim/kb/curate"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

// FuzzImport reads any bytes as a knowledge file: it is refused with problems
// that have a line each, or else what is foreseen is what is loaded.
func FuzzImport(f *testing.F) {
	f.Add([]byte(kbtest.Notes))
	f.Add([]byte("statement: {id: a}\nsources: [[[[]]]]\n"))
	f.Add([]byte(`{"statement": {"id": "a", "title": "x", "date": "2026-01-01", "parties": ["x"]}}`))
	f.Add([]byte("a: &a [*a, *a]\n"))
	f.Add([]byte("statement: \xff"))
	l := kbtest.Library(f, kbtest.Opened(f, kbtest.NewPath(f)), kbtest.NotesFile())
	f.Fuzz(func(t *testing.T, content []byte) {
		began := time.Now()
		statements, err := file.Read("f.yaml", bytes.NewReader(content))
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("reading %d bytes took %v", len(content), took)
		}
		if problems, ok := err.(file.Problems); ok {
			for _, p := range problems {
				if p.Line < 1 || p.Message == "" {
					t.Errorf("a problem without a line: %+v", p)
				}
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		foreseen, err := curate.New(l).Preview(context.Background(), kbtest.Home, statements)
		if err != nil {
			return // what no database can keep
		}
		if _, err := l.Load(context.Background(), "ada", kbtest.Home, statements); err != nil {
			t.Fatalf("foreseen %+v, and then: %v", foreseen, err)
		}
		if again, err := curate.New(l).Preview(context.Background(), kbtest.Home, statements); err != nil || !again.Nothing() {
			t.Errorf("when it is loaded, there is left to do %+v, %v", again, err)
		}
	})
}
