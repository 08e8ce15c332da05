package block_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"verbatim/kb/document/block"
)

// What is long or odd takes time and memory that grow with its length: eight times
// the text, nothing like sixty-four times of either.
func TestBlocksGrowWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("measures")
	}
	const size = 1 << 16
	for _, c := range []struct{ what, piece string }{
		{"letters", "a"},
		{"short lines", "a\n"},
		{"short paragraphs", "a b c\n\n"},
		{"cut words", "ab-\n"},
		{"labels", "Aa Bb: c.\n\n"},
		{"colons", "::::"},
		{"questions", "Q a?\n\n"},
		{"titles after a colon", "b:\n\nAa\n\nBb\n\nCc\n\n"},
		{"titles", "Aa\n\n"},
		{"rows", "a | b\n"},
		{"bars", " | "},
		{"marks", "(a) [1] 1. - * "},
		{"front matter", "---\na: b\n"},
		{"fields", "URL: x\n"},
		{"brackets", "(["},
		{"soft hyphens", "\u00AD\n"},
		{"characters", "京"},
	} {
		small, little := cost(strings.Repeat(c.piece, size/len(c.piece)))
		large, much := cost(strings.Repeat(c.piece, 8*size/len(c.piece)))
		if large > 40*small+2*time.Second {
			t.Errorf("%s: %v for 64 KB, %v for 512 KB", c.what, small, large)
		}
		if much > 24*little+1<<20 {
			t.Errorf("%s: %d KB for 64 KB, %d KB for 512 KB", c.what, little>>10, much>>10)
		}
		t.Logf("%s: %v, %d MB allocated", c.what, large, much>>20)
	}
}

func cost(text string) (time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	block.Blocks(text)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}
