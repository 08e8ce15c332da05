package files

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

// A Line is one line of input without its line break.
type Line struct {
	Text    string
	TooLong bool // Text is only its beginning
	Err     error
}

// Lines gives the lines of the input until it ends or the context does, also
// while nothing comes. A reading error is the last line. A line that is too long
// does not stop the ones after it.
func Lines(ctx context.Context, in io.Reader) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		ctx, done := context.WithCancel(ctx)
		defer done()
		lines := make(chan Line)
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
func send(ctx context.Context, in io.Reader, lines chan<- Line) {
	defer close(lines)
	r := bufio.NewReaderSize(in, 1<<16)
	for first, more := true, true; more; first = false {
		var l Line
		l, more = readLine(r)
		if first {
			l.Text = strings.TrimPrefix(l.Text, "\uFEFF")
		}
		if !more && l.Text == "" && l.Err == nil {
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
func readLine(r *bufio.Reader) (l Line, more bool) {
	var text []byte
	for {
		piece, err := r.ReadSlice('\n')
		if room := longestLine - len(text); len(bytes.TrimRight(piece, "\r\n")) > room {
			l.TooLong, piece = true, piece[:max(room, 0)]
		}
		text = append(text, piece...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		l.Text = strings.TrimRight(string(text), "\r\n")
		if err != nil && !errors.Is(err, io.EOF) {
			l.Err = err
		}
		return l, err == nil
	}
}
