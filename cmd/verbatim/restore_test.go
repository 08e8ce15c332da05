package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
)

// TestRestore does what deploy/OPERATORS.md says: a backup while the bot runs, what is
// lost after it, and the backup in the place of the database.
func TestRestore(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	dir := t.TempDir()
	database, backup := filepath.Join(dir, "verbatim.db"), filepath.Join(dir, "backup.db")
	write(t, database, shippedDatabase(t))
	program := serving(t, d, database)
	if !addFact(mia, "Who keeps the lighthouse?", 1) {
		t.Fatal("the fact was not saved")
	}
	if code, _, errs := runOn(t, database, "", "backup", backup); code != exitDone {
		t.Fatal(errs)
	}
	if !addFact(mia, "Who keeps the harbour?", 2) {
		t.Fatal("the other fact was not saved")
	}
	kill(program) // so that the files beside it are there
	d.Drop()
	if err := os.Mkdir(filepath.Join(dir, "away"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(database+end, filepath.Join(dir, "away", "verbatim.db"+end)); err != nil && end == "" {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	write(t, database, content)
	program = serving(t, d, database)
	defer kill(program)
	if got := mia.Slash("ask", "question", "Who keeps the lighthouse?").Text(); !strings.Contains(got, "Keeper 1.") {
		t.Errorf("what was saved before the backup is answered with\n%s", got)
	}
	if got := mia.Slash("ask", "question", "Who keeps the harbour?").Text(); strings.Contains(got, "Keeper 2.") {
		t.Errorf("what was saved after the backup is answered with\n%s", got)
	}
	if !addFact(mia, "Who keeps the bridge?", 3) {
		t.Error("nothing can be saved any more")
	}
}
