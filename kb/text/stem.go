package text

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// latinStemmers are Snowball's, in the order of latinCodes.
var latinStemmers = [...]func(*snowballstem.Env) bool{
	english.Stem, danish.Stem, german.Stem, spanish.Stem, finnish.Stem, french.Stem, hungarian.Stem,
	italian.Stem, dutch.Stem, norwegian.Stem, portuguese.Stem, romanian.Stem, swedish.Stem, turkish.Stem,
}

// stemAll fills in Stem and Common: by the script of each word, and in Latin
// letters by the language that the text is most likely in.
func stemAll(words []Word) {
	sets := commonIn(words)
	latin, _ := latinVotes(words, sets)
	markCommonRuns(words)
	env := snowballstem.NewEnv("")
	for i := range words {
		w := &words[i]
		w.Common = w.Common || isCommon(w, sets[i], latin)
		w.Chat = w.Script == Latin && sets[i]&chatBit != 0
		w.Stem = w.Text
		switch {
		case w.Script == Latin && latin < len(latinStemmers):
			w.Stem = stem(env, w.Text, latinStemmers[latin])
		case w.Script == Cyrillic:
			w.Stem = stem(env, w.Text, russian.Stem)
		case w.Script == Arabic:
			w.Stem = stemArabic(w.Text)
		}
	}
}

func stem(env *snowballstem.Env, word string, with func(*snowballstem.Env) bool) string {
	if len(word) < 3 || len(word) > 64 {
		return word
	}
	env.SetCurrent(word)
	with(env)
	if s := env.Current(); s != "" {
		return s
	}
	return word
}

// InGerman reports whether words in Latin letters are most likely German, in which
// every noun has a capital letter.
func InGerman(words []Word) bool { return latinCodes[latinLanguage(words)] == "de" }

// InEnglish reports whether words in Latin letters are most likely English.
func InEnglish(words []Word) bool { return latinCodes[latinLanguage(words)] == "en" }

// LatinLanguage is the language that a text in Latin letters is most likely in, as BCP 47.
// Sure is how many of its words are common words of that more than of any other: 0 where
// nothing tells.
func LatinLanguage(s string) (code string, sure int) {
	words := cut(s)
	best, votes := latinVotes(words, commonIn(words))
	second := 0
	for l, n := range votes {
		if l != best {
			second = max(second, n)
		}
	}
	return latinCodes[best], votes[best] - second
}

// latinLanguage guesses the language of the words in Latin letters, as an index
// in latinCodes: the one that calls most of them common, English among equals.
func latinLanguage(words []Word) int {
	best, _ := latinVotes(words, commonIn(words))
	return best
}

// commonIn gives the languages in which each word is common.
func commonIn(words []Word) []languageSet {
	sets, common := make([]languageSet, len(words)), commonWords()
	for i := range words {
		sets[i] = common[words[i].Text]
	}
	return sets
}

// latinVotes counts the words that each language calls common, and returns which
// language has most. Sets are those of commonIn.
func latinVotes(words []Word, sets []languageSet) (best int, votes [len(latinCodes)]int) {
	for i := range words {
		if words[i].Script != Latin {
			continue
		}
		for set := sets[i] & latinSet; set != 0; set &= set - 1 {
			votes[set.lowest()]++
		}
	}
	for l, n := range votes {
		if n > votes[best] {
			best = l
		}
	}
	return best, votes
}
