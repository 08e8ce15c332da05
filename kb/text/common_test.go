package text

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "fold the words of common.txt")

// TestCommonWordsAreFolded keeps a start short: folding the list takes longer
// than all else in it.
func TestCommonWordsAreFolded(t *testing.T) {
	var folded strings.Builder
	for line := range strings.Lines(commonList) {
		code, list, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || strings.HasPrefix(line, "#") {
			folded.WriteString(line)
			continue
		}
		var words []string
		for w := range strings.FieldsSeq(list) {
			words = append(words, strings.Fields(Fold(w))...)
		}
		slices.Sort(words)
		folded.WriteString(code + " " + strings.Join(slices.Compact(words), " ") + "\n")
	}
	switch {
	case folded.String() == commonList:
	case *update:
		if err := os.WriteFile("common.txt", []byte(folded.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("common.txt has words that are not folded, or not in order; run go test ./kb/text -run TestCommonWords -update")
	}
}
