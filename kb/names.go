package kb

import (
	"strings"

	"verbatim/kb/text"
)

// names knows the aliases of all statements: runs of words that mean one thing.
type names struct {
	byRun   map[string]string // folded words, joined by spaces, to the name's word
	longest int               // words in the longest alias
}

func newNames(statements []*Statement) names {
	n := names{byRun: map[string]string{}}
	for _, s := range statements {
		for _, a := range s.Aliases {
			word := "@" + text.Fold(a.Name)
			n.add(a.Name, word)
			for _, other := range a.Other {
				n.add(other, word)
			}
		}
	}
	return n
}

func (n *names) add(alias, word string) {
	words := text.Words(alias)
	if len(words) == 0 {
		return
	}
	n.byRun[run(words)] = word
	n.longest = max(n.longest, len(words))
}

func run(words []text.Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Text
	}
	return strings.Join(parts, " ")
}

// replace puts one word for each alias in words, the longest first.
func (n *names) replace(words []text.Word) []text.Word {
	out := words[:0:0]
	for i := 0; i < len(words); {
		word, length := n.at(words[i:])
		if length == 0 {
			out = append(out, words[i])
			i++
			continue
		}
		out = append(out, text.Word{
			Text: word, Stem: word, Start: words[i].Start, End: words[i+length-1].End,
			Possessive: words[i+length-1].Possessive, Upper: words[i].Upper,
		})
		i += length
	}
	return out
}

func (n *names) at(words []text.Word) (word string, length int) {
	for l := min(n.longest, len(words)); l > 0; l-- {
		if word, ok := n.byRun[run(words[:l])]; ok {
			return word, l
		}
	}
	return "", 0
}
