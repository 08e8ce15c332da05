package curate_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/curate"
	"verbatim/kb/kbtest"
	"verbatim/kb/library"
)

func TestSettingsHoldInTheirServer(t *testing.T) {
	path := kbtest.NewPath(t)
	l := kbtest.Library(t, kbtest.Opened(t, path), kbtest.NotesFile())
	save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "no pretensions"))
	_, err := curate.New(l).SetSettings(context.Background(), kbtest.Editor(), func(s *kb.Settings) { s.ShippedOff, s.Role = true, "9" })
	if err != nil {
		t.Fatal(err)
	}
	again := kbtest.Library(t, kbtest.Opened(t, path), kbtest.NotesFile())
	for what, l := range map[string]*library.Library{"this process": l, "the next": again} {
		if s := l.Settings(kbtest.Home); s.Role != "9" || !reflect.DeepEqual(l.Settings(kbtest.Away), kb.Settings{}) {
			t.Errorf("%s has %+v", what, s)
		}
		for server, want := range map[string]string{kbtest.Home: "", kbtest.Away: kbtest.ThinkAnswer} {
			if got := kbtest.Asks(l, kbtest.Think, server); got != want {
				t.Errorf("%s, in %s: the shipped fact says %q, want %q", what, server, got, want)
			}
		}
		if got := kbtest.Asks(l, kbtest.CookAsks, kbtest.Home); got != "Nobody." {
			t.Errorf("%s: the own fact says %q", what, got)
		}
	}
	away := kbtest.Editor()
	away.Server = kbtest.Away
	if _, err := curate.New(l).SetSettings(context.Background(), away, func(s *kb.Settings) { s.ShippedOff = true }); err != nil {
		t.Fatal(err)
	}
	for _, question := range []string{"What do you have?", "When was it published?", "What do the notes say about elephants?"} {
		a := l.Ask(context.Background(), kb.Question{Text: question, Server: kbtest.Away})
		if strings.Contains(a.Text+a.Note, "Notes") || a.Reason == kb.ReasonNotInText {
			t.Errorf("%q, where nothing that is shipped counts: %+v", question, a)
		}
	}
	_, err = curate.New(l).SetSettings(context.Background(), kbtest.Editor(), func(s *kb.Settings) { s.InboxDays = 1000 })
	var r *kb.Refusal
	if !errors.As(err, &r) {
		t.Errorf("keeping texts for years: %v", err)
	}
}

func TestAliasesAreAddedAndTakenAway(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	ctx := context.Background()
	if _, err := curate.New(l).AddAlias(ctx, kbtest.Editor(), "", "analytical engine", []string{"brass brain", "Brass Brain", " "}); err != nil {
		t.Fatal(err)
	}
	const question = "Can the brass brain think?"
	for server, want := range map[string]string{kbtest.Home: kbtest.ThinkAnswer, kbtest.Away: ""} {
		if got := kbtest.Asks(l, question, server); got != want {
			t.Errorf("in %s: %q, want %q", server, got, want)
		}
	}
	if err := curate.New(l).RemoveAlias(ctx, kbtest.Editor(), "Analytical Engine", nil); err != nil {
		t.Fatal(err)
	}
	if got := kbtest.Asks(l, question, kbtest.Home); got != "" {
		t.Errorf("after the removal: %q", got)
	}
	if err := curate.New(l).RemoveAlias(ctx, kbtest.Editor(), "Analytical Engine", nil); err == nil {
		t.Error("a name that counts everywhere is taken away in one server")
	}
	if _, err := curate.New(l).AddAlias(ctx, kbtest.Editor(), "", "x", nil); err == nil {
		t.Error("a name without others is taken")
	}
}

