package library_test

import (
	"context"
	"testing"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/store"
)

// apply makes a moderator's change of facts of the notes.
func apply(t testing.TB, s store.Store, server string, facts ...kb.Fact) {
	t.Helper()
	applyTo(t, s, server, "engine-notes-1843", facts...)
}

// applyTo does the same to another statement.
func applyTo(t testing.TB, s store.Store, server, statement string, facts ...kb.Fact) {
	t.Helper()
	var put []store.Record
	for i := range facts {
		r, err := index.FactRecord(server, statement, &facts[i])
		if err != nil {
			t.Fatal(err)
		}
		put = append(put, r)
	}
	if _, err := s.Apply(context.Background(), store.Change{Author: "mary", Action: "add", Put: put}); err != nil {
		t.Fatal(err)
	}
}

// fact is a fact of the notes.
func fact(id, question, answer string) kb.Fact {
	return kb.Fact{
		ID: id, Question: question, Answer: answer, Party: "Ada Lovelace",
		Citations: []kb.Citation{{Source: "taylor-1843", Quote: "no pretensions"}},
	}
}

// counting is a store that counts what is learned.
type counting struct {
	store.Store
	learned int
}

func (c *counting) Learn(ctx context.Context, name, key string, blob []byte) error {
	c.learned++
	return c.Store.Learn(ctx, name, key, blob)
}
