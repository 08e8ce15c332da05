package marks

import (
	"regexp"
	"strings"

	"verbatim/kb/quote/word"
)

// A Tag is what stands outside of the quotation marks: who said it, or where.
type Tag struct{ before, inside, after string }

// tagMost is how many words a tag has at most.
const tagMost = 10

// untagged returns what is in quotation marks, if what is outside of them is a
// tag: two parts of one quotation are put together as they stand, without the
// comma before the tag, and with an ellipsis between them.
func untagged(text string) []form {
	var parts []string
	outside, at := []string{}, 0
	for _, s := range marked(text) {
		if s.Depth == 1 {
			parts = append(parts, s.Text)
			outside = append(outside, text[at:s.outer[0]])
			at = s.outer[1]
		}
	}
	if len(parts) == 0 || len(parts) > 2 {
		return nil
	}
	outside = append(outside, text[at:])
	t := Tag{before: outside[0], after: outside[len(parts)]}
	if len(parts) == 1 {
		if !isTag(t.before) || !isTag(t.after) {
			return nil
		}
		return []form{{parts[0], t}}
	}
	t.inside = outside[1]
	if !isTag(t.before) || !isTag(t.inside) || !isTag(t.after) {
		return nil
	}
	bare := strings.TrimRight(parts[0], ",，、،")
	return []form{{parts[0] + " " + parts[1], t}, {bare + " " + parts[1], t}, {bare + " … " + parts[1], t}}
}

// A place in the text is a tag too: (Preamble), — Annex B.
var placeTag = regexp.MustCompile(`^\s*(?:[(（\[［].{1,80}[)）\]］]|[—–-]{1,2}\s*.{1,80})\s*[.,;:。，；：]?\s*$`)

// isTag reports whether what is outside of the quotation marks can be a tag.
func isTag(s string) bool {
	if word.HasEllipsis(s) {
		return false
	}
	n, says := 0, false
	all := word.Spellings(s)
	for i, w := range all {
		if word.ClassOf(word.First(w)) == word.Ideograph {
			n++
			says = says || i+1 < len(all) && speech[word.Folded(w+all[i+1])] || speech[w]
			continue
		}
		n += 2
		says = says || speech[word.Folded(w)]
	}
	return n == 0 || n <= 2*tagMost && says || placeTag.MatchString(s)
}

// Of reports whether a tag is rather the source's own narration around a
// passage, of which the quotation may have changed a word: more than half of it
// stands there.
func (t Tag) Of(body string, start, end int) bool {
	const reach = 400
	before := word.Spellings(body[max(0, start-reach):start])
	after := word.Spellings(body[end:min(len(body), end+reach)])
	return mostly(word.Spellings(t.before), before[max(0, len(before)-2*tagMost):]) ||
		mostly(word.Spellings(t.after), after[:min(len(after), 2*tagMost)]) ||
		mostly(word.Spellings(t.inside), word.Spellings(body[start:end]))
}

// Parts reports whether a tag stands between two parts of a quotation.
func (t Tag) Parts() bool { return t.inside != "" }

// mostly reports whether more than half of some words stand among others, in
// their order.
func mostly(words, among []string) bool {
	row := make([]int, len(among)+1)
	for _, w := range words {
		above := 0
		for i, a := range among {
			here := row[i+1]
			if word.Likeness(w) == word.Likeness(a) {
				row[i+1] = above + 1
			} else {
				row[i+1] = max(row[i+1], row[i])
			}
			above = here
		}
	}
	return 2*row[len(among)] > len(words)
}

// Speech reports whether a word, in whatever form, says that somebody says
// something: said, a déclaré, 表示. It knows English, French, Spanish, German,
// Russian, Arabic and Chinese, as far as the press uses them around quotations.
func Speech(w string) bool { return speech[word.Folded(w)] }

// speech has the words that say that somebody says something.
var speech = func() map[string]bool {
	m := word.SetOf(
		"said says say saying told tells tell added adds stated states declared declares announced announces noted notes stressed stresses",
		"insisted insists warned warns explained explains replied replies wrote writes according concluded continued argued argues affirmed announcing saying adding",
		"affirms reaffirmed pledged vowed asked asks claimed claims confirmed confirms reads read tweeted posted urged urges remarked recalled",
		"dit dixit déclaré déclare affirmé affirme ajouté ajoute expliqué explique indiqué indique souligné souligne précisé précise selon lancé estimé estime assuré assure conclu rappelé poursuivi",
		"dijo dice declaró declara afirmó afirma añadió añade agregó aseguró asegura señaló señala explicó explica indicó según subrayó recalcó manifestó expresó advirtió",
		"sagte sagt erklärte erklärt betonte betont fügte zufolge laut meinte meint so hieß heißt schrieb schreibt teilte warnte versicherte",
		"сказал сказала говорит заявил заявила заявили отметил отметила добавил добавила подчеркнул подчеркнула сообщил сообщила пояснил пояснила уточнил словам указал указала",
		"قال قالت يقول تقول أضاف أضافت وأضاف وقال وقالت صرح صرحت وصرح أكد أكدت وأكد وأكدت أعلن أعلنت أوضح أوضحت وأوضح ذكر ذكرت شدد شددت أشار أشارت بحسب وفق وفقا لفت تابع وتابع",
		"说 說 称 稱 道 曰 问 問 答",
	)
	for w := range strings.FieldsSeq("表示 指出 强调 強調 宣布 宣佈 认为 認為 声明 聲明 写道 寫道 补充 補充 重申 回应 回應 透露 告诉 告訴 解释 解釋 坦言 呼吁 呼籲") {
		m[word.Folded(w)] = true
	}
	return m
}()
