package database_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// furnish writes something of everything, removed and erased things too.
func furnish(t *testing.T, s store.Store) {
	t.Helper()
	ctx := context.Background()
	all := many(700) // more than are copied at once
	_, err := s.Replace(ctx, "operator", store.Load{
		Origin: store.Origin{Name: "file", Hash: "1"}, Records: all,
	})
	must(t, err)
	must(t, s.PutVectors(ctx, store.Vectors{Key: all[3].Key, Encoder: "use-1", Texts: "x", Blob: []byte{0, 0xff}}))
	put(t, s, "阿达 \"'\\ \U0010ffff")
	_, err = s.Apply(ctx, store.Change{Author: "ada", Action: "remove", Once: "interaction-1", Remove: []store.Key{all[1].Key}})
	must(t, err)
	_, err = s.Erase(ctx, "clock", all[2].Key)
	must(t, err)
	for _, key := range []string{"old", "new"} {
		must(t, s.Learn(ctx, "model", key, []byte{0, 1, 0xff}))
	}
	until := time.Now().AddDate(1, 0, 0).UnixMilli()
	must(t, s.Jot(ctx, store.Jottings{
		Put: []store.Note{{Kind: "form", ID: "b", Body: []byte(`"x"`), Until: until}, {Kind: "form", ID: "a", Server: "7", Body: []byte(`1`), Until: until}},
		Add: []store.Tally{{Server: "7", Day: time.Now().Format(time.DateOnly), Name: "fact", N: 1 << 40}},
	}))
}

// everything is all that can be read, to be compared.
func everything(t *testing.T, s store.Store) map[string]any {
	t.Helper()
	ctx := context.Background()
	all := map[string]any{}
	note := func(name string, value any, err error) {
		must(t, err)
		all[name] = value
	}
	since, err := s.Since(ctx, 0)
	note("since", since, err)
	for i, r := range since.Records {
		if i > 2 && r.Version == 1 {
			continue // like those before
		}
		history, err := s.History(ctx, r.Key)
		note(fmt.Sprint("history ", r.Key), history, err)
	}
	snapshot, err := s.Snapshot(ctx)
	note("snapshot", snapshot, err)
	origins, err := s.Origins(ctx)
	note("origins", origins, err)
	done, err := s.Done(ctx, "interaction-1")
	note("done", done, err)
	learned, err := s.Learned(ctx, "model", "")
	note("learned", learned, err)
	vectors, err := s.Vectors(ctx, "use-1", 0)
	note("vectors", vectors, err)
	notes, err := s.Notes(ctx, "form", "")
	note("notes", notes, err)
	tallies, err := s.Tallies(ctx, "7", "")
	note("tallies", tallies, err)
	return all
}

// wantLike wants one database to be like another, and to be written on.
func wantLike(t *testing.T, got, want store.Store) {
	t.Helper()
	if is, was := everything(t, got), everything(t, want); !reflect.DeepEqual(is, was) { // which is faster than Diff
		t.Errorf("the copy differs (-want +got):\n%s", cmp.Diff(was, is))
	}
	put(t, got, "later")
	if ids := live(t, got); !ids["later"] {
		t.Error("what was put later is not there")
	}
	must(t, got.Learn(context.Background(), "model", "newest", []byte("newest")))
	if blob, err := got.Learned(context.Background(), "model", ""); err != nil || string(blob) != "newest" {
		t.Errorf("the newest is %q, %v", blob, err)
	}
}

func TestAFileIsCopiedToAFile(t *testing.T) {
	ctx := context.Background()
	from, to := filepath.Join(t.TempDir(), "from.db"), filepath.Join(t.TempDir(), "to.db")
	s := mustOpen(t, from)
	furnish(t, s)
	told, err := database.Copy(ctx, from, to, store.Options{})
	must(t, err)
	if told.Records != 701 || told.Revisions != 703 || told.Rows < 1410 {
		t.Errorf("copied %+v", told)
	}
	wantLike(t, mustOpen(t, to), s)

	_, err = database.Copy(ctx, from, to, store.Options{})
	wantSentence(t, err, store.CodeExists, to)
	missing := filepath.Join(t.TempDir(), "missing.db")
	_, err = database.Copy(ctx, missing, to+"2", store.Options{})
	wantSentence(t, err, store.CodeMissing, missing)
	_, err = database.Copy(ctx, from, filepath.Join(missing, "to.db"), store.Options{})
	wantSentence(t, err, store.CodeMissing, missing)
	_, err = database.Copy(ctx, from, "", store.Options{})
	wantSentence(t, err, store.CodeInvalid, "")
	for _, path := range []string{missing, to + "2"} {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s was made", path)
		}
	}
}
