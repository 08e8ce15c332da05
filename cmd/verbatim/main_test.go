package main

import (
	"bytes"
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the commands print into testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"verbatim": main})
}

// TestCommandLines runs the scripts in testdata, each in a folder of its own.
func TestCommandLines(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: *update, RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("VERBATIM_DB", "")
			return nil
		},
	})
}

// runWith runs one command with a database of its own.
func runWith(t *testing.T, input string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	p := &program{in: strings.NewReader(input), out: &o, err: &e}
	code = p.run(t.Context(), append([]string{"--db", filepath.Join(t.TempDir(), "test.db")}, args...))
	return code, o.String(), e.String()
}
