package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/kb/document/plain"
)

// raised adds characters that stand higher or lower: numbers as the characters that
// Unicode has for them ("10²" is not "102"), letters as they are ("18th").
func (w *walker) raised(n *html.Node) {
	s := strings.TrimSpace(bare(n))
	if s == "" || strings.Trim(s, "0123456789+-−") != "" {
		w.children(n)
		return
	}
	if n.DataAtom == atom.Sub {
		w.add(plain.Lowered.Replace(s))
	} else {
		w.add(plain.Raised.Replace(s))
	}
}
