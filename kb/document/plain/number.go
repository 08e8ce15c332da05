package plain

import (
	"strconv"
	"strings"

	"verbatim/kb/document/block"
)

// Bullet stands before an entry of a list that has no number.
const Bullet = "•"

// Numbered writes a number as a list of a type does (a, A, i, I).
func Numbered(n int, kind string) string {
	switch {
	case (kind == "a" || kind == "A") && n > 0:
		letters := ""
		for ; n > 0; n = (n - 1) / 26 {
			letters = string(rune('a'+(n-1)%26)) + letters
		}
		if kind == "A" {
			return strings.ToUpper(letters)
		}
		return letters
	case (kind == "i" || kind == "I") && n > 0 && n < 4000:
		roman := romanOf(n)
		if kind == "I" {
			return strings.ToUpper(roman)
		}
		return roman
	}
	return strconv.Itoa(n)
}

func romanOf(n int) string {
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}
	var s strings.Builder
	for i, v := range values {
		for n >= v {
			s.WriteString(signs[i])
			n -= v
		}
	}
	return s.String()
}

// HasMark reports whether the words of an entry begin with a mark of their own.
func HasMark(p Paragraph) bool {
	if p.Kind != block.ListEntry {
		return false
	}
	blocks := block.Blocks(p.Text)
	return len(blocks) > 0 && blocks[0].Mark != ""
}
