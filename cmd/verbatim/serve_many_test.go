package main

import (
	"context"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/kb/store/storetest"
)

// serveWith runs one of several processes on a database; its answers go where d says.
func serveWith(t *testing.T, d *discordtest.Discord, database string, args ...string) *served {
	t.Helper()
	s := &served{address: freeAddress(t), code: make(chan int, 1)}
	t.Setenv("DISCORD_TOKEN", d.Token())
	t.Setenv("DISCORD_TOKEN_FILE", "")
	t.Setenv("DISCORD_API_URL", d.URL())
	t.Setenv("VERBATIM_HTTP", s.address)
	ctx, cancel := context.WithCancel(t.Context())
	s.stop = cancel
	p := &program{in: strings.NewReader(""), out: io.Discard, err: &s.errs}
	go func() {
		s.code <- p.run(ctx, append([]string{"--db", database, "--log-level", "debug", "serve"}, args...))
	}()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) { // until it has read its environment too
		if r, err := http.Get("http://" + s.address + "/readyz"); err == nil {
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return s
			}
		}
		if time.Now().After(end) {
			t.Fatalf("it is not ready:\n%s", s.errs.String())
		}
	}
}

// balanced runs processes on a database, to which Discord posts one after the other, so
// that what follows comes to another one.
func balanced(t *testing.T, d *discordtest.Discord, database string, processes int) (all []*served) {
	t.Helper()
	var addresses []string
	for range processes {
		address := freeAddress(t)
		t.Setenv("VERBATIM_INTERACTIONS", address)
		all, addresses = append(all, serveWith(t, d, database)), append(addresses, "http://"+address)
	}
	d.WaitCommands()
	d.PostTo(addresses...)
	return all
}

func TestTwoProcessesBehindABalancerAnswerWhatDiscordPosts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	database := filepath.Join(t.TempDir(), "test.db")
	write(t, database, shippedDatabase(t))
	all := balanced(t, d, database, 2)
	if d.Connected() {
		t.Error("one is connected to the gateway")
	}
	answer := mia.Slash("ask", "question", "What did Syria say about Taiwan?")
	if got := answer.Text(); !strings.Contains(got, "> an integral part of China") {
		t.Errorf("the answer is\n%s", got)
	}
	if got := answer.Press("Cite").Text(); !strings.Contains(got, "**MLA**") {
		t.Errorf("the citations are\n%s", got)
	}
	if choices := mia.Type("ask", "question", "taiwan").Suggestions(); len(choices) == 0 {
		t.Error("there are no suggestions")
	}
	form := mia.Slash("fact add", "source", "syria-china-2025-11-17/trt-2025-11-17").Form()
	saved := form.Fill("Question", "Who keeps the lighthouse?", "Answer", "Ada does.", "Said by", "both sides")
	if got := saved.Text(); !strings.Contains(got, "Saved.") {
		t.Errorf("the form that another process showed is answered with\n%s", got)
	}
	for range 2 {
		if got := mia.Slash("ask", "question", "Who keeps the lighthouse?").Text(); !strings.Contains(got, "Ada does.") {
			t.Errorf("what was saved is answered with\n%s", got)
		}
	}
	for _, s := range all {
		s.endsWell(t)
	}
}

func TestTwoProcessesHaveTheirShards(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	d := discordtest.Start(t)
	d.IdentifyAtOnce(4)
	var people []*discordtest.Person
	for range 8 {
		people = append(people, d.Guild("News "+time.Now().String()).Member("ann "+time.Now().String()))
		time.Sleep(time.Millisecond) // by which it goes whose a server is
	}
	database := filepath.Join(t.TempDir(), "test.db")
	write(t, database, shippedDatabase(t))
	t.Setenv("VERBATIM_INTERACTIONS", "")
	first, second := serveWith(t, d, database, "--shards", "0-1/4"), serveWith(t, d, database, "--shards", "2-3/4")
	d.WaitCommands()
	for _, p := range people {
		if got := p.Slash("ask", "question", "What did Syria say about Taiwan?").Text(); !strings.Contains(got, "> an integral part of China") {
			t.Errorf("the answer is\n%s", got)
		}
	}
	for _, s := range []*served{first, second} {
		_, metrics := s.page(t, "/metrics")
		if !strings.Contains(metrics, `verbatim_gateway_events_total{event="INTERACTION_CREATE"}`) || !strings.Contains(metrics, "verbatim_gateway_identifies_total 2") {
			t.Error("one process had no questions, or not two shards")
		}
		s.endsWell(t)
	}
}

