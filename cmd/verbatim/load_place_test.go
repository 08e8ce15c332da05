package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTwoTextsAreTwoStatements loads texts whose names lead to the same id, each of
// which must be found afterwards, word for word.
func TestTwoTextsAreTwoStatements(t *testing.T) {
	database, dir := filepath.Join(t.TempDir(), "test.db"), t.TempDir()
	write(t, database, shippedDatabase(t))
	long := strings.Repeat("joint-statement-", 4)
	files := map[string]string{
		"a/index.html": "<p>The harbour of Averland opens in the month of May.</p>", "b/index.html": "<p>Cordonia counts two hundred barges before winter.</p>",
		long + "one.txt": "The lighthouse keeper paints the northern stairs white.", long + "two.txt": "Nobody feeds the pelicans near the eastern sluice.",
	}
	var paths []string
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, path, []byte(content))
		paths = append(paths, path)
	}
	loadAll := func(args ...string) string {
		t.Helper()
		code, out, errs := runOn(t, database, "", append([]string{"load"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s%s", args, out, errs)
		}
		return out
	}
	all := func(when string) {
		t.Helper()
		for _, words := range []string{"opens in the month of May", "counts two hundred barges", "paints the northern stairs white", "feeds the pelicans near the eastern"} {
			if _, out, _ := runOn(t, database, "", "quote", words); !strings.Contains(strings.ToLower(out), "verbatim") && !strings.Contains(out, "Word for word") {
				t.Errorf("%s: %q is not there: %s", when, words, out)
			}
		}
	}
	for _, path := range paths {
		loadAll(path)
	}
	all("loaded one by one")
	if out := loadAll(paths...); !strings.Contains(out, "0 new, 0 changed, 0 taken out") {
		t.Errorf("the same files again: %s", out)
	}
	all("loaded again together")
}

func TestACorrectedTextSaysWhatChangesAndCanBeUndone(t *testing.T) {
	database, path := filepath.Join(t.TempDir(), "test.db"), filepath.Join(t.TempDir(), "note.txt")
	write(t, database, shippedDatabase(t))
	state := func(day int) []byte {
		return fmt.Appendf(nil, "The council met at noon.\n\nIt will open the lock on day %d of the month.\n\nNobody objected to that.", day)
	}
	holds := func(when string, day int) {
		t.Helper()
		for n, want := range map[int]bool{4: day == 4, 5: day == 5} {
			_, out, _ := runOn(t, database, "", "quote", "--json", fmt.Sprintf("open the lock on day %d of the month", n))
			if got := strings.Contains(out, `"verbatim"`); got != want {
				t.Errorf("%s: day %d stands there: %v", when, n, got)
			}
		}
	}
	write(t, path, state(4))
	if code, _, errs := runOn(t, database, "", "load", path); code != exitDone {
		t.Fatal(errs)
	}
	write(t, path, state(5))
	_, out, _ := runOn(t, database, "", "load", path)
	if !strings.Contains(out, "Corrected note: 2 paragraphs as before, 1 changed; as many as before.") || !strings.Contains(out, "load --undo note") {
		t.Errorf("the correction says: %s", out)
	}
	holds("corrected", 5)
	if _, out, errs := runOn(t, database, "", "load", "--undo", "note"); !strings.Contains(out, "note has the text again that it had until") {
		t.Errorf("undone: %s%s", out, errs)
	}
	holds("undone", 4)
	if code, _, errs := runOn(t, database, "", "load", "--undo", "nothing"); code != exitFailed || !strings.Contains(errs, "no earlier text") {
		t.Errorf("nothing to undo: %d %s", code, errs)
	}

	write(t, path, []byte("Quite another text that has nothing in common with that."))
	if _, out, _ := runOn(t, database, "", "load", path); !strings.Contains(out, "Another text has the id note, so this one has note-2") {
		t.Errorf("another text of that name: %s", out)
	}
	holds("beside it", 4)
	if _, out, _ := runOn(t, database, "", "load", "--id", "note", path); !strings.Contains(out, "Corrected note:") {
		t.Errorf("with --id: %s", out)
	}
	if code, _, errs := runOn(t, database, "", "load", "--id", "syria-china-2025-11-17", path); code != exitFailed || !strings.Contains(errs, "which has more than a text") {
		t.Errorf("over a statement with facts: %d %s", code, errs)
	}
	if code, _, _ := runOn(t, database, "", "load", "--id", "No Id", path); code != exitUsage {
		t.Errorf("a wrong id: exit code %d", code)
	}
}
