package text

import (
	"cmp"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// openCC are the simplified forms of characters, as the table TSCharacters of OpenCC has
// them (Apache License 2.0); of several the first.
func openCC(t *testing.T) map[rune]rune {
	t.Helper()
	content, err := os.ReadFile("testdata/TSCharacters.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := map[rune]rune{}
	for line := range strings.Lines(string(content)) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		character, _ := utf8.DecodeRuneInString(from)
		all[character], _ = utf8.DecodeRuneInString(to)
	}
	return all
}

func TestSimplifiedCharactersAreThoseOfOpenCC(t *testing.T) {
	convert := openCC(t)
	var pairs strings.Builder
	for _, han := range unicode.Han.R16 {
		for r := rune(han.Lo); r <= rune(han.Hi); r++ {
			to := r
			for range 2 { // 薴 becomes 苧, and that 苎: folding twice changes nothing
				to = cmp.Or(convert[to], to)
			}
			if to != r {
				pairs.WriteString(string(r) + string(to))
			}
		}
	}
	want := pairs.String() + "\n"
	if *update {
		if err := os.WriteFile("simplified.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if simplifiedPairs != want {
		t.Error("the characters are not those of OpenCC; write them anew with -update")
	}
}

func TestSimplifiedCharactersStayAsTheyAre(t *testing.T) {
	for from, to := range simplifiedFrom() {
		if again := simplified(to); again != to {
			t.Errorf("%c becomes %c, and that %c", from, to, again)
		}
	}
}
