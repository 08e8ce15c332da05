package block_test

import (
	"strings"
	"testing"

	"verbatim/kb/document/block"
)

// BenchmarkBlocks reads a megabyte of paragraphs.
func BenchmarkBlocks(b *testing.B) {
	const paragraph = "MINISTER OST:  The League of Mills met in Harl to look at what was done since\nthe last meeting, and at what is left to be done before the winter.\n\n"
	text := strings.Repeat(paragraph, 1<<20/len(paragraph))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		block.Blocks(text)
	}
}
