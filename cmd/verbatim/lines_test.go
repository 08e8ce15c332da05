package main

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
		want []line
	}{
		{"nothing", strings.NewReader(""), nil},
		{"with line breaks of all kinds", strings.NewReader("a\r\n\nb\n"), []line{{text: "a"}, {text: ""}, {text: "b"}}},
		{"the last without one", strings.NewReader("a\nb"), []line{{text: "a"}, {text: "b"}}},
		{"after a byte order mark", strings.NewReader("\uFEFFa\n\uFEFFb\n"), []line{{text: "a"}, {text: "\uFEFFb"}}},
		{"as long as may be", strings.NewReader(long + "\r\na\n"), []line{{text: long}, {text: "a"}}},
		{"one byte too long", strings.NewReader(long + "y\na\n"), []line{{text: long, tooLong: true}, {text: "a"}}},
		{"much too long", strings.NewReader(long + long + long + "\na"), []line{{text: long, tooLong: true}, {text: "a"}}},
		{"a byte at a time", iotest.OneByteReader(strings.NewReader("a\r\nb")), []line{{text: "a"}, {text: "b"}}},
		{"an input that breaks", io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)), []line{{text: "a"}, {text: "b", err: broken}}},
	} {
		var got []line
		for l := range linesOf(t.Context(), c.in) {
			got = append(got, l)
		}
		same := cmp.Comparer(func(a, b line) bool { return a.text == b.text && a.tooLong == b.tooLong && a.err == b.err })
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
	for range linesOf(ctx, in) {
		t.Error("there is a line")
	}
}
