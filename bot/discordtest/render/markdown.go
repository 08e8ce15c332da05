package render

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// markdown is Discord's Markdown as HTML (its help, Markdown Text 101), as far as
// people may see of it; all else is text, escaped. Each line has its own direction,
// as in Discord: that of its first letter that has one (Unicode Standard Annex 9,
// P2 and P3).
func markdown(s string) string {
	var b strings.Builder
	lines := strings.Split(s, "\n")
	for len(lines) > 0 {
		n := 1
		switch line := lines[0]; {
		case strings.HasPrefix(line, "```"):
			n = codeBlock(&b, lines)
		case strings.HasPrefix(line, ">>> "):
			n = len(lines)
			quoteBlock(&b, append([]string{line[4:]}, lines[1:]...))
		case isQuote(line):
			for n < len(lines) && isQuote(lines[n]) {
				n++
			}
			var inner []string
			for _, l := range lines[:n] {
				inner = append(inner, strings.TrimPrefix(l[1:], " "))
			}
			quoteBlock(&b, inner)
		default:
			textLine(&b, line)
		}
		lines = lines[n:]
	}
	return b.String()
}

func isQuote(line string) bool { return line == ">" || strings.HasPrefix(line, "> ") }

func quoteBlock(b *strings.Builder, lines []string) {
	b.WriteString("<blockquote>")
	for _, l := range lines {
		textLine(b, l)
	}
	b.WriteString("</blockquote>\n")
}

// codeBlock writes a block of code, and gives how many lines it has. One that does
// not end is text.
func codeBlock(b *strings.Builder, lines []string) int {
	for n := 1; n < len(lines); n++ {
		if strings.HasSuffix(lines[n], "```") {
			last := strings.TrimSuffix(lines[n], "```")
			code := strings.Join(append(append([]string{}, lines[1:n]...), last), "\n")
			b.WriteString("<pre dir=\"auto\">" + escape(strings.TrimSuffix(code, "\n")) + "</pre>\n")
			return n + 1
		}
	}
	textLine(b, lines[0])
	return 1
}

// lineKinds are what a line begins with that is more than text.
var lineKinds = []struct {
	mark  *regexp.Regexp
	class string
}{
	{regexp.MustCompile(`^-# `), "small"},
	{regexp.MustCompile(`^# `), "h1"},
	{regexp.MustCompile(`^## `), "h2"},
	{regexp.MustCompile(`^### `), "h3"},
	{regexp.MustCompile(`^ *[-*] `), "bullet"},
	{regexp.MustCompile(`^ *\d+\. `), "number"},
}

func textLine(b *strings.Builder, line string) {
	class, before := "line", ""
	for _, k := range lineKinds {
		if mark := k.mark.FindString(line); mark != "" {
			class, line = k.class, line[len(mark):]
			switch class {
			case "bullet":
				before = "<span class=\"mark\">•</span>"
			case "number":
				before = "<span class=\"mark\">" + escape(strings.TrimSpace(mark)) + "</span>"
			}
			break
		}
	}
	if line == "" {
		line = "\u00a0" // a line that is empty is as high as others
	}
	b.WriteString("<div dir=\"auto\" class=\"" + class + "\">" + before + inline(line) + "</div>\n")
}

var (
	masked    = regexp.MustCompile(`^\[((?:\\.|[^\]\\\n])+)\]\(<?(https?://[^\s<>)]+)>?\)`)
	address   = regexp.MustCompile(`^<?(https?://[^\s<>]+)>?`)
	mention   = regexp.MustCompile(`^<(@!?|@&|#)(\d+)>`)
	timestamp = regexp.MustCompile(`^<t:(-?\d{1,11})(?::[tTdDfFR])?>`)
	word      = regexp.MustCompile(`^[\p{L}\p{N}]+`)
)

// around are the marks that stand before and after what they change, the longer
// ones first.
var around = []struct{ mark, tag, class string }{
	{"**", "strong", ""}, {"__", "u", ""}, {"~~", "s", ""}, {"||", "span", "spoiler"}, {"*", "em", ""}, {"_", "em", ""},
}

// inline is the Markdown within a line as HTML.
func inline(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		shown, n := sign(s)
		if n == 0 {
			shown, n = plainRun(s)
		}
		b.WriteString(shown)
		s = s[n:]
	}
	return b.String()
}

// plainRun is a word, or one character, as it stands.
func plainRun(s string) (shown string, n int) {
	if w := word.FindString(s); w != "" {
		return escape(w), len(w)
	}
	_, n = utf8.DecodeRuneInString(s)
	return escape(s[:n]), n
}

// sign is what a text begins with if that means something, and how long it is
// there; 0 if it does not.
func sign(s string) (shown string, n int) {
	switch s[0] {
	case '\\':
		if len(s) > 1 && s[1] < 0x80 && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]) >= 0 {
			return escape(s[1:2]), 2
		}
	case '`':
		if end := strings.IndexByte(s[1:], '`'); end > 0 {
			return "<code>" + escape(s[1:1+end]) + "</code>", end + 2
		}
	case '[':
		if m := masked.FindStringSubmatch(s); m != nil {
			return "<a href=\"" + escape(m[2]) + "\">" + inline(m[1]) + "</a>", len(m[0])
		}
	case '<', 'h':
		return pointed(s)
	case '*', '_', '~', '|':
		return marked(s)
	}
	return "", 0
}

// pointed is an address, a mention or a time.
func pointed(s string) (shown string, n int) {
	if m := address.FindStringSubmatch(s); m != nil {
		return "<a href=\"" + escape(m[1]) + "\">" + escape(m[1]) + "</a>", len(m[0])
	}
	if m := mention.FindStringSubmatch(s); m != nil {
		return "<span class=\"mention\">" + escape(strings.TrimSuffix(m[1][:1], "&")+m[2]) + "</span>", len(m[0])
	}
	if m := timestamp.FindStringSubmatch(s); m != nil {
		at, _ := strconv.ParseInt(m[1], 10, 64) // of 11 digits at most
		return "<span class=\"time\">" + escape(time.Unix(at, 0).UTC().Format("2 January 2006 15:04")) + "</span>", len(m[0])
	}
	return "", 0
}

// marked is what stands between two marks.
func marked(s string) (shown string, n int) {
	for _, a := range around {
		if !strings.HasPrefix(s, a.mark) {
			continue
		}
		end := closing(s[len(a.mark):], a.mark)
		if end <= 0 {
			continue
		}
		inner := s[len(a.mark) : len(a.mark)+end]
		open := "<" + a.tag
		if a.class != "" {
			open += " class=\"" + a.class + "\""
		}
		return open + ">" + inline(inner) + "</" + a.tag + ">", end + 2*len(a.mark)
	}
	return "", 0
}

// closing is where a mark stands again that ends what it began: no escaped one, and
// of one character neither beside a space nor, if it is a low line, within a word.
// It is -1 if there is none.
func closing(s, mark string) int {
	if len(mark) == 1 && (s == "" || s[0] == ' ') {
		return -1
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case !strings.HasPrefix(s[i:], mark):
		case len(mark) == 1 && i > 0 && s[i-1] == ' ':
		case mark == "_" && word.MatchString(s[i+1:]):
		default:
			return i
		}
	}
	return -1
}

// escape makes a text one of HTML. What XML has no place for is shown as a box.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return html.EscapeString(s)
}
