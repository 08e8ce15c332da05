package load_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/kb"
	"verbatim/kb/library"
	"verbatim/kb/meaning"
	"verbatim/kb/store"
	"verbatim/kb/store/database"
)

// How much there is when the program starts, and how long until it answers.
const (
	manyServers = 1000
	factsEach   = 100
	startWithin = 5 * time.Second
)

func TestManyServersStart(t *testing.T) {
	servers := 3
	if *load {
		servers = manyServers
	}
	d := discordtest.Start(t, discordtest.Unchecked())
	path := filepath.Join(t.TempDir(), "verbatim.db")
	fill(t, path, d.Guild("News").ID(), servers)
	ann := d.Guild("News").Member("ann")
	program := build(t)
	for round := range 3 { // the first one learns from what was loaded
		began := time.Now()
		p := serveOn(t, d, program, path)
		connected(t, time.Minute, d.Connected)
		answer := ann.Interact(2, map[string]any{
			"id": "1", "name": "ask", "type": 1,
			"options": []any{map[string]any{"name": "question", "type": 3, "value": wellQuestion(7)}},
		}).Text()
		took := time.Since(began)
		t.Logf("%d servers with %d facts each: the first answer after %v and %v of processor, with %.0f MB",
			servers, factsEach, took.Round(time.Millisecond), p.processor(t), p.resident(t))
		if !strings.Contains(answer, "It is 7 metres deep.") {
			t.Errorf("it is answered with\n%s", answer)
		}
		if *load && round > 0 && took > startWithin {
			t.Errorf("want at most %v", startWithin)
		}
		p.end(t)
	}
}

func wellQuestion(n int) string { return fmt.Sprintf("How deep is well number %d?", n) }

// fill makes a database in which so many servers, one of them with an id, have facts of
// their own. What each has is the same: it is encoded once, and kept for all.
func fill(t *testing.T, path, id string, servers int) {
	t.Helper()
	ctx := t.Context()
	s, err := database.Open(ctx, path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	l, err := library.Open(ctx, s, library.Options{Shipped: shipped(t)})
	if err == nil {
		_, err = l.Load(ctx, "operator", id, []*kb.Statement{wells()})
	}
	if err != nil {
		t.Fatal(err)
	}
	encoder, err := meaning.Default()
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	vectors, err := s.Vectors(ctx, encoder.Version(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for n := range servers - 1 {
		load := store.Load{Origin: store.Origin{Server: fmt.Sprint(1_000_000 + n), Name: "file"}}
		for _, r := range all.Records {
			if r.Server == id {
				r.Server = load.Server
				load.Records = append(load.Records, r)
			}
		}
		var made []store.Vectors
		for _, v := range vectors {
			if v.Server == id {
				v.Server = load.Server
				made = append(made, v)
			}
		}
		_, err := s.Replace(ctx, "operator", load)
		if err == nil {
			err = s.PutVectors(ctx, made...)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// wells is a statement with so many facts as each server has.
func wells() *kb.Statement {
	s := &kb.Statement{
		ID: "wells", Title: "On wells", Date: "2026-02-03", Parties: []string{"News"},
		Sources: []kb.Source{{ID: "memo", Title: "Memo", Publisher: "News", Language: "en", Kind: kb.KindStatement}},
	}
	for n := range factsEach {
		s.Facts = append(s.Facts, kb.Fact{
			ID: fmt.Sprint("well-", n), Question: wellQuestion(n), AlsoAsked: []string{fmt.Sprintf("What is the depth of well %d?", n)},
			Answer: fmt.Sprintf("It is %d metres deep.", n), Party: "News", Citations: []kb.Citation{{Source: "memo"}},
		})
	}
	return s
}
