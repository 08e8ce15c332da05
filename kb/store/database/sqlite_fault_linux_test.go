package database_test

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

func TestAFileThatGoesAwayTakesNoWrites(t *testing.T) {
	for what, take := range map[string]func(t *testing.T, path string){
		"deleted":  func(t *testing.T, path string) { must(t, os.Remove(path)) },
		"moved":    func(t *testing.T, path string) { must(t, os.Rename(path, path+".old")) },
		"replaced": func(t *testing.T, path string) { must(t, os.Remove(path)); write(t, path, "x") },
		"log gone": func(t *testing.T, path string) { must(t, os.Remove(path+"-wal")) },
	} {
		t.Run(what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "verbatim.db")
			s := mustOpen(t, path)
			put(t, s, "a")
			take(t, path)
			wantSentence(t, tryPut(s, "b"), store.CodeVanished, path)
			wantSentence(t, s.Learn(context.Background(), "model", "k", []byte("x")), store.CodeVanished, path)
			if got := live(t, s); !got["a"] || got["b"] {
				t.Errorf("there is %v", got)
			}
		})
	}
}

func TestAFileThatGoesAwayDuringAWriteIsNoticed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	s, err := database.Open(context.Background(), path, store.Options{Now: func() time.Time {
		must(t, os.Remove(path))
		return time.Now()
	}})
	must(t, err)
	defer func() { _ = s.Close() }()
	wantSentence(t, tryPut(s, "a"), store.CodeVanished, path)
}

func TestALockedDatabaseIsReadAndWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	put(t, mustOpen(t, path), "a")
	other, err := sql.Open("sqlite3", path+"?_txlock=immediate")
	must(t, err)
	defer func() { _ = other.Close() }()
	lock, err := other.Begin()
	must(t, err)

	s, err := database.Open(context.Background(), path, store.Options{BusyTimeout: 200 * time.Millisecond})
	must(t, err)
	defer func() { _ = s.Close() }()
	if s.ReadOnly != nil || !live(t, s)["a"] {
		t.Errorf("opened with %v", s.ReadOnly)
	}
	wantSentence(t, tryPut(s, "b"), store.CodeBusy, path)

	patient := mustOpen(t, path)
	ctx, cancel := context.WithTimeout(context.Background(), 150*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err = patient.Apply(ctx, store.Change{Author: "ada", Action: "add", Put: many(1)})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 3*time.Second {
		t.Errorf("waiting that is given up returns %v after %s", err, time.Since(start))
	}
	time.AfterFunc(100*time.Millisecond, func() { _ = lock.Rollback() })
	put(t, patient, "c")
}

func TestADatabaseLockedForOneProgramIsNotOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	make500(t, path)
	other, err := sql.Open("sqlite3", path+"?_locking_mode=EXCLUSIVE")
	must(t, err)
	other.SetMaxOpenConns(1)
	defer func() { _ = other.Close() }()
	_, err = other.Exec("UPDATE meta SET rev = rev")
	must(t, err)
	_, err = database.Open(context.Background(), path, store.Options{BusyTimeout: 50 * time.Millisecond})
	wantSentence(t, err, store.CodeBusy, path)
}

func TestAFullDiskIsReadAndSaysSo(t *testing.T) {
	folder := tiny(t)
	path := filepath.Join(folder, "verbatim.db")
	s := mustOpen(t, path)
	put(t, s, "a")
	fill(t, folder)
	var err error
	for range 200 { // until what SQLite holds is used up
		if _, err = s.Apply(context.Background(), store.Change{Author: "ada", Action: "add", Put: many(50)}); err != nil {
			break
		}
		_, err = s.Erase(context.Background(), "ada", many(1)[0].Key)
		must(t, ignore(err, store.CodeFull))
	}
	wantSentence(t, err, store.CodeFull, path)
	if !live(t, s)["a"] {
		t.Error("what was there cannot be read")
	}
	copied := s.Backup(context.Background(), filepath.Join(folder, "copy.db"))
	wantSentence(t, copied, store.CodeFull, folder)
	must(t, s.Close())
	fill(t, folder) // what the log took

	again, err := database.Open(context.Background(), path, store.Options{})
	must(t, err)
	if !live(t, again)["a"] {
		t.Error("after opening again, what was there cannot be read")
	}
	wantSentence(t, again.ReadOnly, store.CodeReadOnly, path)
	if !strings.Contains(again.ReadOnly.Error(), "full") {
		t.Errorf("it can be read only, because %v", again.ReadOnly)
	}
	must(t, again.Close())
	must(t, os.Remove(filepath.Join(folder, "ballast")))
	put(t, mustOpen(t, path), "b")
}

