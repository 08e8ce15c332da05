package reply

import "verbatim/kb"

// mentionMost is how many characters are shown of a place that speaks of something;
// what is cut off is marked, and its button shows all of it.
const mentionMost = 280

// Mentions are the places of texts that speak of what was asked about: their words, as
// they stand there, in a block each.
func Mentions(a kb.Answer) (blocks []Block) {
	for _, m := range a.Mentions {
		words := m.Text
		if cut := []rune(words); len(cut) > mentionMost {
			words = string(cut[:mentionMost]) + "…"
		}
		blocks = append(blocks, Block{Shown: QuoteBlock(words), Words: words + "\n" + m.ID})
	}
	return blocks
}
