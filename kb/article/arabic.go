package article

import (
	"slices"
	"strings"
)

// arabicSubject returns who speaks behind the word that says so, or before it.
func arabicSubject(words []word, behind bool) *speaker {
	at := verb(words, behind)
	if at < 0 {
		return arabicClause(words, behind)
	}
	end := at + 1
	for end < len(words) && !words[end-1].comma && !arabicStops[words[end].text] && !words[end].speaks() {
		end++
	}
	phrase := words[at+1 : end]
	if len(phrase) == 0 && at > 0 && !words[at-1].comma && !strings.HasPrefix(words[at].text, "و") {
		start := at
		for start > 0 && !words[start-1].comma && !arabicStops[words[start-1].text] {
			start--
		}
		if !strings.HasPrefix(words[start].text, "و") && !strings.HasPrefix(words[at].text, "ب") {
			phrase = words[start:at]
		}
	}
	if len(phrase) == 0 {
		if t := arabicFallback(words[:at]); t != nil {
			return t
		}
	}
	s := &speaker{words: joined(phrase)}
	var name []word
	for _, w := range phrase {
		if len(name) > 1 && strings.HasPrefix(w.text, "ال") {
			break
		}
		if !arabicOffices[w.text] {
			name = append(name, w)
		}
	}
	s.name = joined(name)
	s.body = len(phrase) > 0 && arabicSources[phrase[0].text] || s.name == "" && strings.Contains(" "+s.words+" ", "وزارة") || strings.Contains(s.words, "الحكومة")
	return s
}

// that begins what somebody says, behind the verb and who says it.
var that = set("أن إن بأن أنه أنها بأنه بأنها إنه إنها بألا ألا")

// arabicClause returns who speaks in a sentence whose first word is a verb that is not
// known, before what begins with “that”: وترى الباحثة لينا الحسن أن.
func arabicClause(words []word, behind bool) *speaker {
	end := slices.IndexFunc(words, func(w word) bool { return that[w.text] })
	if behind || end < 2 || len(words)-end > 6 {
		return nil
	}
	name := words[1:end]
	for len(name) > 1 && (arabicOffices[name[0].text] || strings.HasPrefix(name[0].text, "ال")) {
		name = name[1:]
	}
	if len(name) > 4 || slices.ContainsFunc(name, func(w word) bool { return w.comma || arabicStops[w.text] }) {
		return nil
	}
	return &speaker{words: joined(words[1:end]), name: joined(name)}
}

// arabicNames returns the names that follow an office in some words.
func arabicNames(words []word) []string {
	var all []string
	for i := 0; i+1 < len(words); i++ {
		if !arabicOffices[words[i].text] || words[i].comma || arabicOffices[words[i+1].text] {
			continue
		}
		end := i + 1
		for end < len(words) && end-i <= 3 && (end-i <= 2 || !strings.HasPrefix(words[end].text, "ال") && !strings.HasPrefix(words[end-1].text, "ال")) && !arabicStops[words[end].text] && !words[end].speaks() && !arabicOffices[words[end].text] {
			end++
			if words[end-1].comma {
				break
			}
		}
		if end-i-1 > 0 {
			all = append(all, joined(words[i+1:end]))
		}
		i = end - 1
	}
	return all
}

// arabicSources are who speaks without a name.
var arabicSources = set("مصدر مصادر المصدر بيان البيان الجانبان الطرفان مسؤول")

// arabicFallback returns who is named first in a sentence: the verb stands before.
func arabicFallback(words []word) *speaker {
	names := arabicNames(words)
	for i, w := range words[:min(len(words), 4)] {
		if arabicSources[w.text] && (i == 0 || !arabicStops[words[i-1].text]) {
			return &speaker{words: w.text, body: true}
		}
	}
	if len(names) == 0 {
		return nil
	}
	return &speaker{words: names[0], name: names[0]}
}
