package postgres

import (
	"slices"
	"strings"
	"testing"

	"verbatim/kb/store/table"
)

func TestAListenerHearsOfItsOwnSchema(t *testing.T) {
	l := &listener{address: address{schema: "Знание 知识"}}
	for _, c := range []struct {
		said string
		want int64
	}{
		{"Знание 知识 7", 7},
		{"Знание 知识 6", 7}, // late
		{"Знание 8", 7},
		{"Знание 知识 2 9", 7},
		{"verbatim 10", 7},
		{"", 7},
		{"Знание 知识 ten", 7},
		{"Знание 知识 11", 11},
	} {
		l.told(c.said)
		if got, err := l.pulse(); got != c.want || err != nil {
			t.Errorf("after %q, the pulse is %d (%v), want %d", c.said, got, err, c.want)
		}
	}
}

func TestRowsAreSentInFittingParts(t *testing.T) {
	short, long := []any{"x", int64(1)}, []any{strings.Repeat("x", table.BatchBytes), []byte("y")}
	for what, c := range map[string]struct {
		rows [][]any
		want int
	}{
		"few":          {slices.Repeat([][]any{short}, 3), 3},
		"many":         {slices.Repeat([][]any{short}, 1200), table.BatchRows},
		"long ones":    {[][]any{long, long, short}, 1},
		"then a long":  {[][]any{short, short, long, short}, 3},
		"none at all":  {nil, 0},
		"just as many": {slices.Repeat([][]any{short}, table.BatchRows), table.BatchRows},
	} {
		if got := fitting(c.rows); got != c.want {
			t.Errorf("%s: %d are sent at once, want %d", what, got, c.want)
		}
	}
}
