package text

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "fold the words of common.txt and numbers.txt")

// TestListsAreFolded keeps a start short: folding the lists takes longer than all else
// in it.
func TestListsAreFolded(t *testing.T) {
	for name, lists := range map[string]string{"common.txt": commonList, "numbers.txt": numberList} {
		switch folded := foldedLists(lists); {
		case folded == lists:
		case *update:
			if err := os.WriteFile(name, []byte(folded), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s has words that are not folded, or not in order; run go test ./kb/text -run TestListsAreFolded -update", name)
		}
	}
}

func foldedLists(lists string) string {
	var folded strings.Builder
	for line := range strings.Lines(lists) {
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
	return folded.String()
}
