package article

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// BenchmarkArticle reads an article of 10,000 words: what articles of all languages have
// in common, one behind the other.
func BenchmarkArticle(b *testing.B) {
	archive, err := txtar.ParseFile("testdata/tenth.txtar")
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	words := 0
	for i := 0; words < 10_000; i = (i + 2) % len(archive.Files) {
		all.Write(archive.Files[i].Data)
		all.WriteString("\n\n")
		words += len(strings.Fields(string(archive.Files[i].Data)))
	}
	Usual()
	for b.Loop() {
		Quotations(all.String())
	}
}
