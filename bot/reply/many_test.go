package reply

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

// manyCited is an answer with n citations of a quote, or without one.
func manyCited(n int, quote string) kb.Answer {
	a := kb.Answer{Answered: true, Kind: kb.KindFact, ID: "s/f", Text: "Yes.", Party: "Averland"}
	for i := range n {
		a.Citations = append(a.Citations, kb.Cited{
			Citation: kb.Citation{Quote: quote}, Source: kb.Source{Title: fmt.Sprint("Note ", i), URL: "https://example.org/n"},
		})
	}
	return a
}

// TestManyCitationsAreLaidOutInTime lays out 15,000 citations. It took 7 s when each
// wrote all before it anew, and Discord waits for 3.
func TestManyCitationsAreLaidOutInTime(t *testing.T) {
	for _, quote := range []string{"", "some words_that *stand* there"} {
		a, before, began := manyCited(15_000, quote), allocated(), time.Now()
		r := Reply{Blocks: Answer(catalog.English, a)}.Laid()
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("quote %q: laying out took %v", quote, took)
		}
		if n := allocated() - before; n > 128<<20 {
			t.Errorf("quote %q: laying out took %d bytes", quote, n)
		}
		if p := r.Page(); len(p.Files) != 1 || p.Files[0] != r.Page().Files[0] {
			t.Errorf("quote %q: the page is made anew", quote)
		}
	}
}

// allocated is how much memory was ever taken.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// TestAFileIsNoLongerThanDiscordTakes lays out more than fits any file.
func TestAFileIsNoLongerThanDiscordTakes(t *testing.T) {
	for what, a := range map[string]kb.Answer{
		"many quotes": manyCited(15_000, strings.Repeat("词", 600)),
		"one block":   manyCited(300_000, ""),
	} {
		p := Reply{Blocks: Answer(catalog.English, a)}.Page()
		if len(p.Files) != 1 {
			t.Fatalf("%s: %d files", what, len(p.Files))
		}
		content, err := io.ReadAll(p.Files[0].Reader)
		if err != nil || len(content) > restMost || len(content) < restMost-10_000 || !strings.HasSuffix(string(content), catalog.English.Say("file.more")+"\n") || !utf8.Valid(content) {
			t.Errorf("%s: the file has %d bytes and ends in %q, %v", what, len(content), content[len(content)-60:], err)
		}
	}
}
