package bot_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"verbatim/bot/discordtest"
)

// fullDisk gives a folder on a disk of its own, and what fills it and makes room
// on it again.
func fullDisk(t *testing.T) (folder string, fillIt, clear func()) {
	t.Helper()
	folder = t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("SKIPPED: a small disk cannot be mounted (%v); run as root to test a full one", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	ballast := filepath.Join(folder, "ballast")
	fillIt = func() {
		f, err := os.OpenFile(ballast, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(f, zeros{}); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("filling the disk: %v", err)
		}
		_ = f.Close() // what is in it does not matter
	}
	return folder, fillIt, func() { _ = os.Remove(ballast) }
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestAFullDiskLosesNothingAndQuestionsGoOn(t *testing.T) {
	folder, fillIt, clear := fullDisk(t)
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderateOn(t, d, filepath.Join(folder, "verbatim.db"))
	added(t, mia)
	fillIt()
	long := strings.Repeat("It takes room to be written down. ", 50)
	var refused *discordtest.Reply
	for range 20 { // until what SQLite has set aside is used up
		r := fill(mia.Slash("fact edit", "fact", "engine/music").Form(), "Could the engine compose music?", long, "")
		if long += "!"; !strings.Contains(r.Text(), "Saved.") {
			refused = r
			break
		}
	}
	if refused == nil {
		t.Fatal("a full disk takes everything")
	}
	shows(t, "what is said", refused, "The disk of the database is full. **It could not be saved.**")
	shows(t, "what is said", refused, "only until this bot is restarted")
	lacks(t, "what is said", refused, folder)
	if got := string(refused.File("typed.txt")); !strings.Contains(got, "It takes room") {
		t.Errorf("what was typed is %q", got)
	}
	shows(t, "a question", mia.Slash("ask", "question", cook), cookSays)
	shows(t, "a question that nothing answers", mia.Slash("ask", "question", zebra), "The whole text is here")
	form := refused.Press("Edit again").Form()
	if !strings.HasPrefix(form.Value("Answer"), "It takes room") {
		t.Errorf("the form has\n%s", form.Text())
	}
	clear()
	shows(t, "when there is room again", refused.Press("Try again"), "Saved.")
}

func TestADatabaseThatCannotBeWrittenSaysSo(t *testing.T) {
	folder, err := os.MkdirTemp("", "verbatim")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755); _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "verbatim.db")
	t.Run("made", func(t *testing.T) {
		d := discordtest.Start(t)
		mia := d.Guild("News").Member("mia", discordtest.ManageServer)
		moderateOn(t, d, path)
		added(t, mia)
	})
	for _, name := range []string{path, folder} {
		if err := os.Chmod(name, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	if os.Geteuid() == 0 { // whom no permission stops
		if err := syscall.Seteuid(65534); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := syscall.Seteuid(0); err != nil {
				t.Fatal(err)
			}
		})
	}
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderateOn(t, d, path)
	r := fill(mia.Slash("fact add", "source", "engine/notes").Form(), "What of bread?", "None.", "")
	shows(t, "a fact", r, "The database cannot be written just now. **It could not be saved.**")
	if got := string(r.File("typed.txt")); !strings.Contains(got, "What of bread?") {
		t.Errorf("what was typed is %q", got)
	}
	shows(t, "a fact", r, "only until this bot is restarted")
	if got := r.Press("Edit again").Form().Value("Question"); got != "What of bread?" {
		t.Errorf("the form has %q", got)
	}
	shows(t, "what was not saved", mia.Slash("fact unsaved"), "1 could not be written down")
	shows(t, "a source", mia.Slash("source add", "title", "x", "publisher", "y", "date", "2026-01-01"), "It could not be saved.")
	shows(t, "a setting", mia.Slash("kb settings", "private", true), "It could not be saved.")
	shows(t, "a removal", mia.Slash("fact remove", "fact", "engine/music").Press("Remove it"), "It could not be saved.")
	shows(t, "Tell me", mia.Slash("ask", "question", zebra).Press("Tell me"), "could not be saved just now")
	shows(t, "a question", mia.Slash("ask", "question", known), "It originates nothing.")
}
