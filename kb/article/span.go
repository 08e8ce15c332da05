package article

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb/trust"
)

// SpanSignals are what the numbers of a mention's row are: what its words are and what
// stands beside it, without regard to any quotation.
var SpanSignals = []string{
	"first in sentence", "mark before", "mark behind", "colon behind",
	"preposition before", "following before", "joins before", "who before", "name before", "body before", "place before", "record before", "says before it", "does before",
	"joins behind", "does behind", "who behind", "name behind", "place behind", "when behind", "preposition behind", "other behind", "says behind it", "body behind",
	"who before that", "name before that", "says before that", "joins before that", "name behind that", "says behind that", "joins behind that", "does behind that", "letters before", "letters behind", "head who", "head body", "head record", "head name",
	"first who", "first body", "first record", "first name", "first place", "first joins", "first verb", "first other",
	"last who", "last body", "last record", "last name", "last place", "last joins", "last verb", "last other", "last when",
	"words", "run", "rest", "article", "indefinite", "owner", "often", "often last", "letters", "least name", "proper", "grows behind", "grows before",
	"is name", "is phrase", "is noun", "is span", "is han", "second name", "last but one name", "last but one who",
	"shape first", "shape last", "shape before", "shape behind",
	"surname", "sounds", "sound before", "sound behind", "verb inside", "joined",
}

// spanRow are the signals of a mention by itself.
func (a *reading) spanRow(m mention) []float64 {
	row := append(a.besideRow(m), a.wordsRow(m)...)
	second, before := &sense{}, &sense{}
	if m.last > m.first {
		second, before = a.sense(m.first+1), a.sense(m.last-1)
	}
	return append(row, trust.Signal(m.how == byName), trust.Signal(m.how == byPhrase), trust.Signal(m.how == byNoun), trust.Signal(m.how == bySpan), trust.Signal(isHan(a.tokens[m.first].first())),
		second.kind[name], before.kind[name], before.kind[who],
		a.shape(m.first), a.shape(m.last), a.shape(m.first-1), a.shape(m.last+1),
		a.surname(m), a.sounds(m.first, m.last), a.soundBeside(m.first, m.first-1), a.soundBeside(m.last+1, m.last+1), a.verbInside(m), trust.Signal(m.joined))
}

// surname tells how many characters a mention has that begins with a Chinese surname; 0 for
// one that does not, -1 for words that are not Chinese.
func (a *reading) surname(m mention) float64 {
	switch r := a.tokens[m.first].first(); {
	case !isHan(r):
		return -1
	case !surnames[r]:
		return 0
	}
	return float64(utf8.RuneCountInString(a.text[a.tokens[m.first].start:a.tokens[m.last].end]))
}

// sounds tells which part of the characters of some tokens write the sounds of foreign
// names in Chinese; -1 for words that are not Chinese.
func (a *reading) sounds(first, last int) float64 {
	many, all := 0.0, 0.0
	for _, r := range a.text[a.tokens[first].start:a.tokens[last].end] {
		if !isHan(r) {
			return -1
		}
		many, all = many+trust.Signal(sounds[r]), all+1
	}
	return many / all
}

// soundBeside is the same of a token beside a mention, with a gap before another; -1 if a
// mark parts them.
func (a *reading) soundBeside(gap, i int) float64 {
	if i < 0 || i >= len(a.tokens) || gap >= len(a.tokens) || a.tokens[i].quotation >= 0 || a.tokens[gap].parted() {
		return -1
	}
	return a.sounds(i, i)
}

// verbInside is the most that a word inside of a mention, but the last, is one that says
// what somebody does.
func (a *reading) verbInside(m mention) float64 {
	most := 0.0
	for i := m.first; i < m.last; i++ {
		s := a.sense(i)
		most = max(most, s.kind[says]+s.kind[does])
	}
	return most
}

// shape tells how a word is written: 2 with the Arabic article, 1 with a capital, else 0;
// -1 where no word is.
func (a *reading) shape(i int) float64 {
	switch {
	case i < 0 || i >= len(a.tokens) || a.tokens[i].quotation >= 0:
		return -1
	case strings.HasPrefix(strings.TrimLeft(a.tokens[i].text, "وبلف"), "ال") || strings.HasPrefix(a.tokens[i].text, "لل"):
		return 2
	}
	return trust.Signal(a.tokens[i].isCapital())
}

// sentenceOf returns the tokens of a token's sentence: from one up to another.
func (a *reading) sentenceOf(i int) (begin, end int) {
	begin, end = i, i+1
	for begin > 0 && a.tokens[begin-1].sentence == a.tokens[i].sentence && i-begin < viewMost {
		begin--
	}
	for end < len(a.tokens) && a.tokens[end].sentence == a.tokens[i].sentence && end-i < viewMost {
		end++
	}
	return begin, end
}

