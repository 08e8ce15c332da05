package text

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"
)

func TestSimplifiedCharactersAreThoseOfOpenCC(t *testing.T) {
	convert, err := opencc.New("t2s")
	if err != nil {
		t.Fatal(err)
	}
	var pairs strings.Builder
	for _, han := range unicode.Han.R16 {
		for r := rune(han.Lo); r <= rune(han.Hi); r++ {
			to := string(r)
			for range 2 { // 薴 becomes 苧, and that 苎: folding twice changes nothing
				if to, err = convert.Convert(to); err != nil {
					t.Fatal(err)
				}
			}
			if to != string(r) && utf8.RuneCountInString(to) == 1 {
				pairs.WriteString(string(r) + to)
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
