package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// asNobody gives up the rights of root, which no permission stops, until the test
// ends.
func asNobody(t *testing.T) {
	if os.Geteuid() != 0 {
		return
	}
	if err := syscall.Seteuid(65534); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Seteuid(0); err != nil {
			t.Fatal(err)
		}
	})
}

// readOnly gives a database in a folder where this user may change nothing.
func readOnly(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "verbatim")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755); _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "test.db")
	write(t, path, shippedDatabase(t))
	for _, name := range []string{path, folder} {
		if err := os.Chmod(name, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	asNobody(t)
	return path
}

func TestADatabaseThatCannotBeWritten(t *testing.T) {
	path := readOnly(t)
	if code, out, errs := runOn(t, path, "", "ask", "What did Syria say about Taiwan?"); code != exitDone || errs != "" {
		t.Errorf("ask: exit code %d, %s%s", code, out, errs)
	}
	if code, out, _ := runOn(t, path, "", "export"); code != exitDone || !strings.Contains(out, "syria-china-2025-11-17") {
		t.Errorf("export: exit code %d, %s", code, out)
	}
	const says = "cannot be written, so nothing was saved: allow writing to the file and to its folder, and start again.\n"
	if code, out, errs := runOn(t, path, "", "load", "--empty"); code != exitFailed || out != "" || !strings.HasSuffix(errs, says) {
		t.Errorf("load: exit code %d, %s%s", code, out, errs)
	}
}
