package block_test

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"verbatim/kb/document/block"
)

// What is long or odd takes time and memory that grow with its length: four times
// the text, no more than about four times of either.
func TestBlocksGrowWithTheText(t *testing.T) {
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
		small, _ := cost(strings.Repeat(c.piece, 1<<18/len(c.piece)))
		large, memory := cost(strings.Repeat(c.piece, 1<<20/len(c.piece)))
		if large > 40*small+2*time.Second {
			t.Errorf("%s: %v for 256 KB, %v for 1 MB", c.what, small, large)
		}
		if memory > 1<<30 {
			t.Errorf("%s: %d MB for 1 MB", c.what, memory>>20)
		}
		t.Logf("%s: %v, %d MB allocated", c.what, large, memory>>20)
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
