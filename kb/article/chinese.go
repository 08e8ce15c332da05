package article

import (
	"slices"
	"strings"

	"verbatim/kb/quote/marks"
)

// chineseSpeech returns where a word that says that somebody speaks begins and
// ends in a clause: the last, or the first.
func chineseSpeech(clause string, last bool) (start, end int, ok bool) {
	runes := []rune(clause)
	at := make([]int, len(runes)+1)
	for i, r := range runes {
		at[i+1] = at[i] + len(string(r))
	}
	for _, n := range []int{2, 1} {
		for i := range len(runes) - n + 1 {
			j := i
			if last {
				j = len(runes) - n - i
			}
			if w := string(runes[j : j+n]); isHan(runes[j]) && w != "道" && (marks.Speech(w) || chineseAttitudes[w]) {
				return at[j], at[j+n], true
			}
		}
	}
	return 0, 0, false
}

// chineseSubject returns who speaks before the word that says so in its clause.
func chineseSubject(clauses []word, behind bool) *speaker {
	at := verb(clauses, behind)
	if at < 0 {
		return nil
	}
	clause := clauses[at].text
	start, _, _ := chineseSpeech(clause, !behind)
	phrase := strings.TrimPrefix(strings.TrimPrefix(clause[:start], "据"), "據")
	for _, place := range []string{"在", "于", "於", "向", "对", "對", "就", "被", "同", "与", "與", "会见", "會見", "出席", "接受", "主持", "答"} {
		if i := strings.Index(phrase, place); i > 0 {
			phrase = phrase[:i]
		}
	}
	for trimmed := true; trimmed; {
		trimmed = false
		for _, adverb := range chineseAdverbs {
			if rest, ok := strings.CutSuffix(phrase, adverb); ok {
				phrase, trimmed = rest, true
			}
		}
	}
	s := &speaker{words: phrase, name: phrase}
	if s.pronoun = pronouns[phrase]; s.pronoun {
		s.name = ""
	}
	for _, office := range chineseOffices {
		if i := strings.LastIndex(phrase, office); i >= 0 {
			s.name = phrase[i+len(office):]
			if s.name == "" && (office == "先生" || office == "女士" || office == "同志") {
				s.name = phrase[:i]
			}
			break
		}
	}
	s.body = s.name == "" && phrase != "" && !pronouns[phrase] && !slices.ContainsFunc(chineseOffices, func(o string) bool { return strings.HasSuffix(phrase, o) })
	return s
}