// tiny makes a disk of 1 MB.
func tiny(t *testing.T) string {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("SKIPPED: a small disk cannot be mounted (%v); run as root to test a full one", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

// fill leaves no room on a disk.
func fill(t *testing.T, folder string) {
	f, err := os.OpenFile(filepath.Join(folder, "ballast"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	must(t, err)
	if _, err := io.Copy(f, neverEnding{}); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("filling the disk: %v", err)
	}
	must(t, f.Close())
}

type neverEnding struct{}

func (neverEnding) Read(p []byte) (int, error) { return len(p), nil }

// ignore drops an error of one code.
func ignore(err error, code store.Code) error {
	var e *store.Error
	if errors.As(err, &e) && e.Code == code {
		return nil
	}
	return err
}

func TestWhatMayNotBeWrittenIsRead(t *testing.T) {
	for _, c := range []struct {
		what         string
		file, folder os.FileMode
		open         bool // by somebody else meanwhile
	}{
		{"the file", 0o444, 0o777, false},
		{"the folder", 0o666, 0o555, false},
		{"both", 0o444, 0o555, false},
		{"both, while another writes", 0o644, 0o555, true},
	} {
		t.Run(c.what, func(t *testing.T) {
			if c.open && os.Geteuid() != 0 {
				t.Skip("SKIPPED: only root can be two users; run as root to test it")
			}
			path := shared(t)
			owner := mustOpen(t, path)
			must(t, os.Chmod(path, c.file))
			put(t, owner, "a")
			must(t, owner.Close())
			if c.open {
				owner = mustOpen(t, path)
				put(t, owner, "b")
			}
			must(t, os.Chmod(filepath.Dir(path), c.folder))
			asNobody(t)
			s := mustOpen(t, path)
			wantSentence(t, s.ReadOnly, store.CodeReadOnly, path)
			wantSentence(t, tryPut(s, "c"), store.CodeReadOnly, path)
			if got := live(t, s); !got["a"] || got["b"] != c.open {
				t.Errorf("there is %v", got)
			}
			must(t, s.Backup(context.Background(), filepath.Join(t.TempDir(), "copy.db")))
		})
	}
}

func TestALogThatCannotBeReadIsNotLeftOut(t *testing.T) {
	path, copied := shared(t), shared(t)
	s := mustOpen(t, path)
	put(t, s, "only in the log")
	for _, end := range []string{"", "-wal"} { // as a writer that was killed leaves it
		must(t, os.WriteFile(copied+end, content(t, path+end), 0o644))
	}
	must(t, os.Chmod(filepath.Dir(copied), 0o555))
	asNobody(t)
	_, err := database.Open(context.Background(), copied, store.Options{})
	wantSentence(t, err, store.CodeForbidden, copied)
}

func TestWhatMayNotBeReadSaysSo(t *testing.T) {
	path := shared(t)
	put(t, mustOpen(t, path), "a")
	must(t, os.Chmod(filepath.Dir(path), 0o555))
	must(t, os.Chmod(path, 0))
	asNobody(t)
	_, err := database.Open(context.Background(), path, store.Options{})
	wantSentence(t, err, store.CodeForbidden, path)
	_, err = database.Open(context.Background(), path+".new", store.Options{})
	wantSentence(t, err, store.CodeForbidden, filepath.Dir(path))
}

// shared returns a path in a folder that every user may enter.
func shared(t *testing.T) string {
	folder, err := os.MkdirTemp("", "verbatim")
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	must(t, os.Chmod(folder, 0o777))
	return filepath.Join(folder, "verbatim.db")
}

// asNobody gives up the rights of root, which no permission stops, until the
// test ends.
func asNobody(t *testing.T) {
	if os.Geteuid() != 0 {
		return
	}
	must(t, syscall.Seteuid(65534))
	t.Cleanup(func() { must(t, syscall.Seteuid(0)) })
	if _, err := os.Stat(strings.TrimSuffix(os.TempDir(), "/")); err != nil {
		t.Skipf("SKIPPED: nobody may not enter the folder for temporary files: %v", err)
	}
}
