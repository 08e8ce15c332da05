package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/inbox"
	"verbatim/kb/library"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// passed puts questions into the inbox of a server.
func passed(t *testing.T, path, server string, questions ...string) {
	t.Helper()
	s, err := database.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	l, err := library.Open(t.Context(), s, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		if _, err := inbox.New(l).Pass(t.Context(), server, inbox.OpenQuestion{Question: q, Count: 1, Reason: kb.ReasonUnknown}, "", ""); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheInboxIsListedSettledAndEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	passed(t, path, "42", "Who owns the coal mine?", "The coal mine: who owns it?", "Who counts the zebras?")
	passed(t, path, "", "Who keeps the lighthouse?")
	_, out, _ := runOn(t, path, "", "inbox")
	for _, want := range []string{"Asked in no server\n   1 × Who keeps the lighthouse?", "Server 42\n   2 × Who owns the coal mine?", "    or: The coal mine: who owns it?"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	ids := regexp.MustCompile(`[0-9a-f]{16}`).FindAllString(out, -1)
	if len(ids) != 3 {
		t.Fatalf("the ids are %q in\n%s", ids, out)
	}
	for _, args := range [][]string{{"--dismiss", ids[0]}, {"--server", "42", "--dismiss", ids[1]}} {
		if code, out, errs := runOn(t, path, "", append([]string{"inbox"}, args...)...); code != exitDone || !strings.HasPrefix(out, "Dismissed: ") {
			t.Errorf("%q: %s%s", args, out, errs)
		}
	}
	fact := factOf(t, path)
	if code, out, errs := runOn(t, path, "", "inbox", "--link", ids[2], "--to", fact); code != exitDone || out != "Linked: 1 question.\n" {
		t.Errorf("linking: %s%s", out, errs)
	}
	if code, _, _ := runOn(t, path, "", "inbox", "--link", ids[2]); code != exitUsage {
		t.Errorf("half a link: exit code %d", code)
	}
	if _, out, _ := runOn(t, path, "", "inbox"); out != "Nothing waits.\n" {
		t.Errorf("what is left:\n%s", out)
	}
}

// factOf is the id of some shipped fact.
func factOf(t *testing.T, path string) string {
	t.Helper()
	_, out, _ := runOn(t, path, "", "export")
	statements, err := file.Read("export", strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if len(s.Facts) > 0 {
			return s.ID + "/" + s.Facts[0].ID
		}
	}
	t.Fatal("nothing is shipped")
	return ""
}
