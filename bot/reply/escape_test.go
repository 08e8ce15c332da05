package reply

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextOfOthersIsShownAsTyped(t *testing.T) {
	for _, c := range []struct{ about, text, want string }{
		{"words stay", "No, it won't: 5-3 (or so) [sic].", "No, it won't: 5-3 (or so) [sic]."},
		{"emphasis is no emphasis", "*a* __b__ `c` ~~d~~ ||e||", "\\*a\\* \\_\\_b\\_\\_ \\`c\\` \\~~d\\~~ \\||e\\||"},
		{"a backslash does not undo it", `\*a\*`, `\\\*a\\\*`},
		{"a masked link is no link", "[bank](https://evil.example)", `[bank\](https\://evil.example)`},
		{"nobody is mentioned", "@everyone <@123> <#4> <t:1:R>", `\@everyone \<@123> \<#4> \<t:1:R>`},
		{"a line begins no heading, list or quote", "# a\n- b\n> c\n-# d\n1. e\n 2) f", "\\# a\n\\- b\n\\> c\n\\-# d\n1\\. e\n 2\\) f"},
		{"nobody turns the text round", "a\u202eb\u2066c\u200fd", "abcd"},
		{"nobody hides in it", "a\u200bb\ufeffc\u2060d\u0000e\U000e0041f\u3164g", "abcdefg"},
		{"joiners stay where scripts need them", "می\u200cخواهم 👩\u200d💻 a\u200db", "می\u200cخواهم 👩\u200d💻 ab"},
		{"each end of a line is one", "a\r# b\r\n# c\u2028# d\v# e\u0085# f", "a\n\\# b\n\\# c\n\\# d\n\\# e\n\\# f"},
		{"no invitation is shown as one", "discord.gg/x Discord.GG/x discordapp.com/invite/x, not in example.com", `discord\.gg/x Discord\.GG/x discordapp\.com/invite/x, not in example.com`},
		{"marks do not cover other lines", "a" + strings.Repeat("\u0301", 200) + "b\u0301", "a" + strings.Repeat("\u0301", 8) + "b\u0301"},
		{"writing keeps its marks", "بِسْمِ ٱللَّهِ Việt ཧྐྵྨླྺྼྻྂ", "بِسْمِ ٱللَّهِ Việt ཧྐྵྨླྺྼྻྂ"},
		{"invalid bytes are shown as such", "a\xffb", "a\uFFFDb"},
	} {
		if got := Plain(c.text); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.about, got, c.want)
		}
	}
}

func TestLinksLeadToTheWebOnly(t *testing.T) {
	for _, c := range []struct{ about, name, address, want string }{
		{"http", "A", "https://a.example/x?y=1#z", "[A](<https://a.example/x?y=1#z>)"},
		{"what would end the link is written otherwise", "A [b](c)", "https://a.example/(x)>", "[A \\[b\\](c)](<https://a.example/%28x%29%3E>)"},
		{"no script", "A", "javascript:alert(1)", "A"},
		{"no address", "A", "", "A"},
		{"no name before the host", "A", "https://good.example@evil.example/", "A"},
		{"a name from right to left does not turn the rest", "الجزيرة", "https://a.example/", "[\u2068الجزيرة\u2069](<https://a.example/>)"},
	} {
		if got := Link(c.name, c.address); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.about, got, c.want)
		}
	}
}

func TestLabelsAreCutAtDiscordsLimit(t *testing.T) {
	for _, s := range []string{"short", strings.Repeat("问", 120), strings.Repeat("😀", 60), strings.Repeat("a b ", 50)} {
		got := Label(s, 100)
		if Units(got) > 100 || !utf8.ValidString(got) || Units(s) > 100 && !strings.HasSuffix(got, "…") {
			t.Errorf("the label of %q is %q, of %d units", s, got, Units(got))
		}
	}
}

var unescape = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)

// Discord shows a backslash before punctuation as the punctuation alone.
func FuzzAQuoteKeepsItsWords(f *testing.F) {
	for _, s := range []string{"*a*", `\`, `\\*`, "> # 1. x", "[a](b)", "a\u202eb", "~~~", "|||", "@everyone", "x://y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		if shown := unescape.ReplaceAllString(verbatim(s), "$1"); shown != lineEnds.Replace(s) {
			t.Errorf("%q is shown as %q", s, shown)
		}
	})
}
