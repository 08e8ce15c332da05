package page

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/plain"
)

// mark gives what a browser shows before an entry of a list: a bullet, or its
// number. Entries have to be asked for in their order.
func (w *walker) mark(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return plain.Bullet
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
	return plain.Numbered(n, attribute(list, "type")) + "."
}

func numberOr(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}
