package reply

import (
	"regexp"
	"strings"
	"testing"
)

// The definition of what verbatim puts a backslash before.
var (
	anywhere   = regexp.MustCompile("[*_`<\\\\]|~~|\\|\\||\\]\\(|@(?:everyone|here)|://")
	atLineHead = regexp.MustCompile(`(?m)^([ \t]*)([-+#>])`)
	numbered   = regexp.MustCompile(`(?m)^([ \t]*\d+)([.)] )`)
)

func FuzzVerbatim(f *testing.F) {
	for _, s := range []string{
		"", "*a* _b_ `c`", "~~~ ||| ](x) @everyone @here @her https://a", "- a\n  # b\n> c\n1. d\n 12) e\n1.f\n1 . g", "\\ < \xff", "1-2", "--", "-# x", "١. ٢",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := anywhere.ReplaceAllString(strings.ToValidUTF8(s, "\uFFFD"), `\$0`)
		want = numbered.ReplaceAllString(atLineHead.ReplaceAllString(want, `$1\$2`), `$1\$2`)
		if got := verbatim(s); got != want {
			t.Errorf("%q is shown as %q, want %q", s, got, want)
		}
	})
}
