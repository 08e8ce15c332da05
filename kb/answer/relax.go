package answer

import (
	"slices"

	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// relaxed gives the words of a question that a fact need not have to answer it:
// those by which somebody was against something, the date of the fact's
// statement, and the name of another speaker, of whom a note tells.
func (x *inquiry) relaxed(words []text.Word, entry *index.Entry) []text.Word {
	return slices.Concat(append(premise(words), x.dated(words, entry), x.otherSpeaker(words, entry), chat(words))...)
}

// chat gives the words that people put around a question.
func chat(words []text.Word) (found []text.Word) {
	for _, w := range words {
		if w.Chat {
			found = append(found, w)
		}
	}
	return found
}

// dated gives the words for the day of a fact's statement that the fact does not
// have, with the preposition before them: "in 1904".
func (x *inquiry) dated(words []text.Word, entry *index.Entry) (found []text.Word) {
	called := x.view.Called(entry.Statement())
	for i, w := range words {
		if !hasDigit(w.Text) || !called[w.Stem] || x.view.Facts.Has(entry.Group(), w) {
			continue
		}
		if i > 0 && lexicon.BeforeDates[words[i-1].Text] {
			found = append(found, words[i-1])
		}
		found = append(found, w)
		if i+1 < len(words) && words[i+1].Text == "年" {
			found = append(found, words[i+1])
		}
	}
	return found
}

// otherSpeaker gives the name of whoever the question has for the speaker, where
// the fact has another.
func (x *inquiry) otherSpeaker(words []text.Word, entry *index.Entry) []text.Word {
	r := x.readings(words)
	roles := r.roles(entry)
	if !roles.says || roles.party && roles.word == "@"+roles.speaker || r.note(entry) == "" {
		return nil
	}
	i := slices.IndexFunc(words, func(w text.Word) bool { return w.Text == roles.word })
	if party, ok := x.view.Party(roles.word); ok && roles.word == "@"+party {
		return nil // another country, or the like
	}
	if i < 0 || x.view.Facts.Has(entry.Group(), words[i]) {
		return nil
	}
	return words[i : i+1]
}
