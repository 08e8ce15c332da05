package document

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

func isDigit(r rune) bool { return unicode.IsDigit(r) }

var (
	raised  = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻", "+", "⁺")
	lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")
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
		w.add(lowered.Replace(s))
	} else {
		w.add(raised.Replace(s))
	}
}
