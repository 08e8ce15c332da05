package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
	"verbatim/kb/usage"
)

// lighthouse is a knowledge file of one fact.
func lighthouse(t *testing.T, keeper string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lighthouse.yaml")
	write(t, path, []byte(`
statement: {id: lighthouse, title: The Lighthouse Act, date: 2026-01-02, place: Kiel, parties: [The Harbour Office]}
sources: [{id: act, title: The Lighthouse Act, publisher: Harbour News, published: 2026-01-02, language: en, kind: statement}]
facts:
  - {id: keeper, question: Who keeps the lighthouse?, answer: "`+keeper+` does.", party: The Harbour Office, citations: [{source: act}]}
`))
	return path
}

// soon waits for what is kept soon, not at once.
func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !is(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: it never came", what)
		}
	}
}

// keptIn looks into a path that another process has open.
func keptIn(t *testing.T, path, server string) (counted, shown int) {
	t.Helper()
	s, err := database.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }() // it was only read
	l, err := library.Open(t.Context(), s, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	days, err := usage.New(l).Counts(t.Context(), server, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range days {
		for _, n := range c.Outcomes {
			counted += n
		}
	}
	all, err := usage.New(l).Shown(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return counted, len(all)
}

func TestKilledItKnowsWhatWasCountedAndShownAndCorrectsWhatAnotherChanges(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	d := discordtest.Start(t, discordtest.AcknowledgeWithin(1500*time.Millisecond), discordtest.Patience(5*time.Second))
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	server := d.Guild("News").ID()
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	load := func(keeper string) {
		if code, _, errs := runOn(t, path, "", "load", "--server", server, lighthouse(t, keeper)); code != exitDone {
			t.Fatalf("load: %s", errs)
		}
	}
	load("Ada")
	program := serving(t, d, path)
	answer := mia.Mention("Who keeps the lighthouse?")
	if !strings.Contains(answer.Text(), "Ada does.") {
		t.Fatalf("the answer is %q", answer.Text())
	}
	mia.Slash("ask", "question", "Who keeps the lighthouse?", "private", true).Text()
	soon(t, "what was counted and shown", func() bool {
		counted, shown := keptIn(t, path, server)
		return counted == 2 && shown == 1
	})
	kill(program)
	d.Drop()
	program = serving(t, d, path)
	load("Grace")
	soon(t, "the correction", func() bool { return strings.Contains(answer.Text(), "Grace does.") })
	if got := answer.Text(); !strings.Contains(got, "Corrected since") || !strings.Contains(got, "It said before: Ada does.") {
		t.Errorf("the correction is %q", got)
	}
	if got := mia.Slash("kb stats").Text(); !strings.Contains(got, "2 questions within 30 days") {
		t.Errorf("the figures are %q", got)
	}
	mia.Slash("ask", "question", "Who keeps the lighthouse?", "private", true).Text()
	_ = program.Process.Signal(os.Interrupt)
	_ = program.Wait() // how it ends is another test's
	if counted, _ := keptIn(t, path, server); counted != 3 {
		t.Errorf("stopped, it has counted %d", counted)
	}
}
