package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"strings"
)

// longestLine is the longest line, in bytes, that is read as a question.
const longestLine = 1 << 20

// A line is one line of input without its line break.
type line struct {
	text    string
	tooLong bool // text is only its beginning
	err     error
}

// linesOf gives the lines of the input until it ends or the context does, also
// while nothing comes. A reading error is the last line. A line that is too long
// does not stop the ones after it.
func linesOf(ctx context.Context, in io.Reader) iter.Seq[line] {
	return func(yield func(line) bool) {
		ctx, done := context.WithCancel(ctx)
		defer done()
		lines := make(chan line)
		go send(ctx, in, lines)
		for {
			select {
			case l, ok := <-lines:
				if !ok || !yield(l) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// send reads lines and closes the channel after the last one.
func send(ctx context.Context, in io.Reader, lines chan<- line) {
	defer close(lines)
	r := bufio.NewReaderSize(in, 1<<16)
	for first, more := true, true; more; first = false {
		var l line
		l, more = readLine(r)
		if first {
			l.text = strings.TrimPrefix(l.text, "\uFEFF")
		}
		if !more && l.text == "" && l.err == nil {
			return
		}
		select {
		case lines <- l:
		case <-ctx.Done():
			return
		}
	}
}

// readLine reads up to the next line break, and says whether there may be more.
func readLine(r *bufio.Reader) (l line, more bool) {
	var text []byte
	for {
		piece, err := r.ReadSlice('\n')
		if room := longestLine - len(text); len(bytes.TrimRight(piece, "\r\n")) > room {
			l.tooLong, piece = true, piece[:max(room, 0)]
		}
		text = append(text, piece...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		l.text = strings.TrimRight(string(text), "\r\n")
		if err != nil && !errors.Is(err, io.EOF) {
			l.err = err
		}
		return l, err == nil
	}
}
