package answer

import (
	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// topic gives the words that a question itself says it is about: those between
// "about", or the like, and the next preposition. It gives none where the question
// does not say so.
func topic(words []text.Word) (topic []text.Word) {
	start := -1
	for i, w := range words {
		if aboutWords[w.Text] {
			start = i + 1
		}
	}
	for i := start; start >= 0 && i < len(words); i++ {
		if i > start && (lexicon.BeforeObjects[words[i].Text] || words[i].Paused || words[i].Text == "يا") {
			break
		}
		if !words[i].Common {
			topic = append(topic, words[i])
		}
	}
	return topic
}

// offTopic reports whether a group of an index lacks most of what a question says
// that it is about; what many groups have counts little ("about Syrian refugees").
// A word that nobody has counts as the one that it looks like.
func offTopic(topic []text.Word, ranked index.Ranked, group int32, called map[string]bool) bool {
	var all, here float64
	for _, w := range topic {
		weight := 1 - ranked.Spread(w)
		all += weight
		if ranked.Has(group, w) || called[w.Stem] || !ranked.HasWord(w) && ranked.Knows(w) {
			here += weight
		}
	}
	return 2*here < all
}

// aboutWords come before what a question is about.
var aboutWords = text.Set("about abt regarding concerning عن بشان حول")
