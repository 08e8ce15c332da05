package reply

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Text of people and of facts is never trusted on display. Plain is for all of
// it but quotes, verbatim for quotes, OneLine for names in a line, Label where
// Discord shows no Markdown.

// Plain makes a text harmless: without control, bidirectional and zero-width
// characters, and with Markdown, mentions and bare links shown as typed.
func Plain(s string) string { return verbatim(Harmless(s)) }

// verbatim shows every character of a quote as it stands: it only puts
// backslashes, which Discord does not show, before those that would be Markdown,
// a mention or a link, and ends all lines in the same way.
func verbatim(s string) string {
	s = lineEnds.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	if !strings.ContainsAny(s, "*_`<\\~|]@:-+#>.)") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	at := lineHead // what stands before in the line
	written := 0
	for i := 0; i < len(s); {
		n := markdownAt(s[i:])
		if n > 0 || at.beforeMark(s[i:]) {
			b.WriteString(s[written:i])
			b.WriteByte('\\')
			written = i
		}
		at = at.after(s[i])
		i += max(n, 1)
	}
	b.WriteString(s[written:])
	return b.String()
}

// lineEnds are what ends a line for some who show texts (Unicode Standard Annex 14, the
// classes BK, CR and NL): after each of them Markdown begins anew.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// markdownAt is the length of a sign that means something anywhere and that a
// text begins with: Discord's Markdown (Markdown Text 101), mentions and <t:…>,
// masked links, spoilers. It is 0 if there is none.
func markdownAt(s string) int {
	switch s[0] {
	case '*', '_', '`', '<', '\\':
		return 1
	case '.':
		if invite.MatchString(s[:min(len(s), 12)]) {
			return 1
		}
	case '~', '|', ']', '@', ':':
		for _, sign := range []string{"~~", "||", "](", "@everyone", "@here", "://"} {
			if strings.HasPrefix(s, sign) {
				return len(sign)
			}
		}
	}
	return 0
}

// invite is what follows the name in an address of Discord's that it shows as an
// invitation or a gift without any scheme before it, such as discord.gg/x.
var invite = regexp.MustCompile(`(?i)^\.(gg|gift|new|com/invite|com/gifts|com/events)/?`)

// A linePart is how far a line has come, for what means something at its head
// only.
type linePart int

const (
	lineHead   linePart = iota // nothing but blanks
	lineNumber                 // blanks and a number
	lineBody
)

// beforeMark tells whether a text goes on with what begins a heading, a list, a
// quote or small print.
func (at linePart) beforeMark(s string) bool {
	switch at {
	case lineHead:
		return strings.IndexByte("-+#>", s[0]) >= 0
	case lineNumber:
		return strings.HasPrefix(s, ". ") || strings.HasPrefix(s, ") ")
	}
	return false
}

func (at linePart) after(c byte) linePart {
	switch {
	case c == '\n':
		return lineHead
	case at == lineHead && (c == ' ' || c == '\t'):
		return lineHead
	case at != lineBody && c >= '0' && c <= '9':
		return lineNumber
	}
	return lineBody
}

// OneLine is a text for the middle of a line, such as a name.
func OneLine(s string) string { return isolated(Plain(spaced(s))) }

// spaced has single blanks for all white space, and none at the ends.
func spaced(s string) string {
	before := ' '
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		before = r
	}
	return strings.TrimSuffix(s, " ")
}

// Label is a text of at most most UTF-16 units for a button, a menu or a
// suggestion, where Discord shows neither Markdown nor lines. A longer one ends
// in an ellipsis.
func Label(s string, most int) string {
	s = spaced(Harmless(s))
	if Units(s) <= most {
		return s
	}
	short, n := "", 0
	for _, r := range s {
		if n += utf16.RuneLen(r); n > most-1 {
			break
		}
		short += string(r)
	}
	return strings.TrimRightFunc(short, unicode.IsSpace) + "…"
}

// Visible is a label that names something. It is never empty, which Discord would
// not take.
func Visible(s string) string { return cmp.Or(Label(s, OptionMost), "…") }

// Units counts as Discord does: UTF-16 code units.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Harmless takes out what nobody sees but what changes how others are seen:
// control characters but the line feed, bidirectional controls, zero-width
// characters and tags; and of many marks on one character all but the first. Joiners stay where scripts need them: after a character
// that is neither Latin nor a joiner itself.
func Harmless(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return doubtful(r) || isMark(r) }) < 0 {
		return s
	}
	var b strings.Builder
	before, marks := ' ', 0
	for _, r := range lineEnds.Replace(strings.ToValidUTF8(s, "\uFFFD")) {
		if marks++; !isMark(r) {
			marks = 0
		}
		switch {
		case marks > marksMost:
			continue
		case r == '\n', r == '\t', r >= ' ' && r <= '~':
		case r == '\u200c' || r == '\u200d':
			if before < 0x500 || before == '\u200c' || before == '\u200d' {
				continue
			}
		case doubtful(r) && r != utf8.RuneError:
			continue
		}
		before = r
		b.WriteRune(r)
	}
	return b.String()
}

// marksMost is how many marks one character may have. Writing has up to six; more of
// them cover the lines above and below.
const marksMost = 8

func isMark(r rune) bool { return r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me) }

// doubtful tells whether a character may have to be taken out, or stands for
// bytes that are none.
func doubtful(r rune) bool {
	switch {
	case r == '\n', r == '\t', r >= ' ' && r <= '~':
		return false
	}
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf) || invisible[r]
}

// invisible are characters that show nothing though Unicode has them among
// letters or marks.
var invisible = map[rune]bool{
	'\u034f': true, '\u115f': true, '\u1160': true, '\u17b4': true, '\u17b5': true,
	'\u2028': true, '\u2029': true, '\u3164': true, '\uffa0': true,
}

// isolated keeps a name that is written from right to left from turning what
// stands beside it (Unicode Standard Annex 9, FSI and PDI).
func isolated(s string) string {
	for _, r := range s {
		if r >= 0x590 && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}

// Link is a masked link without a preview, or only its text when the address is
// not one of the web.
func Link(text, address string) string {
	text = OneLine(text)
	address = WebAddress(address)
	if address == "" {
		return text
	}
	if strings.ContainsAny(text, "[]") {
		text = bracket.ReplaceAllString(strings.ReplaceAll(text, `\](`, `](`), `\$0`)
	}
	return "[" + text + "](<" + address + ">)"
}

var bracket = regexp.MustCompile(`[][]`)

// WebAddress is an http or https address that can stand in a link, or "".
func WebAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return unsafeInLink.Replace(u.String())
}

var unsafeInLink = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\\", "%5C", "`", "%60", "|", "%7C", "*", "%2A")
