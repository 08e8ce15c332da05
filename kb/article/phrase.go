package article

import (
	"slices"
	"strings"
	"unicode"
)

// What stands together for who speaks, beside the word that says so.

// right returns who is named by the first of some words; a name may follow an
// office, and what that is the office of, behind a comma.
func right(words []word) *speaker {
	for len(words) > 0 && calendar[words[0].bare()] && !words[0].comma {
		words = words[1:]
	}
	n := phrase(words)
	if n == 0 {
		return nil
	}
	s := named(words[:n])
	if s == nil || s.name != "" || s.pronoun {
		return s
	}
	end := n
	for !words[end-1].comma && end+1 < len(words) && prepositions[words[end].bare()] {
		if b := words[end+1]; b.isAbbreviation() || places[b.bare()] { // постпред Китая при ООН Фу Цун
			if name := leading(words[end+2:]); strings.Contains(name, " ") && !b.comma {
				return &speaker{words: joined(words[:n]), name: name}
			}
		}
		for end += 2; end < len(words) && !words[end-1].comma && words[end].belongs(); end++ {
		}
	}
	if words[end-1].comma {
		if name := leading(words[end:]); name != "" {
			return &speaker{words: joined(words[:n]), name: name}
		}
	}
	return s
}

// phrase returns how many of some words stand together for who speaks.
func phrase(words []word) int {
	n := 0
	for n < len(words) && n < 10 && (words[n].belongs() || n == 0 && owners[words[n].bare()] || indefinite[words[n].bare()] || n == 0 && words[n].isPronoun() || n == 1 && articles[words[0].bare()] && len(words) > 2 && !words[1].comma && !prepositions[words[1].bare()] && (offices[words[2].bare()] || words[2].isName())) {
		n++
		if words[n-1].comma || words[n-1].isPronoun() {
			break
		}
	}
	return n
}

// endsPhrase reports whether no verb follows the words for who speaks: these are
// the subject of the word before them, and not of one behind.
func endsPhrase(words []word) bool {
	n := phrase(words)
	return n > 0 && (n == len(words) || words[n-1].comma || prepositions[words[n].bare()] || calendar[words[n].bare()])
}

// leading returns the name that some words begin with.
func leading(words []word) string {
	n := 0
	for n < len(words) && (words[n].isName() || n > 0 && small[words[n].bare()]) {
		n++
		if words[n-1].comma {
			break
		}
	}
	if names := namesIn(words[:n]); len(names) > 0 {
		return names[0]
	}
	return ""
}

// left returns who is named last in some words, with no more than some others
// behind.
func left(words []word, others int) *speaker {
	for end := len(words); end > 0 && len(words)-end <= others; end-- {
		w := words[end-1]
		if w.isPronoun() {
			return &speaker{words: w.text, pronoun: true}
		}
		if !w.isName() && !offices[w.bare()] {
			continue
		}
		start := end - 1
		for start > 0 && !words[start-1].comma && words[start-1].belongs() {
			start--
		}
		start = widened(words, start)
		if start > 0 && prepositions[words[start-1].bare()] && !words[start-1].comma {
			others += end - start
			end = start + 1
			continue
		}
		s := named(words[start:end])
		if s != nil && start > 0 && words[start-1].comma && slices.ContainsFunc(words[start:end], func(w word) bool { return offices[w.bare()] }) { // Wang Yi, the minister, said
			if t := left(words[:start], 0); t != nil && t.name != "" {
				return t
			}
		}
		return s
	}
	return nil
}

// named returns who some words that stand together name: the last name among
// them, without the offices and countries around it.
func named(words []word) *speaker {
	if len(words) == 0 {
		return nil
	}
	for n := len(words); n > 1 && articles[words[n-1].bare()]; n-- {
		words = words[:n-1]
	}
	s := &speaker{words: joined(words)}
	if s.pronoun = words[0].isPronoun(); s.pronoun {
		return s
	}
	if names := namesIn(words); len(names) > 0 && !describes(words, names) {
		if s.name = names[len(names)-1]; behindOf(words, s.name) {
			switch {
			case len(names) > 1: // Ada Marn of Averland
				s.name = names[len(names)-2]
			case indefinite[words[0].bare()]: // an adviser of Marn
				s.name, s.body = "", true
			}
		}
		return s
	}
	office := false
	for _, w := range words {
		office = office || offices[w.bare()]
		s.body = s.body || bodies[w.bare()]
	}
	s.body = s.body || indefinite[words[0].bare()]
	if !office && !slices.ContainsFunc(words, word.isName) {
		return nil
	}
	if !office { // a country speaks: China’s
		s.name = strings.TrimSuffix(strings.TrimSuffix(s.words, "'s"), "’s")
	}
	return s
}

// behindOf reports whether a name stands in some words behind “of”.
func behindOf(words []word, name string) bool {
	for i := 1; i < len(words); i++ {
		if strings.HasPrefix(name, words[i].text) && joined(words[i:min(len(words), i+1+strings.Count(name, " "))]) == name {
			return belonging[words[i-1].bare()]
		}
	}
	return false
}

// belonging is between an office, or a name, and whose or where from it is.
var belonging = set("of de del du des di von")

// describes reports whether the one word with a capital among some words only says
// which office is meant: a Western diplomat, Китайский министр.
func describes(words []word, names []string) bool {
	if len(names) != 1 {
		return false
	}
	i := slices.IndexFunc(words, func(w word) bool { return w.text == names[0] })
	return i >= 0 && i+1 < len(words) && !words[i].comma && offices[words[i+1].bare()] && unicode.IsLower(words[i+1].first())
}
