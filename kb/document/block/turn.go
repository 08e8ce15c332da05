package block

import (
	"strings"

	"verbatim/kb/text"
)

// tellTurns says whose words each block has: those of the label before it, until
// another label, a heading or a signature.
func (r *reader) tellTurns() {
	var speaker string
	var role Role
	asked := false
	for i := range r.blocks {
		b, p := &r.blocks[i], r.pieces[i]
		switch {
		case p.labelled:
			speaker, role = p.speaker, p.role
			asked = asked || role == Question
			if role == NoRole && asked && !leads(speaker) {
				role = Answer
			}
		case b.Kind == Heading || b.Kind == Signature:
			speaker, role, asked = "", NoRole, false
		}
		if p.labelled || b.Kind == Paragraph || b.Kind == ListEntry || b.Kind == TableRow {
			b.Speaker, b.Role = speaker, role
		}
	}
}

// leading are the words, folded, for who leads through a talk: they neither ask
// for the press nor answer.
var leading = text.Set(`moderator moderators host operator staff interpreter translator moderatorin ведущий ведущая المذيع المذيعة المحاور moderador moderadora
	modérateur modératrice animateur animatrice`)

func leads(speaker string) bool {
	folded := text.Fold(speaker)
	for _, w := range strings.Fields(folded) {
		if leading[strings.Trim(w, ".")] {
			return true
		}
	}
	return strings.HasSuffix(folded, "主持人") || strings.HasSuffix(folded, text.Fold("司会"))
}
