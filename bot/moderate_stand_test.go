package bot_test

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/play"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// engineFile is a statement as it is shipped.
const engineFile = `
statement:
  id: engine
  title: Notes on the Analytical Engine
  date: 1843-08-01
  place: London
  parties: [Ada Lovelace, L. F. Menabrea]
sources:
  - id: notes
    title: Sketch of the Analytical Engine
    publisher: Richard Taylor
    published: 1843-08-01
    url: https://example.org/notes
    language: en
    kind: statement
    text: |-
      The Analytical Engine has no pretensions whatever to originate any thing.

      It weaves algebraical patterns just as the Jacquard loom weaves flowers and leaves.
  - {id: letter, title: Letter, publisher: Geneva Library, published: 1842-10, language: fr, kind: report}
facts:
  - id: originates
    question: Can the Analytical Engine think?
    answer: No. It originates nothing.
    party: Ada Lovelace
    topics: [machines]
    citations: [{source: notes, quote: no pretensions whatever}]
  - id: music
    question: Could the engine compose music?
    answer: It might.
    party: both sides
    citations: [{source: letter, quote: une symphonie}]
`

// moderated is a bot on a database of its own.
type moderated struct {
	*standing
	library *library.Library
	store   *store.Opened
	path    string
}

// moderate connects a bot with a database to a stand-in until the test ends.
func moderate(t testing.TB, d *discordtest.Discord, change ...func(*bot.Config)) *moderated {
	t.Helper()
	return moderateOn(t, d, filepath.Join(t.TempDir(), "verbatim.db"), change...)
}

func moderateOn(t testing.TB, d *discordtest.Discord, path string, change ...func(*bot.Config)) *moderated {
	t.Helper()
	s, err := database.Open(context.Background(), path, store.Options{BusyTimeout: 200 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	l, err := library.Open(context.Background(), s, library.Options{
		Shipped: []library.File{{Name: "engine.yaml", Content: []byte(engineFile)}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // a test may have closed it
	address, err := url.Parse(d.URL())
	if err != nil {
		t.Fatal(err)
	}
	with := func(c *bot.Config) {
		c.Library, c.Inbox, c.AttachmentHosts = l, nil, []string{address.Host}
	}
	m := &moderated{library: l, store: s, path: path}
	var keeping sync.WaitGroup
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(func() { // after what is under way was answered
		stop()
		keeping.Wait()
	})
	m.standing = stand(t, d, l, append([]func(*bot.Config){with}, change...)...)
	keeping.Go(func() { m.Run(ctx) })
	return m
}

// fill fills in the form of a fact.
func fill(form *discordtest.Form, question, answer, quote string) *discordtest.Reply {
	return form.Fill("Question", question, "Answer", answer, "Quote", quote, "Said by", "Ada Lovelace")
}

// until waits for what comes by itself.
func until(t testing.TB, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: it never came", what)
		}
	}
}

func TestModeratorsConversations(t *testing.T) {
	play.Conversations(t, "testdata/moderate/*.txtar", func(t *testing.T, d *discordtest.Discord, _ *txtar.Archive) {
		moderate(t, d, patient, reads)
	})
}

const (
	cook     = "Who wrote the cookery book?"
	cookSays = "Nobody knows."
	weaves   = "It weaves algebraical patterns"
)

// added adds a fact about a cookery book.
func added(t testing.TB, p *discordtest.Person) *discordtest.Reply {
	t.Helper()
	r := fill(p.Slash("fact add", "source", "engine/notes").Form(), cook, cookSays, weaves)
	shows(t, "a fact is added", r, "Saved.")
	return r
}

func contains(all []string, part string) bool {
	for _, s := range all {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}
