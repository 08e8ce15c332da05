package article

import (
	"regexp"
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
			if w := string(runes[j : j+n]); isHan(runes[j]) && w != "道" && !compounded(runes, j, n) && (marks.Speech(w) || chineseAttitudes[w]) {
				return at[j], at[j+n], true
			}
		}
	}
	return 0, 0, false
}

// chineseDay is when it was said, behind who said it.
var chineseDay = regexp.MustCompile(`[0-9０-９]+[年月日号號]*[上下中]?[午]?$`)

// compounds are words that have a word of one character inside that elsewhere says that
// somebody speaks: 问题 is no question that is put.
var compounds = strings.Fields("问题 問題 答案 说明 說明 说法 說法 小说 小說 学说 學說 传说 傳說 名称 名稱 职称 職稱 简称 簡稱 称号 稱號 对称 對稱 访问 訪問 学问 學問 顾问 顧問 疑问 疑問 慰问 慰問 报道 報道 知道 道路 道理 轨道 通道 人道 渠道")

// compounded reports whether a single character is part of such a word.
func compounded(runes []rune, at, n int) bool {
	if n > 1 {
		return false
	}
	around := string(runes[max(0, at-1):min(len(runes), at+2)])
	return slices.ContainsFunc(compounds, func(c string) bool {
		return strings.Contains(around, c) && strings.ContainsRune(c, runes[at])
	})
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
	phrase = chineseDay.ReplaceAllString(phrase, "")
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

// chineseOpening returns who stands first in a clause in which no word says that
// somebody speaks: a pronoun, or whoever is named behind an office.
func chineseOpening(clause string) *speaker {
	for p := range pronouns {
		if isHan([]rune(p)[0]) && strings.HasPrefix(clause, p) {
			return &speaker{words: p, pronoun: true}
		}
	}
	return nil
}
