package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the commands print into testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"verbatim": main})
}

// TestCommandLines runs the scripts in testdata, each in a folder of its own that
// has a database with the shipped statements, shipped.db.
func TestCommandLines(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute under the race detector")
	}
	database := shippedDatabase(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: *update, RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("VERBATIM_DB", "")
			return os.WriteFile(filepath.Join(e.WorkDir, "shipped.db"), database, 0o644)
		},
	})
}

// made makes a database as the first question does, once for all tests: learning
// takes a second or two.
var made = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "verbatim")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path, whole := filepath.Join(folder, "test.db"), filepath.Join(folder, "whole.db")
	for _, args := range [][]string{{"ask", "What did Syria say about Taiwan?"}, {"backup", whole}} {
		var errs bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &errs, err: &errs}
		if p.run(context.Background(), append([]string{"--db", path}, args...)) != exitDone {
			return nil, errors.New(errs.String())
		}
	}
	return os.ReadFile(whole)
})

func shippedDatabase(t *testing.T) []byte {
	t.Helper()
	database, err := made()
	if err != nil {
		t.Fatal(err)
	}
	return database
}

// runWith runs one command with a database of its own, that has the shipped
// statements.
func runWith(t *testing.T, input string, args ...string) (code int, out, errs string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	return runOn(t, path, input, args...)
}

// runOn runs one command with the database at path.
func runOn(t *testing.T, path, input string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	p := &program{in: strings.NewReader(input), out: &o, err: &e}
	code = p.run(t.Context(), append([]string{"--db", path}, args...))
	return code, o.String(), e.String()
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}
