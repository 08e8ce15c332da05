package inbox

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// Likeness is the part of the words that say something which two questions have in
// common, of what both have (Jaccard): 0 to 1, and 0 when they have different
// numbers: article 5 is not article 7.
func Likeness(a, b string) float64 { return share(hashedWords(a), hashedWords(b)) }

// hashedWords are the stems of a text that say something, each as a part of a
// hash, sorted; all of its words when none says anything. Those with digits in
// them are marked.
func hashedWords(s string) []string {
	all := text.Words(s)
	var hashes []string
	for _, keepCommon := range []bool{false, true} {
		for _, w := range all {
			number := strings.ContainsFunc(w.Text, unicode.IsDigit)
			if w.Common && !keepCommon && !number {
				continue
			}
			sum := sha256.Sum256([]byte(w.Stem))
			hash := hex.EncodeToString(sum[:4])
			if number {
				hash = numberMark + hash
			}
			hashes = append(hashes, hash)
		}
		if len(hashes) > 0 {
			break
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// numberMark stands before the hash of a number; it sorts before all hashes.
const numberMark = "#"

// share is the same of the sorted sets of their words.
func share(a, b []string) float64 {
	isNumber := func(s string) bool { return strings.HasPrefix(s, numberMark) }
	numbers := func(s []string) []string {
		return slices.DeleteFunc(slices.Clone(s), func(w string) bool { return !isNumber(w) })
	}
	if len(a)+len(b) == 0 || !slices.Equal(numbers(a), numbers(b)) {
		return 0
	}
	both := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
