package inbox_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/inbox"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

func TestTheInboxGroupsTheSameInOtherWords(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "", "1")
	kbtest.Pass(t, l, kbtest.Home, "who owns the COAL mine", "", "2")
	kbtest.Pass(t, l, kbtest.Home, "who owns the COAL mine", "", "2") // the same asking
	kbtest.Pass(t, l, kbtest.Home, "Please, the coal mine: who is owning it?", "7", "3")
	kbtest.Pass(t, l, kbtest.Home, "谁拥有煤矿？", "", "4")
	kbtest.Pass(t, l, kbtest.Home, "Who owns the gold mine?", "", "6")
	kbtest.Pass(t, l, kbtest.Away, "Who owns the gold mine?", "", "5")
	kbtest.Pass(t, l, kbtest.Home, "What does article 5 say of mining rights?", "", "7")
	kbtest.Pass(t, l, kbtest.Home, "What does article 7 say of mining rights?", "", "8")
	const want = "3: who owns the COAL mine / Please, the coal mine: who is owning it? (1 to tell)\n" +
		"1: What does article 7 say of mining rights? (0 to tell)\n1: What does article 5 say of mining rights? (0 to tell)\n" +
		"1: Who owns the gold mine? (0 to tell)\n1: 谁拥有煤矿？ (0 to tell)"
	if got := kbtest.Waiting(l, kbtest.Home); got != want {
		t.Errorf("the inbox has\n%s\nwant\n%s", got, want)
	}
}

func TestALinkedQuestionIsAnsweredInItsWordsAndForgotten(t *testing.T) {
	path := kbtest.NewPath(t)
	s := kbtest.Opened(t, path)
	l := kbtest.Library(t, s, kbtest.NotesFile())
	const secret = "Might zebras ever hum along to it?"
	kbtest.Pass(t, l, kbtest.Home, secret, "", "1")
	kbtest.Pass(t, l, kbtest.Home, secret, "4242424242", "2")
	if _, err := curate.New(l).Link(context.Background(), kbtest.Editor(), kbtest.IDs(inbox.New(l).Groups(kbtest.Home)[0]), kbtest.NotesID+"/music"); err != nil {
		t.Fatal(err)
	}
	if got := kbtest.Asks(l, secret, kbtest.Home); !strings.HasPrefix(got, "Yes, if sounds") {
		t.Errorf("after linking it is answered %q", got)
	}
	if got := kbtest.Waiting(l, kbtest.Home); got != "" {
		t.Errorf("the inbox has %s", got)
	}
	tells := inbox.New(l).Tells()
	if len(tells) != 1 || tells[0].User != "4242424242" || tells[0].Question != secret || tells[0].Fact != kbtest.NotesID+"/music" {
		t.Fatalf("to be told: %+v", tells)
	}
	if err := inbox.New(l).Told(context.Background(), tells[0]); err != nil || len(inbox.New(l).Tells()) != 0 {
		t.Errorf("told: %v, left %v", err, inbox.New(l).Tells())
	}
	_ = s.Close()
	for _, end := range []string{"", "-wal"} {
		if content, _ := os.ReadFile(path + end); bytes.Contains(content, []byte("4242424242")) {
			t.Errorf("the id of who was told is still in the file%s", end)
		}
	}
}

func TestADismissedQuestionDoesNotComeBack(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "7", "1")
	if err := inbox.New(l).Dismiss(context.Background(), kbtest.Editor(), kbtest.IDs(inbox.New(l).Groups(kbtest.Home)[0])); err != nil {
		t.Fatal(err)
	}
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "", "2")
	kbtest.Pass(t, l, kbtest.Home, "The coal mine: who owns it?", "", "3")
	if got := kbtest.Waiting(l, kbtest.Home); got != "" {
		t.Errorf("the inbox has %s", got)
	}
	if kbtest.Pass(t, l, kbtest.Home, "Who owns the gold mine?", "", "4"); len(inbox.New(l).Groups(kbtest.Home)) != 1 {
		t.Errorf("another question does not come in")
	}
	if err := inbox.New(l).Dismiss(context.Background(), kbtest.Editor(), []string{"nothing"}); !errors.Is(err, kb.ErrNotHeld) {
		t.Errorf("dismissing what is not there: %v", err)
	}
}

func TestOldQuestionsAreForgotten(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	kbtest.Pass(t, l, kbtest.Home, "Who owns the coal mine?", "7", "1")
	if _, err := curate.New(l).SetSettings(context.Background(), kbtest.Editor(), func(s *kb.Settings) { s.InboxDays = 7 }); err != nil {
		t.Fatal(err)
	}
	for days, want := range map[int]int{6: 0, 8: 1} {
		if n, err := inbox.New(l).ForgetOld(context.Background(), time.Now().AddDate(0, 0, days)); err != nil || n != want {
			t.Errorf("after %d days %d are forgotten, %v", days, n, err)
		}
	}
	if got := kbtest.Waiting(l, kbtest.Home); got != "" {
		t.Errorf("the inbox has %s", got)
	}
}

// TestOfTwoProcessesOneTells has two processes on one database tell somebody, of which
// the first dies.
func TestOfTwoProcessesOneTells(t *testing.T) {
	ctx, path := context.Background(), kbtest.NewPath(t)
	var ahead atomic.Int64
	clock := func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
	var all []*inbox.Inbox
	var libraries []*library.Library
	for range 2 {
		s, err := database.Open(ctx, path, store.Options{Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		l, err := library.Open(ctx, s, library.Options{Shipped: []library.File{kbtest.NotesFile()}, Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		all, libraries = append(all, inbox.New(l)), append(libraries, l)
	}
	kbtest.Pass(t, libraries[0], kbtest.Home, "Might zebras ever hum along to it?", "4242424242", "1")
	if _, err := curate.New(libraries[0]).Link(ctx, kbtest.Editor(), kbtest.IDs(all[0].Groups(kbtest.Home)[0]), kbtest.NotesID+"/music"); err != nil {
		t.Fatal(err)
	}
	tells := all[1].Tells()
	if len(tells) != 1 {
		t.Fatalf("%d are to be told", len(tells))
	}
	claims := func(want ...bool) {
		t.Helper()
		for i, b := range all {
			if mine, err := b.Claim(ctx, tells[0]); err != nil || mine != want[i] {
				t.Errorf("process %d is to tell: %t, %v, want %t", i, mine, err, want[i])
			}
		}
	}
	claims(true, false)
	claims(false, false)
	if err := all[0].GiveUp(ctx, tells[0]); err != nil {
		t.Error(err)
	}
	claims(true, false)
	ahead.Store(int64(3 * time.Minute)) // the first has died
	claims(true, false)
}
