package database_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// childEnv makes the test binary a process that only writes: a path and the
// name of the writer, with a line between them.
const childEnv = "VERBATIM_STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	path, name, child := strings.Cut(os.Getenv(childEnv), "\n")
	if !child {
		os.Exit(m.Run())
	}
	write := writeOn
	if strings.HasPrefix(name, loaderName) {
		write = loadOn
	}
	if err := write(path, name); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writeOn adds pairs of records and prints the number of each pair that the
// store says is written, until there is nobody to read it or 200 are there.
func writeOn(path, name string) error {
	s, err := database.Open(context.Background(), path, store.Options{})
	if err != nil {
		return err
	}
	for i := range 200 {
		pair := []store.Record{pairOf(name, i, "left"), pairOf(name, i, "right")}
		c := store.Change{Author: name, Action: "add", Once: fmt.Sprint(name, "-", i), Put: pair}
		if _, err := s.Apply(context.Background(), c); err != nil {
			return err
		}
		if _, err := fmt.Println(i); err != nil {
			return err
		}
	}
	return s.Close()
}

// pairOf returns one of the two records of a change.
func pairOf(name string, i int, side string) store.Record {
	return store.Record{Key: store.Key{Kind: side, ID: fmt.Sprintf("%s-%d", name, i)}, Body: []byte(`"x"`)}
}

// start runs a process that writes. What it prints comes line by line.
func start(t *testing.T, path, name string) (*exec.Cmd, <-chan string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+path+"\n"+name)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := make(chan string, 1000)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
	return cmd, lines
}

func TestKillingAWriterLosesNothing(t *testing.T) { eachEngine(t, killWriters) }

func killWriters(t *testing.T, path string) {
	var acknowledged []string
	for kill := range kills(10) {
		name := fmt.Sprint("writer", kill)
		cmd, lines := start(t, path, name)
		if kill%2 == 1 { // else it may be killed while it opens
			acknowledged = append(acknowledged, name+"-"+<-lines)
		}
		time.Sleep(time.Duration(10+rand.IntN(120)) * time.Millisecond)
		must(t, cmd.Process.Kill())
		for line := range lines {
			acknowledged = append(acknowledged, name+"-"+line)
		}
		_ = cmd.Wait() // it was killed
		wantPairs(t, path, acknowledged)
	}
	if len(acknowledged) == 0 {
		t.Error("no writer got as far as writing")
	}
	t.Logf("%d writes acknowledged", len(acknowledged))
}

// kills is how often something is killed: as often as usual, or as
// VERBATIM_KILLS says.
func kills(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("VERBATIM_KILLS")); err == nil {
		return n
	}
	return usual
}

// wantPairs wants all that were acknowledged, and of no pair a half.
func wantPairs(t *testing.T, path string, ids []string) {
	t.Helper()
	s := mustOpen(t, path)
	all, err := s.Snapshot(context.Background())
	must(t, err)
	sides := map[string]int{}
	for _, r := range all.Records {
		sides[r.ID]++
	}
	for id, n := range sides {
		if n != 2 {
			t.Errorf("%s is half there", id)
		}
	}
	for _, id := range ids {
		if sides[id] == 0 {
			t.Errorf("%s was acknowledged and is lost", id)
		}
	}
	must(t, s.Close())
}

func TestTwoProcessesWriteAtOnce(t *testing.T) { eachEngine(t, writeAtOnce) }

func writeAtOnce(t *testing.T, path string) {
	one, ones := start(t, path, "one") // both find no database
	two, twos := start(t, path, "two")
	var ids []string
	for line := range ones {
		ids = append(ids, "one-"+line)
	}
	for line := range twos {
		ids = append(ids, "two-"+line)
	}
	must(t, one.Wait())
	must(t, two.Wait())
	if len(ids) != 400 {
		t.Errorf("%d writes were acknowledged, want 400", len(ids))
	}
	wantPairs(t, path, ids)
}

func TestABackupIsWholeWhileAnotherProcessWrites(t *testing.T) { eachEngine(t, backUpMeanwhile) }

func backUpMeanwhile(t *testing.T, path string) {
	s := mustOpen(t, path)
	cmd, lines := start(t, path, "writer")
	var ids []string
	for line := range lines {
		ids = append(ids, "writer-"+line)
		if len(ids)%50 == 0 {
			copied := filepath.Join(t.TempDir(), fmt.Sprint("copy", len(ids)))
			must(t, s.Backup(context.Background(), copied))
			wantPairs(t, copied, ids)
		}
	}
	must(t, cmd.Wait())
}

func TestABackupOpensLikeTheOriginal(t *testing.T) {
	s := filled(t, 100)
	copied := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Backup(context.Background(), copied))
	put(t, s, "later")
	c := mustOpen(t, copied)
	if got := live(t, c); c.Created || len(got) != 100 || got["later"] {
		t.Errorf("the copy has %d records, created %t", len(got), c.Created)
	}
	put(t, c, "own")
}

// A process of that name loads, and loads of loadMost records are written in pieces.
const (
	loaderName = "loader"
	loadMost   = 6000
)

// loadOn makes large loads one after the other, and prints the number of each that the
// store says is made.
func loadOn(path, name string) error {
	s, err := database.Open(context.Background(), path, store.Options{})
	if err != nil {
		return err
	}
	rev, err := s.Rev(context.Background())
	for i := rev + 1; err == nil && i < rev+10; i++ {
		if _, err = s.Replace(context.Background(), name, loadOf(i)); err == nil {
			_, err = fmt.Println(i)
		}
	}
	return err
}

// loadOf returns a load whose records all have the number i.
func loadOf(i int64) store.Load {
	l := store.Load{Origin: store.Origin{Name: "file"}, Records: many(loadMost)}
	for n := range l.Records {
		l.Records[n].Body = []byte(fmt.Sprint(i))
	}
	return l
}

func TestKilledInTheMiddleALoadIsThereWholeOrNotAtAll(t *testing.T) { eachEngine(t, killLoaders) }

func killLoaders(t *testing.T, path string) {
	acknowledged := int64(0)
	for kill := range kills(4) {
		cmd, lines := start(t, path, fmt.Sprint(loaderName, kill))
		time.Sleep(time.Duration(200+rand.IntN(1500)) * time.Millisecond)
		must(t, cmd.Process.Kill())
		for line := range lines {
			n, err := strconv.ParseInt(line, 10, 64)
			must(t, err)
			acknowledged = n
		}
		_ = cmd.Wait() // it was killed
		acknowledged = wantWholeLoad(t, path, acknowledged)
	}
}

// wantWholeLoad wants all records of one load, not older than the one that was
// acknowledged, and that others write where a dead process was writing.
func wantWholeLoad(t *testing.T, path string, acknowledged int64) int64 {
	t.Helper()
	ctx := context.Background()
	later := func() time.Time { return time.Now().Add(time.Minute) } // it counts as gone by then
	s, err := database.Open(ctx, path, store.Options{Now: later})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	all, err := s.Snapshot(ctx)
	must(t, err)
	bodies := map[string]int{}
	for _, r := range all.Records {
		bodies[string(r.Body)]++
	}
	for body, n := range bodies {
		if i, err := strconv.ParseInt(body, 10, 64); err != nil || i < acknowledged || n != loadMost {
			t.Errorf("%d records are of load %s, and load %d was acknowledged", n, body, acknowledged)
		}
	}
	if len(bodies) == 0 && acknowledged > 0 {
		t.Errorf("load %d was acknowledged and is lost", acknowledged)
	}
	next := all.Rev + 1
	_, err = s.Replace(ctx, "ada", loadOf(next))
	must(t, err)
	return next
}
