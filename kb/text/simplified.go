package text

import (
	_ "embed"
	"strings"
	"sync"
)

// simplifiedPairs are the Traditional characters, each before its Simplified one,
// as the tables of OpenCC have them (Apache License 2.0); a test compares them,
// and writes the file anew. A word's characters are turned one by one, so that a
// part of a text folds as the whole does.
//
//go:embed simplified.txt
var simplifiedPairs string

var simplifiedFrom = sync.OnceValue(func() map[rune]rune {
	pairs := []rune(strings.TrimSpace(simplifiedPairs))
	from := make(map[rune]rune, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		from[pairs[i]] = pairs[i+1]
	}
	return from
})

// simplified turns a Traditional Chinese character into the Simplified one.
func simplified(r rune) rune {
	if !isHan(r) {
		return r
	}
	if to, ok := simplifiedFrom()[r]; ok {
		return to
	}
	return r
}

// IsTraditional reports whether a character is a Traditional Chinese one that has a
// Simplified one of its own.
func IsTraditional(r rune) bool { return simplified(r) != r }
