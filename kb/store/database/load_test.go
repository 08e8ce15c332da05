package database_test

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"verbatim/kb/store"
)

// Four processes find no database and are started at once; two of them write
// while this one reads, jots and backs up.
func TestProcessesShareADatabaseUnderLoad(t *testing.T) { eachEngine(t, shareUnderLoad) }

func shareUnderLoad(t *testing.T, path string) {
	ctx := context.Background()
	names := []string{"one", "two", "three", "four"}
	var all []*exec.Cmd
	var said []<-chan string
	for _, name := range names {
		cmd, lines := start(t, path, name)
		all, said = append(all, cmd), append(said, lines)
	}
	s := mustOpen(t, path)
	rev, seen := int64(0), map[store.Key]int64{}
	read := func() {
		changed, err := s.Since(ctx, rev)
		must(t, err)
		for _, r := range changed.Records {
			if r.Rev <= rev || r.Rev > changed.Rev || seen[r.Key] >= r.Version {
				t.Errorf("%s of rev %d is among what changed from %d to %d", r.ID, r.Rev, rev, changed.Rev)
			}
			seen[r.Key] = r.Version
		}
		rev = changed.Rev
	}
	var ids []string
	day := time.Now().UTC().Format(time.DateOnly)
	for i, lines := range said {
		for line := range lines {
			ids = append(ids, names[i]+"-"+line)
			if len(ids)%20 == 0 {
				read()
				must(t, s.Jot(ctx, store.Jottings{Add: []store.Tally{{Server: "7", Day: day, Name: "read", N: 1}}}))
			}
			if len(ids)%300 == 0 {
				copied := filepath.Join(t.TempDir(), fmt.Sprint("copy", len(ids)))
				must(t, s.Backup(ctx, copied))
				wantPairs(t, copied, ids)
			}
		}
		must(t, all[i].Wait())
	}
	read()
	if len(ids) != 800 || len(seen) != 1600 {
		t.Errorf("%d writes were acknowledged and %d records read, want 800 and 1600", len(ids), len(seen))
	}
	wantPairs(t, path, ids)
	if tallies, err := s.Tallies(ctx, "7", day); err != nil || len(tallies) != 1 || tallies[0].N != 40 {
		t.Errorf("counted %+v, %v", tallies, err)
	}
}
