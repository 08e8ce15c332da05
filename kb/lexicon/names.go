// Package lexicon is what words name: people, places and terms by all their aliases,
// misspelt ones too ([Names]), countries in many languages ([Countries]), and what
// words do in a question: join names, stand before who speaks or a day, or ask who did
// something ([Joins], [BeforeSpeakers], [BeforeDates], [AsksWho]).
//
// It must never know a fact: words go in, names and codes come out. kb/index reads
// facts and texts with it, kb/answer questions, and kb/inbox what waits.
package lexicon

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/text"
)

// Names knows aliases: runs of words that mean one thing. They are never changed
// once they are made.
type Names struct {
	shared  *Names            // looked up first; may be nil
	byRun   map[string]string // folded words, joined by spaces, to the name's word
	longest map[string]int    // words in the longest alias that begins with a word
	single  []aliasWord       // aliases of one word, which may be misspelt
	spelt   map[string]string // a name's word, to the name as it is written
}

// An aliasWord is an alias of one word, and the word that stands for it.
type aliasWord struct{ text, word string }

// NewNames knows aliases besides the shared ones, and parties, which are names
// without an alias too; one that is a country is known in many languages. An
// alias that has a name in common with a shared one means the same.
func NewNames(shared *Names, aliases []*kb.Alias, parties []string) *Names {
	n := &Names{shared: shared, byRun: map[string]string{}, longest: map[string]int{}, spelt: map[string]string{}}
	for _, a := range aliases {
		word := shared.wordOf(a)
		n.spelt[word] = a.Name
		n.add(a.Name, word)
		for _, other := range a.Other {
			n.add(other, word)
		}
	}
	for _, party := range parties {
		n.addParty(party)
	}
	return n
}

// addParty makes a party a name by what it is not known by yet.
func (n *Names) addParty(party string) {
	others := countryCalled(party)
	word := "@" + text.Fold(party)
	if known, ok := n.Word(party); ok {
		word = known
	} else {
		n.spelt[word] = party
	}
	for _, name := range append(others, party) {
		if _, taken := n.Word(name); !taken {
			n.add(name, word)
		}
	}
}

// Written is a name as it is written, by its word.
func (n *Names) Written(word string) string {
	for ; n != nil; n = n.shared {
		if name, ok := n.spelt[word]; ok {
			return name
		}
	}
	return strings.TrimPrefix(word, "@")
}

// wordOf is the word that stands for an alias: that of a name which is known
// already, or one made of its name.
func (n *Names) wordOf(a *kb.Alias) string {
	for _, name := range append([]string{a.Name}, a.Other...) {
		if n == nil {
			break
		}
		if word, ok := n.byRun[run(text.Words(name))]; ok {
			return word
		}
	}
	return "@" + text.Fold(a.Name)
}

func (n *Names) add(alias, word string) {
	words := text.Words(alias)
	if len(words) == 0 {
		return
	}
	n.byRun[run(words)] = word
	if len(words) == 1 && words[0].Script != text.Unspaced {
		n.single = append(n.single, aliasWord{words[0].Text, word})
	}
	first := words[0].Text
	n.longest[first] = max(n.longest[first], len(words))
}

func run(words []text.Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
	}
	return strings.Join(parts, " ")
}

// Replace puts one word for each alias in words, the longest first.
func (n *Names) Replace(words []text.Word) []text.Word {
	out := make([]text.Word, 0, len(words)+len(words)/8)
	for i := 0; i < len(words); {
		word, length := n.at(words[i:])
		if length == 0 {
			out = n.appendPrefixed(out, words[i])
			i++
			continue
		}
		out = append(out, text.Word{
			Text: word, Stem: word, Start: words[i].Start, End: words[i+length-1].End,
			Possessive: words[i+length-1].Possessive || length == 1 && allCountries().isPeople(words[i]),
			Upper:      words[i].Upper, Paused: words[i].Paused,
		})
		i += length
	}
	return out
}

// at gives the word for the longest alias that words begin with.
func (n *Names) at(words []text.Word) (word string, length int) {
	longest := n.longest[words[0].Text]
	if n.shared != nil {
		longest = max(longest, n.shared.longest[words[0].Text])
	}
	for l := min(longest, len(words)); l > 0; l-- {
		if word, ok := n.word(run(words[:l])); ok {
			return word, l
		}
	}
	return "", 0
}

// Word is the word that stands for a name, in whatever language; ok is false where
// it is none that is known.
func (n *Names) Word(name string) (word string, ok bool) { return n.word(run(text.Words(name))) }

// word is the same for folded words, joined by spaces.
func (n *Names) word(run string) (word string, ok bool) {
	if n.shared != nil {
		if word, ok := n.shared.word(run); ok {
			return word, ok
		}
	}
	word, ok = n.byRun[run]
	return word, ok
}

// appendPrefixed appends an Arabic name that is written together with a word
// before it as two words: of "to China", "to" and China. Any other word is
// appended as it is.
func (n *Names) appendPrefixed(out []text.Word, w text.Word) []text.Word {
	if w.Script != text.Arabic {
		return append(out, w)
	}
	for _, rest := range text.WithoutPrefix(w.Text) {
		word, ok := n.word(rest)
		if !ok {
			continue
		}
		_, letter := utf8.DecodeRuneInString(w.Text)
		before := text.Word{Text: w.Text[:letter], Stem: w.Text[:letter], Start: w.Start, End: w.End, Script: text.Arabic, Common: true, Paused: w.Paused}
		name := text.Word{Text: word, Stem: word, Start: w.Start, End: w.End}
		if before.Text == "ا" {
			name.Paused = w.Paused
		} else {
			out = append(out, before)
		}
		return append(out, name)
	}
	return append(out, w)
}

// IsName reports whether a word of [Names.Replace] stands for a name.
func IsName(w text.Word) bool { return w.Text[0] == '@' }
