package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
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

// linesOf reads lines until the input ends or the context does; then the channel
// is closed. A reading error is the last line. A line that is too long does not
// stop the ones after it.
func linesOf(ctx context.Context, in io.Reader) <-chan line {
	lines := make(chan line)
	go func() {
		defer close(lines)
		r := bufio.NewReaderSize(in, 1<<16)
		for first := true; ; first = false {
			l, more := readLine(r)
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
			if !more {
				return
			}
		}
	}()
	return lines
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
