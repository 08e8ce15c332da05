package match

import (
	"verbatim/kb/match/vocabulary"
	"verbatim/kb/text"
)

// Evidence is one word of a question, and what a group has of it.
type Evidence struct {
	Asked  string   // as typed, folded
	Read   string   // as it was read: itself, or the known word that it looks like; empty if nobody knows it
	Rarity float64  // 0 (every group has it) and up
	Here   bool     // the group has it
	Alike  []string // known words that look like it, the most alike first, at most 3
}

// Explain says of each word of a question how it was read, and whether a group
// has it.
func (x *Index) Explain(question []text.Word, group int32) []Evidence {
	x.reading()
	defer x.mu.RUnlock()
	all := make([]Evidence, 0, len(question))
	for i, w := range x.correct(question) {
		e := Evidence{Asked: question[i].Text}
		if stem := termHash(vocabulary.StemTerm, w.Stem); x.byTerm.Count(stem) > 0 {
			e.Read = w.Text
			e.Rarity = rarity(float64(x.spread(stem)), float64(len(x.groups)))
			e.Here = x.byTerm.has(stem, x.groups[group], func(uint32) bool { return true })
		}
		e.Alike = x.alike(&question[i])
		all = append(all, e)
	}
	return all
}

func (x *Index) alike(w *text.Word) (words []string) {
	if w.Script == text.Unspaced {
		return nil
	}
	for _, n := range x.voc.Nearest(w) {
		if read := x.voc.Word(n.Word).Text; read != w.Text && len(words) < 3 {
			words = append(words, read)
		}
	}
	return words
}
