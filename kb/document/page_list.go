package document

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/block"
)

const bullet = "•"

// mark gives what a browser shows before an entry of a list: a bullet, or its
// number. Entries have to be asked for in their order.
func (w *walker) mark(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return bullet
	}
	if w.numbers == nil {
		w.numbers = map[*html.Node]int{}
	}
	n, begun := w.numbers[list]
	if !begun {
		n = numberOr(attribute(list, "start"), 1)
	}
	n = numberOr(attribute(li, "value"), n)
	w.numbers[list] = n + 1
	return numbered(n, attribute(list, "type")) + "."
}

func numberOr(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}

// numbered writes a number as a list of a type does (a, A, i, I).
func numbered(n int, kind string) string {
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

// hasMark reports whether the words of an entry begin with a mark of their own.
func hasMark(p paragraph) bool {
	if p.kind != block.ListEntry {
		return false
	}
	blocks := block.Blocks(p.text)
	return len(blocks) > 0 && blocks[0].Mark != ""
}
