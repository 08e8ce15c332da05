package screen

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rivo/uniseg"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		what, text string
		width      int
		want       []string
	}{
		{"words", "one two three", 8, []string{"one two", "three"}},
		{"a word as long as the line", "12345678 9", 8, []string{"12345678", "9"}},
		{"a word longer than the line", "1234567890", 4, []string{"1234", "5678", "90"}},
		{"Chinese, two columns a character", "台湾是中国不可分割的一部分", 8, []string{"台湾是中", "国不可分", "割的一部", "分"}},
		{"no line begins with a Chinese full stop", "台湾是中国。", 10, []string{"台湾是中", "国。"}},
		{"Arabic", "تايوان جزء من الصين", 10, []string{"تايوان جزء", "من الصين"}},
		{"the lines that there are", "one\n\ntwo", 8, []string{"one", "", "two"}},
		{"no width", "one two three", 0, []string{"one two three"}},
		{"nothing", "", 8, []string{""}},
		{"a character wider than the line", "台", 1, []string{"台"}},
		{"accents belong to their letters", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
	} {
		if got := wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{"one two three", "台湾是中国", "تايوان جزء", "a\n\nb", "\x1b[2J\u202e", "e\u0301\u200d👨‍👩‍👧"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 2 + (width%40+40)%40
		text := Harmless(s)
		lines := wrap(text, width)
		for _, line := range lines {
			if w := uniseg.StringWidth(line); w > width && uniseg.GraphemeClusterCount(line) > 1 {
				t.Errorf("%d columns in %q, more than %d", w, line, width)
			}
		}
		letters := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if got, want := letters(strings.Join(lines, "")), letters(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestHarmless(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"words in any script stay", "“No”, 台湾, تايوان 👨\u200d👩\u200d👧 می\u200cروم", "“No”, 台湾, تايوان 👨\u200d👩\u200d👧 می\u200cروم"},
		{"line breaks stay", "a\nb\r\nc\u2028d\u0085e", "a\nb\nc\nd\ne"},
		{"a tab is a space", "a\tb", "a b"},
		{"escape sequences are shown", "\x1b[2Jgone\x07", "␛[2Jgone␇"},
		{"those of eight bits and DEL too", "\u009b2J\x7f", "\uFFFD2J\uFFFD"},
		{"nothing turns the order of what follows", "\u202eabc\u202c \u2067x\u2069", "abc x"},
		{"an isolate that ends on its line may stay", "a \u2068\u202eb\x1b\u2069, \u2068c\u2069", "a \u2068b␛\u2069, \u2068c\u2069"},
		{"one that does not end there, or another", "\u2068a\n\u2069b\u2069 \u2068\u2068c\u2069 \u2066d\u2069", "a\nb \u2068c\u2069 d"},
		{"marks of one character may stay", "(\u200fمن\u200f)", "(\u200fمن\u200f)"},
		{"what is no UTF-8", "a\xff\xfeb", "a\uFFFDb"},
	} {
		if got := Harmless(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestWhatATerminalShows(t *testing.T) {
	for _, c := range []struct {
		what           string
		width          int
		term, noColour string
		want           Screen
	}{
		{"an ordinary one", 70, "xterm-256color", "", Screen{70, true, true}},
		{"a wide one is not filled", 300, "xterm", "", Screen{widthMost, true, true}},
		{"a narrow one", 3, "xterm", "", Screen{widthLeast, true, true}},
		{"one of unknown width", 0, "xterm", "", Screen{widthUsual, true, true}},
		{"no colours wanted", 70, "xterm", "1", Screen{70, false, true}},
		{"one that knows no escape sequences", 70, "dumb", "", Screen{70, false, false}},
	} {
		if got := Terminal(c.width, c.term, c.noColour); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.what, got, c.want)
		}
	}
}

// visible says whether a text has no control characters but line breaks.
func visible(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' })
}
