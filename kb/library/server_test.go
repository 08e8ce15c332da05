package library_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
	"verbatim/kb/store"
)

const secret = "Who pays for the mill in secret?"

// twoServers has the notes for all, and for the server g a fact and one in the
// place of a shared one.
func twoServers(t *testing.T) (store.Store, *library.Library) {
	t.Helper()
	s := kbtest.Opened(t, kbtest.NewPath(t))
	l := kbtest.Library(t, s, kbtest.NotesFile())
	apply(t, s, "g", fact("payer", secret, "Babbage."), fact("originates-nothing", kbtest.Think, "Here we say: never."))
	return s, l
}

func TestAServersFactsStayThere(t *testing.T) {
	_, l := twoServers(t)
	for server, want := range map[string]struct{ think, secret string }{
		"g": {"Here we say: never.", "Babbage."}, "h": {kbtest.ThinkAnswer, ""}, "": {kbtest.ThinkAnswer, ""},
	} {
		if got := kbtest.Asks(l, kbtest.Think, server); got != want.think {
			t.Errorf("in %q, %q is answered %q, want %q", server, kbtest.Think, got, want.think)
		}
		a := l.Ask(context.Background(), kb.Question{Text: secret, Server: server})
		if a.Text != want.secret {
			t.Errorf("in %q, %q is answered %q, want %q", server, secret, a.Text, want.secret)
		}
		if server == "g" {
			continue
		}
		for _, n := range a.Nearest {
			if n.Question == secret {
				t.Errorf("in %q the other server's question is among the nearest", server)
			}
		}
		for _, typed := range []string{"", "who pays", "Who pays for the mill in secret?", "wpfmll"} {
			for _, s := range l.Suggest(typed, "", server) {
				if s.Question == secret {
					t.Errorf("in %q, typing %q suggests the other server's question", server, typed)
				}
			}
		}
		if d := cmp.Diff(kbtest.Read(t, kbtest.Notes), l.Statements(server)); d != "" {
			t.Errorf("in %q the statements are others: %s", server, d)
		}
		var content bytes.Buffer
		if err := l.Export(&content, server); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(content.String(), "Babbage") {
			t.Errorf("the export of %q has the other server's fact", server)
		}
	}
}

func TestAServersExportLoadsElsewhere(t *testing.T) {
	_, l := twoServers(t)
	var content bytes.Buffer
	if err := l.Export(&content, "g"); err != nil {
		t.Fatal(err)
	}
	statements := kbtest.Read(t, content.String())
	if len(statements) != 1 || len(statements[0].Facts) != 2 || len(statements[0].Sources) != 1 {
		t.Fatalf("the export is:\n%s", &content)
	}
	again := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)))
	kbtest.Load(t, again, "g", statements...)
	if got := kbtest.Asks(again, secret, "g"); got != "Babbage." {
		t.Errorf("where it was loaded it is answered %q", got)
	}
	if got := again.Statements(""); len(got) != 0 {
		t.Errorf("what a server loaded counts everywhere: %d statements", len(got))
	}
}

func TestAServersOwnStandsInPlaceOfTheShared(t *testing.T) {
	s, l := twoServers(t)
	held := l.Statements("g")
	if len(held) != 1 || len(held[0].Facts) != 3 {
		t.Fatalf("g has %+v", held)
	}
	remove(t, s, index.FactKey("g", "engine-notes-1843", "originates-nothing"))
	if got := kbtest.Asks(l, kbtest.Think, "g"); got != kbtest.ThinkAnswer {
		t.Errorf("without its own, g gets %q", got)
	}
}

func TestAliasesOfAServer(t *testing.T) {
	s, l := twoServers(t)
	alias := func(server string, a kb.Alias) {
		t.Helper()
		r, err := index.AliasRecord(server, "engine-notes-1843", &a)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(context.Background(), store.Change{Author: "mary", Action: "add", Put: []store.Record{r}}); err != nil {
			t.Fatal(err)
		}
	}
	// It has a name in common with a shared one, and so means the same.
	alias("g", kb.Alias{Name: "Grinder", Other: []string{"the Engine", "Mahlwerk"}})
	for server, want := range map[string]string{"g": "Here we say: never.", "h": ""} {
		if got := kbtest.Asks(l, "can Mahlwerk think", server); (got == "") != (want == "") || want != "" && got != want {
			t.Errorf("in %q the server's name is answered %q, want %q", server, got, want)
		}
	}
	alias("", kb.Alias{Name: "mill", Other: []string{"磨坊"}})
	if got := kbtest.Asks(l, "who pays for the 磨坊 in secret", "g"); got != "Babbage." {
		t.Errorf("a name that came in for all is answered %q", got)
	}
}
