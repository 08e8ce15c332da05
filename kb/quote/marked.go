package quote

import (
	"strings"
)

// Marked writes differences as they can be read without colours or a screen:
// [-what the text lacks-] and {+what it adds+}.
func Marked(diff []Op) string {
	var b strings.Builder
	for _, op := range diff {
		switch op.Op {
		case Dropped:
			b.WriteString("[-" + op.Text + "-]")
		case Added:
			b.WriteString("{+" + op.Text + "+}")
		default:
			b.WriteString(op.Text)
		}
	}
	return b.String()
}
