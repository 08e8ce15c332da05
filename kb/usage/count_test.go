package usage_test

import (
	"context"
	"testing"
	"time"

	"verbatim/kb/kbtest"
	"verbatim/kb/usage"
)

func TestCountsAddUp(t *testing.T) {
	l := kbtest.Library(t, kbtest.Opened(t, kbtest.NewPath(t)), kbtest.NotesFile())
	ctx := context.Background()
	today, tomorrow := time.Now().UTC().Format(time.DateOnly), time.Now().UTC().AddDate(0, 0, 1).Format(time.DateOnly)
	for range 2 {
		err := usage.New(l).Record(ctx, map[usage.Day]usage.Count{{Server: kbtest.Home, Date: today}: {
			Outcomes: map[string]int{"fact": 2}, Facts: map[string]int{"a/b": 1},
		}}, nil)
		if err != nil {
			t.Fatal(err)
		}
	}
	days, err := usage.New(l).Counts(ctx, kbtest.Home, today)
	if c := days[today]; err != nil || c.Outcomes["fact"] != 4 || c.Facts["a/b"] != 2 {
		t.Errorf("counted %+v, %v", c, err)
	}
	later, _ := usage.New(l).Counts(ctx, kbtest.Home, tomorrow)
	elsewhere, _ := usage.New(l).Counts(ctx, kbtest.Away, "")
	if n := len(later) + len(elsewhere); n != 0 {
		t.Errorf("%d days too many", n)
	}
}
