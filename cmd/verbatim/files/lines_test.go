package files

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestLines(t *testing.T) {
	long := strings.Repeat("x", longestLine)
	broken := errors.New("broken")
	for _, c := range []struct {
		what string
		in   io.Reader
		want []Line
	}{
		{"nothing", strings.NewReader(""), nil},
		{"with line breaks of all kinds", strings.NewReader("a\r\n\nb\n"), []Line{{Text: "a"}, {Text: ""}, {Text: "b"}}},
		{"the last without one", strings.NewReader("a\nb"), []Line{{Text: "a"}, {Text: "b"}}},
		{"after a byte order mark", strings.NewReader("\uFEFFa\n\uFEFFb\n"), []Line{{Text: "a"}, {Text: "\uFEFFb"}}},
		{"as long as may be", strings.NewReader(long + "\r\na\n"), []Line{{Text: long}, {Text: "a"}}},
		{"one byte too long", strings.NewReader(long + "y\na\n"), []Line{{Text: long, TooLong: true}, {Text: "a"}}},
		{"much too long", strings.NewReader(long + long + long + "\na"), []Line{{Text: long, TooLong: true}, {Text: "a"}}},
		{"a byte at a time", iotest.OneByteReader(strings.NewReader("a\r\nb")), []Line{{Text: "a"}, {Text: "b"}}},
		{"an input that breaks", io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)), []Line{{Text: "a"}, {Text: "b", Err: broken}}},
	} {
		var got []Line
		for l := range Lines(t.Context(), c.in) {
			got = append(got, l)
		}
		same := cmp.Comparer(func(a, b Line) bool { return a.Text == b.Text && a.TooLong == b.TooLong && a.Err == b.Err })
		if !cmp.Equal(c.want, got, same) {
			t.Errorf("%s: %d lines, want %d, or other ones", c.what, len(got), len(c.want))
		}
	}
}

func TestAStopIsNoticedWhileNothingComes(t *testing.T) {
	in, never := io.Pipe()
	defer func() { _ = never.Close() }()
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, stop)
	for range Lines(ctx, in) {
		t.Error("there is a line")
	}
}
