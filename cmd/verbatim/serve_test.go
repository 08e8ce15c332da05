package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/fault"
	"verbatim/bot/discordtest/socket"
)

// lockedBuffer can be read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// served is the program while it serves.
type served struct {
	address string
	errs    lockedBuffer
	stop    context.CancelFunc
	code    chan int
}

// serveOn runs serve on a stand-in, with the shipped statements.
func serveOn(t *testing.T, d *discordtest.Discord) *served {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	tokenFile := filepath.Join(t.TempDir(), "token")
	write(t, tokenFile, []byte(d.Token()+"\n"))
	s := &served{address: freeAddress(t), code: make(chan int, 1)}
	t.Setenv("DISCORD_TOKEN", "")
	t.Setenv("DISCORD_TOKEN_FILE", tokenFile)
	t.Setenv("DISCORD_API_URL", d.URL())
	t.Setenv("VERBATIM_HTTP", s.address)
	ctx, cancel := context.WithCancel(t.Context())
	s.stop = cancel
	p := &program{in: strings.NewReader(""), out: io.Discard, err: &s.errs}
	go func() { s.code <- p.run(ctx, []string{"--db", path, "--log-level", "debug", "serve"}) }()
	d.WaitConnected()
	d.WaitCommands()
	return s
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// page is what an address shows.
func (s *served) page(t *testing.T, path string) (status int, body string) {
	t.Helper()
	r, err := http.Get("http://" + s.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	content, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(content)
}

func TestServeAnswersIsWatchedAndEndsWell(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	s := serveOn(t, d)
	const question = "What did Syria say about Taiwan?"
	if got := ann.Slash("ask", "question", question).Text(); !strings.Contains(got, "> an integral part of China") || !strings.Contains(got, "https://") {
		t.Errorf("the answer to %q is\n%s", question, got)
	}
	if got := ann.Slash("ask", "question", question).Press("Cite").Text(); !strings.Contains(got, "**MLA**") {
		t.Errorf("the citations are\n%s", got)
	}
	if choices := ann.Type("ask", "question", "taiwan").Suggestions(); len(choices) == 0 || len(choices) > 25 {
		t.Errorf("there are %d suggestions", len(choices))
	}
	if got := ann.Slash("ask", "question", "zzyzx qwrtp?").Text(); !strings.Contains(got, "(only ann sees this)") {
		t.Errorf("an abstention is\n%s", got)
	}
	for path, want := range map[string]string{
		"/healthz": "ok", "/readyz": "ok",
		"/metrics": `verbatim_questions_total{outcome="fact"} 2`,
	} {
		if status, body := s.page(t, path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: status %d, no %q in\n%s", path, status, want, body)
		}
	}
	if code, out, errs := runOn(t, "", "", "healthcheck"); code != exitDone || out != "ok\n" {
		t.Errorf("healthcheck: exit code %d, %s%s", code, out, errs)
	}
	s.endsWell(t)
	for _, secret := range []string{d.Token(), "Taiwan", "zzyzx"} {
		if strings.Contains(s.errs.String(), secret) {
			t.Errorf("%q is in the log:\n%s", secret, s.errs.String())
		}
	}
}

func (s *served) endsWell(t *testing.T) {
	t.Helper()
	s.stop()
	select {
	case code := <-s.code:
		if code != exitDone {
			t.Errorf("exit code %d: %s", code, s.errs.String())
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the program did not end within 10 s")
	}
}

func TestServeIsNotReadyWithoutDiscord(t *testing.T) {
	d := discordtest.Start(t)
	s := serveOn(t, d)
	d.RefuseConnections(true)
	d.Drop()
	deadline := time.Now().Add(5 * time.Second)
	for {
		status, _ := s.page(t, "/readyz")
		if status == http.StatusServiceUnavailable {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("/readyz says ready while Discord is not connected")
		}
		time.Sleep(10 * time.Millisecond)
	}
	if code, _, errs := runOn(t, "", "", "healthcheck"); code != exitFailed || !strings.Contains(errs, "is not ready: Discord is not connected") {
		t.Errorf("healthcheck: exit code %d, %s", code, errs)
	}
	if status, _ := s.page(t, "/healthz"); status != http.StatusOK {
		t.Errorf("/healthz: status %d though the process is well", status)
	}
	s.endsWell(t)
}

func TestServeSaysWhatItNeeds(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	for _, c := range []struct{ about, token, file, http, want string }{
		{"no token", "", "", "", "there is no token: set DISCORD_TOKEN"},
		{"an empty file", "", os.DevNull, "", "there is no token: set DISCORD_TOKEN"},
		{"no such file", "", "/no/such/file", "", "DISCORD_TOKEN_FILE"},
		{"a broken token", "a b", "", "", "copy it again"},
		{"an address that is taken", "x", "", taken.Addr().String(), "VERBATIM_HTTP"},
	} {
		t.Setenv("DISCORD_TOKEN", c.token)
		t.Setenv("DISCORD_TOKEN_FILE", c.file)
		t.Setenv("VERBATIM_HTTP", c.http)
		if code, _, errs := runWith(t, "", "serve"); code != exitFailed || !strings.Contains(errs, c.want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: exit code %d, want %q in %q", c.about, code, c.want, errs)
		}
	}
}

func TestHealthcheckSaysWhyNot(t *testing.T) {
	for address, want := range map[string]string{"": "VERBATIM_HTTP is empty", "nowhere": "must be an address", freeAddress(t): "no bot runs at"} {
		t.Setenv("VERBATIM_HTTP", address)
		if code, out, errs := runOn(t, "", "", "healthcheck"); code != exitFailed || out != "" || !strings.Contains(errs, want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%q: exit code %d, %s%s", address, code, out, errs)
		}
	}
}

func TestServeStopsWhenTheTokenIsRefused(t *testing.T) {
	d := discordtest.Start(t)
	d.OnIdentify(socket.CloseWith(4004))
	t.Setenv("DISCORD_TOKEN", d.Token())
	t.Setenv("DISCORD_API_URL", d.URL())
	t.Setenv("VERBATIM_HTTP", "")
	if code, _, errs := runWith(t, "", "serve"); code != exitFailed || !strings.Contains(errs, "4004") || strings.Contains(errs, d.Token()) {
		t.Errorf("exit code %d, errors %q", code, errs)
	}
}

func TestServeEndsInTimeWhileDiscordHangs(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	s := serveOn(t, d)
	d.FaultAlways("POST /interactions/*/*/callback", fault.Hang())
	ann.Slash("ask", "question", "What did Syria say about Taiwan?")
	if !d.Eventually(func() bool { return len(d.Requests("POST /interactions/*/*/callback")) > 0 }) {
		t.Error("nothing was answered")
	}
	s.endsWell(t)
}
