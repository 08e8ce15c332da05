package library_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/library"
)

// TestChangesOfAFactThatQuotesASourceTwice tells a change of each quote as its own.
func TestChangesOfAFactThatQuotesASourceTwice(t *testing.T) {
	of := func(answer string, quotes ...string) *kb.Fact {
		f := &kb.Fact{Answer: answer}
		for _, q := range quotes {
			f.Citations = append(f.Citations, kb.Citation{Source: "memo", Quote: q})
		}
		return f
	}
	for _, c := range []struct {
		what          string
		before, after *kb.Fact
		want          []string
	}{
		{"another answer", of("No.", "first", "second"), of("Yes.", "first", "second"), []string{"Answer"}},
		{"another second quote", of("No.", "first", "second"), of("No.", "first", "third"), []string{"Quote of memo"}},
		{"no second quote", of("No.", "first", "second"), of("No.", "first"), []string{"Quote of memo"}},
		{"no fact before", nil, of("No.", "first", "second"), []string{"Answer", "Quote of memo", "Quote of memo"}},
	} {
		var got []string
		for _, change := range library.Changes(c.before, c.after) {
			got = append(got, change.Field)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, d)
		}
	}
}
