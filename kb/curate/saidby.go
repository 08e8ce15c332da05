package curate

import (
	"context"
	"strings"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/text"
)

// ReadSaidBy reads who says a fact of a statement; see [kb.ReadSaidBy].
func (k *Curator) ReadSaidBy(server, statement, written string) (party, speaker string, err error) {
	var s *kb.Statement
	k.library.View(context.Background(), server, func(v *index.View) {
		if s = v.Outline(statement); s == nil {
			return
		}
		if f := v.Speaker(statement, text.Fold(strings.TrimSpace(written))); f != nil {
			s.Facts = []kb.Fact{{Party: f.Party, Speaker: f.Speaker}}
		}
	})
	if s == nil {
		return "", "", kb.Refuse("refusal.source-gone")
	}
	return kb.ReadSaidBy(s, written)
}