func TestShardsAreReadStrictly(t *testing.T) {
	for _, shards := range []string{"16", "0-3", "3-0/16", "0-16/16", "-1/4", "a/b", "0/0", "1/1", "0-1/2/3", "0/99999"} {
		if code, _, errs := runOn(t, "", "", "serve", "--shards="+shards); code != exitUsage || !strings.Contains(errs, "shards are given as 0-3/16") {
			t.Errorf("%s: exit code %d, %s", shards, code, errs)
		}
	}
}

// TestWhatIsBegunInOneProcessGoesOnInAnother presses each button of what one process has
// shown in another one, on each engine.
func TestWhatIsBegunInOneProcessGoesOnInAnother(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	t.Run("SQLite", func(t *testing.T) {
		database := filepath.Join(t.TempDir(), "test.db")
		write(t, database, shippedDatabase(t))
		goOnElsewhere(t, database)
	})
	t.Run("PostgreSQL", func(t *testing.T) { goOnElsewhere(t, storetest.Postgres(t).Database(t)) })
}

const (
	onLamps   = "Which lamp burns in the lighthouse?"
	lampsFile = `
statement: {id: lamps, title: On lamps, date: 2026-02-03, place: Home, parties: [News]}
sources:
  - {id: memo, title: Memo, publisher: News, language: en, kind: statement, text: The oil lamp burns.}
facts:
  - {id: oil, question: "` + onLamps + `", answer: The oil lamp., party: News, citations: [{source: memo, quote: The oil lamp burns.}]}
`
)

func goOnElsewhere(t *testing.T, database string) {
	d := discordtest.Start(t)
	mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
	all := balanced(t, d, database, 2)
	shows := func(what string, r *discordtest.Reply, want string) {
		t.Helper()
		if got := r.Text(); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", what, want, got)
		}
	}
	private := bob.Slash("ask", "question", "What did Syria say about Taiwan?", "private", true)
	shows("shared", private.Press("Share"), "> an integral part of China")
	shows("shared again, where it was asked", private.Press("Share"), "shared this answer already")

	bob.Slash("statements").Text() // so that the next one comes to the other process
	shows("passed on", bob.Slash("ask", "question", onLamps).Press("Tell me"), "with the moderators now")

	lamps := discordtest.File{Name: "lamps.yaml", Type: "application/yaml", Body: []byte(lampsFile)}
	shows("dropped", mia.Slash("kb import", "file", lamps).Press("Cancel"), "Nothing was changed")
	asking := mia.Slash("kb import", "file", lamps)
	loaded := asking.Press("Import") // which goes with it, so it can be pressed once
	await(t, "the import", func() bool { return strings.Contains(loaded.Text(), "Loaded") })

	list := mia.Slash("inbox")
	shows("linked", list.Choose(list.Options()[0]).Press("Link to a fact").Choose(onLamps), "Linked.")
	told := func() (n int) {
		for _, sent := range d.Requests("POST /channels/*/messages") {
			if strings.Contains(string(sent.Body), "Your question is answered now") {
				n++
			}
		}
		return n
	}
	await(t, "the direct message", func() bool { return told() > 0 })
	for _, s := range all {
		s.endsWell(t)
	}
	if n := told(); n != 1 {
		t.Errorf("somebody was told %d times", n)
	}
}

// await waits for what comes by itself.
func await(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: it never came", what)
		}
	}
}
