package screen

import (
	"strings"
	"testing"

	"verbatim/kb/quote"
)

func TestDifferencesAreInColour(t *testing.T) {
	diff := []quote.Op{
		{Op: quote.Same, Text: "no "},
		{Op: quote.Dropped, Text: "pretensions whatever to"},
		{Op: quote.Added, Text: "claim"},
		{Op: quote.Same, Text: " 分析机 [-] "},
		{Op: quote.Added, Text: "at all"},
	}
	p := &page{Screen: Terminal(24, "xterm", "")}
	p.difference("┃ ", diff)
	const lead = "\x1b[36m┃ \x1b[0m"
	want := lead + "no \x1b[31m[-pretensions\x1b[0m\n" +
		lead + "\x1b[31mwhatever to-]\x1b[0m\x1b[32m{+claim+}\x1b[0m\n" +
		lead + "分析机 \x1b[31m[-] {+at all+}\x1b[0m\n"
	if got := p.String(); got != want {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
}

// Without the colours it is what it is without a terminal.
func FuzzColoured(f *testing.F) {
	f.Add("a [-b-]{+c+}", "")
	f.Add("[-a{+b-]+}-]", red)
	f.Add("{+", green)
	f.Fuzz(func(t *testing.T, line, before string) {
		if before != "" {
			before = red
		}
		got, _ := coloured(strings.ReplaceAll(line, "\x1b", ""), before)
		plain := strings.NewReplacer(reset, "", "\x1b["+red+"m", "", "\x1b["+green+"m", "").Replace(got)
		if plain != strings.ReplaceAll(line, "\x1b", "") {
			t.Errorf("%q is shown as %q", line, got)
		}
	})
}
