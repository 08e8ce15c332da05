package sqlite

import (
	"context"
	"testing"

	"verbatim/kb/store"
)

func TestCountsOfBeforeAreTallies(t *testing.T) {
	ctx := context.Background()
	d, e := opened(t)
	count := func(id, body string) store.Record {
		return store.Record{Key: store.Key{Server: "7", Kind: "count", ID: id}, Body: []byte(body)}
	}
	if _, err := d.Apply(ctx, store.Change{Author: "verbatim", Action: "count", Put: []store.Record{
		count("a", `{"day":"2026-03-01","outcomes":{"fact":2,"unknown":1},"facts":{"s/a":2}}`),
		count("b", `{"day":"2026-03-01","outcomes":{"fact":1}}`),
		{Key: store.Key{Kind: "fact", ID: "a"}, Body: []byte(`{}`)},
	}}); err != nil {
		t.Fatal(err)
	}
	for _, back := range []string{
		"DROP TABLE note", "DROP TABLE tally", "DROP TABLE vectors", "DROP TABLE landing",
		"DELETE FROM goose_db_version WHERE version_id > 1",
	} {
		if _, err := e.write.Exec(back); err != nil {
			t.Fatal(err)
		}
	}
	if err := migrate(ctx, e.write); err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	all, err := d.Tallies(ctx, "7", "2026-03-01")
	for _, one := range all {
		got[one.Name] = one.N
	}
	if err != nil || got["fact"] != 3 || got["unknown"] != 1 || got["s/a"] != 2 || len(all) != 3 {
		t.Errorf("the tallies are %v, %v", all, err)
	}
	if left, err := d.Snapshot(ctx); err != nil || len(left.Records) != 1 {
		t.Errorf("left are %v, %v", left.Records, err)
	}
}
