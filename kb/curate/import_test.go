package curate_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/quota"
)

// savesWithin is how long a save may take while others import. Were an import written in
// one piece, it would be half as long as that.
const savesWithin = time.Second

// TestAnImportOfManyNamesLetsOthersSave imports as many names as the usual quotas allow
// into one server while facts are saved in another, and measures how long a save takes.
// VERBATIM_NAMES says how many others.
func TestAnImportOfManyNamesLetsOthersSave(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	names, _ := strconv.Atoi(os.Getenv("VERBATIM_NAMES"))
	names = max(names, quota.Usual.Aliases)
	l := withQuotas(t, kbtest.NewPath(t), quota.Quotas{Holding: quota.Holding{Bytes: 1 << 30, Aliases: names}})
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		s.Aliases = nil
		for i := range names {
			s.Aliases = append(s.Aliases, kb.Alias{Name: fmt.Sprintf("name %d", i), Other: []string{fmt.Sprintf("other %d", i)}})
		}
	})
	ended, began := make(chan error, 1), time.Now()
	go func() {
		_, err := curate.New(l).Import(context.Background(), kbtest.Editor(), []*kb.Statement{s})
		ended <- err
	}()
	var slowest time.Duration
	elsewhere := library.Editor{Author: "bob", Server: kbtest.Away}
	for n := 0; ; n++ {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("the import took %v; of %d saves elsewhere the slowest took %v", time.Since(began).Round(time.Millisecond), n, slowest.Round(time.Millisecond))
			if slowest > savesWithin {
				t.Errorf("a save elsewhere took %v", slowest)
			}
			return
		default:
		}
		question := fmt.Sprintf("Who wrote the cookery book number %d?", n)
		at := time.Now()
		d := draft(question, "Nobody.", "no pretensions")
		d.Anyway = true
		if _, err := curate.New(l).Save(context.Background(), elsewhere, d); err != nil {
			t.Fatal(err)
		}
		slowest = max(slowest, time.Since(at))
		if got := kbtest.Asks(l, question, kbtest.Away); got != "Nobody." {
			t.Errorf("what was just saved is answered with %q", got)
		}
		time.Sleep(50 * time.Millisecond)
	}
}