func TestSourcesAreAddedOnceAndAsStatements(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	ctx := context.Background()
	n := curate.NewSource{Source: kb.Source{
		Title: "Joint note", Publisher: "The Ministry", Published: "2026-02-03", URL: "https://example.org/n", Language: "en",
		Text: "The two sides will open the bridge in May.",
	}}
	first, err := curate.New(l).AddSource(ctx, kbtest.Editor("i-1"), n)
	if err != nil || first.ID != "joint-note/joint-note" {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := curate.New(l).AddSource(ctx, kbtest.Editor("i-1"), n)
	if err != nil || again.ID != first.ID || !again.Repeated {
		t.Errorf("again: %+v, %v", again, err)
	}
	a := l.Ask(ctx, kb.Question{Text: "When will the two sides open the bridge?", Server: kbtest.Home})
	if a.Text != n.Text {
		t.Errorf("the text answers %+v", a)
	}
	n.Statement, n.Text = "joint-note", ""
	if more, err := curate.New(l).AddSource(ctx, kbtest.Editor(), n); err != nil || more.ID != "joint-note/joint-note-2" {
		t.Errorf("a second source: %+v, %v", more, err)
	}
	for what, change := range map[string]func(*curate.NewSource){
		"no day":       func(n *curate.NewSource) { n.Published = "2026" },
		"no address":   func(n *curate.NewSource) { n.URL = "javascript:alert(1)" },
		"no title":     func(n *curate.NewSource) { n.Title = " " },
		"no statement": func(n *curate.NewSource) { n.Statement = "x" },
	} {
		bad := n
		bad.Statement = ""
		change(&bad)
		var r *kb.Refusal
		if _, err := curate.New(l).AddSource(ctx, kbtest.Editor(), bad); !errors.As(err, &r) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestAnImportIsForeseen(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	ctx := context.Background()
	kbtest.Load(t, l, kbtest.Home, kbtest.Read(t, kbtest.Notes)...)
	f := factAt(t, l, kbtest.Home, kbtest.NotesID+"/originates-nothing")
	f.Fact.Answer = "No, never."
	save(t, l, kbtest.Editor(), curate.Draft{Statement: kbtest.NotesID, Fact: f.Fact, Seen: f.Seen})
	content := string(kbtest.NotesFile("id: music", "id: song", "title: Letter", "title: A letter").Content)
	foreseen, err := curate.New(l).Preview(ctx, kbtest.Home, kbtest.Read(t, content))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%d facts, new %q changed %q removed %q kept %q", foreseen.Facts, foreseen.New, foreseen.Changed, foreseen.Removed, foreseen.Kept)
	want := `2 facts, new ["Could the engine compose music?"] changed ["Source: A letter"] removed ["Could the engine compose music?"] kept ["Can the Analytical Engine think?"]`
	if got != want {
		t.Errorf("foreseen: %s\nwant %s", got, want)
	}
	told := kbtest.Load(t, l, kbtest.Home, kbtest.Read(t, content)...)
	if told.New != 1 || told.Changed != 1 || told.Taken != 1 || len(told.Kept) != 1 {
		t.Errorf("loaded: %+v", told)
	}
}

func TestWhatAServerHasIsExportedAndLoadsElsewhere(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	ctx := context.Background()
	export := func(server string) string {
		var b bytes.Buffer
		if err := l.Export(&b, server); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	bare := curate.NewSource{Source: kb.Source{Title: "Bare", Publisher: "News", Published: "2026-01-01"}}
	if _, err := curate.New(l).AddSource(ctx, kbtest.Editor(), bare); err != nil {
		t.Fatal(err)
	}
	if _, err := curate.New(l).AddAlias(ctx, kbtest.Editor(), "bare", "News", []string{"The paper"}); err != nil {
		t.Fatal(err)
	}
	if got := export(kbtest.Home); got != "" {
		t.Errorf("what no file may have is exported:\n%s", got)
	}
	save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "no pretensions whatever"))
	if err := curate.New(l).Remove(ctx, kbtest.Editor(), kbtest.NotesID+"/music", factAt(t, l, kbtest.Home, kbtest.NotesID+"/music").Seen); err != nil {
		t.Fatal(err)
	}
	kbtest.Load(t, l, kbtest.Away, kbtest.Read(t, export(kbtest.Home))...)
	if got := kbtest.Asks(l, kbtest.CookAsks, kbtest.Away); got != "Nobody." {
		t.Errorf("elsewhere it is answered %q", got)
	}
	if got := export(kbtest.Away); !strings.Contains(got, "The paper") || strings.Contains(got, "music") {
		t.Errorf("elsewhere there is\n%s", got)
	}
}

func TestWhatWasRemovedIsListed(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	ctx := context.Background()
	list := func() string {
		all, err := l.Removed(ctx, kbtest.Home)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(all)
	}
	own := save(t, l, kbtest.Editor(), draft(kbtest.CookAsks, "Nobody.", "")).ID
	for _, id := range []string{own, kbtest.NotesID + "/music"} {
		if err := curate.New(l).Remove(ctx, kbtest.Editor(), id, factAt(t, l, kbtest.Home, id).Seen); err != nil {
			t.Fatal(err)
		}
	}
	if want := "[{" + kbtest.NotesID + "/music Could the engine compose music?} {" + own + " " + kbtest.CookAsks + "}]"; list() != want {
		t.Errorf("removed are %s, want %s", list(), want)
	}
	if all, _ := l.Removed(ctx, kbtest.Away); len(all) != 0 {
		t.Errorf("another server has removed %v", all)
	}
	if _, err := curate.New(l).Restore(ctx, kbtest.Editor(), own, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := curate.New(l).Restore(ctx, kbtest.Editor(), kbtest.NotesID+"/music", 0); err != nil || list() != "[]" {
		t.Errorf("restored: %v, left %s", err, list())
	}
}