// besideRow tells what stands right before and behind a mention.
func (a *reading) besideRow(m mention) []float64 {
	begin, end := a.sentenceOf(m.first)
	first := &a.tokens[m.first]
	row := []float64{trust.Signal(m.first == begin || first.opens), trust.Signal(m.first == begin || first.parted() || a.tokens[m.first-1].quotation >= 0), 0, 0}
	if m.last+1 < len(a.tokens) {
		row[2] = trust.Signal(a.tokens[m.last+1].parted() || m.last+1 >= end)
		row[3] = trust.Signal(strings.ContainsAny(a.tokens[m.last+1].gap, ":："))
	}
	before, behind, preposition, follows := &sense{}, &sense{}, false, false
	if m.first > begin && a.tokens[m.first-1].quotation < 0 && (!first.parted() || m.how == bySpan) {
		before = a.sense(m.first - 1)
		b := a.tokens[m.first-1].bare
		preposition = a.prepositions[b] || a.articles[b] && m.first-1 > begin && a.prepositions[a.tokens[m.first-2].bare]
	}
	for i := m.first - 1; i >= max(begin, m.first-4); i-- {
		follows = follows || a.following[a.tokens[i].bare]
	}
	if m.last+1 < end && a.tokens[m.last+1].quotation < 0 {
		behind = a.sense(m.last + 1)
		follows = follows || a.tokens[m.last+1].bare == "göre" || a.tokens[m.last+1].bare == "zufolge"
	}
	row = append(row, trust.Signal(preposition), trust.Signal(follows), before.kind[joins], before.kind[who], before.kind[name], before.kind[body], before.kind[place], before.kind[record], before.kind[says], before.kind[does])
	prep := m.last+1 < end && a.prepositions[a.tokens[m.last+1].bare]
	row = append(row, behind.kind[joins], behind.kind[does], behind.kind[who], behind.kind[name], behind.kind[place], behind.kind[when], trust.Signal(prep), behind.kind[other], behind.kind[says], behind.kind[body])
	before, behind = a.senseIn(begin, end, m.first-2), a.senseIn(begin, end, m.last+2)
	row = append(row, before.kind[who], before.kind[name], before.kind[says], before.kind[joins], behind.kind[name], behind.kind[says], behind.kind[joins], behind.kind[does],
		a.lettersIn(begin, end, m.first-1), a.lettersIn(begin, end, m.last+1))
	for _, k := range []int{who, body, record, name} {
		most := 0.0
		for i := m.first; i <= m.last; i++ {
			most = max(most, a.sense(i).kind[k])
		}
		row = append(row, most)
	}
	return row
}

// senseIn is the sense of a word of the quotation's sentence; that of none elsewhere.
func (a *reading) senseIn(begin, end, i int) *sense {
	if i < begin || i >= end || a.tokens[i].quotation >= 0 {
		return &sense{}
	}
	return a.sense(i)
}

func (a *reading) lettersIn(begin, end, i int) float64 {
	if i < begin || i >= end || a.tokens[i].quotation >= 0 {
		return 0
	}
	return float64(len([]rune(a.tokens[i].text)))
}

// wordsRow tells what the words of a mention are, and how often they stand elsewhere.
func (a *reading) wordsRow(m mention) []float64 {
	first, last := a.sense(m.first), a.sense(m.last)
	row := make([]float64, 0, 40)
	for _, s := range []*sense{first, last} {
		row = append(row, s.kind[who], s.kind[body], s.kind[record], s.kind[name], s.kind[place], s.kind[joins], s.kind[says]+s.kind[does], s.kind[other])
	}
	row = append(row, last.kind[when])
	b := a.tokens[m.first].bare
	least, letters := 1.0, 0
	for i := m.first; i <= m.last; i++ {
		least = min(least, a.sense(i).kind[name])
		letters += len([]rune(a.tokens[i].text))
	}
	return append(row, float64(m.last-m.first+1), float64(m.run), float64(m.rest), trust.Signal(a.articles[b]), trust.Signal(a.indefinite[b]), trust.Signal(a.owners[b]),
		float64(a.times(m.first, m.last)), float64(a.often[a.tokens[m.last].bare]), float64(letters), least, trust.Signal(m.proper), a.grows(m, m.first, m.last+1), a.grows(m, m.first-1, m.last))
}

// grows tells how often a mention stands in the article with the next token, of how often
// it does at all: always, if it is only a part of a name. It is -1 for what stands there
// once.
func (a *reading) grows(m mention, first, last int) float64 {
	if first < 0 || last >= len(a.tokens) || a.tokens[first].quotation >= 0 || a.tokens[last].quotation >= 0 {
		return 0
	}
	all := a.times(m.first, m.last)
	if all < 2 {
		return -1
	}
	return float64(a.times(first, last)) / float64(all)
}

// times is how often the words from one token to another stand in the article outside of
// quotations, by the way they are written.
func (a *reading) times(first, last int) int {
	if a.runs == nil {
		a.runs = map[string]int{}
		for i := range a.tokens {
			for j := i; j < min(len(a.tokens), i+timesMost) && a.tokens[j].quotation < 0; j++ {
				a.runs[a.text[a.tokens[i].start:a.tokens[j].end]]++
			}
		}
	}
	return a.runs[a.text[a.tokens[first].start:a.tokens[last].end]]
}

// timesMost is how many tokens are counted together at most.
const timesMost = spanMost + 1
