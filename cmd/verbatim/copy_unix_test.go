//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/kb/store/storetest"
)

func TestTheKnowledgeMovesToAServerAndBack(t *testing.T) {
	url := storetest.Postgres(t).Database(t)
	file, back := filepath.Join(t.TempDir(), "from.db"), filepath.Join(t.TempDir(), "back.db")
	write(t, file, shippedDatabase(t))
	run := func(database string, args ...string) string {
		t.Helper()
		code, out, errs := runOn(t, database, "", args...)
		if code != exitDone || errs != "" {
			t.Fatalf("%s: exit code %d, errors %q", args[0], code, errs)
		}
		return out
	}
	if out := run("", "copy", file, url); !strings.HasSuffix(out, "compared row by row.\n") || strings.Contains(out, "postgres@") {
		t.Errorf("copy says %q", out)
	}
	const question = "What did Syria say about Taiwan?"
	want := run(file, "export")
	if got := run(url, "ask", question); !strings.Contains(got, "an integral part of China") {
		t.Errorf("the server answers %q", got)
	}
	if run(url, "export") != want {
		t.Error("what the server exports is not what the file does")
	}
	run(url, "backup", back)
	if run(back, "export") != want {
		t.Error("what the backup exports is not what the file does")
	}
	if code, _, errs := runOn(t, "", "", "copy", back, url); code != exitFailed || !strings.Contains(errs, "has something in it already") {
		t.Errorf("copied over what is there: %q", errs)
	}
	if _, err := os.Stat("verbatim.db"); err == nil {
		t.Error("copying made verbatim.db")
	}
}

func TestAPasswordIsNotTold(t *testing.T) {
	const url = "postgres://ada:secret@127.0.0.1:1/verbatim?connect_timeout=1"
	for _, args := range [][]string{{"--db", url, "ask", "taiwan"}, {"copy", url, "x.db"}} {
		code, out, errs := runOn(t, "", "", append([]string{"--log-level", "debug"}, args...)...)
		if code != exitFailed || !strings.Contains(errs, "127.0.0.1:1 cannot be reached") || strings.Contains(out+errs, "secret") {
			t.Errorf("%v: exit code %d, %q", args, code, errs)
		}
	}
}
