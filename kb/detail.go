package kb

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// A detail is what a question asks for that is no view but one thing: a day, a
// number, a place.
type detail string

const (
	detailWhen  detail = "when"
	detailWhere detail = "where"
	detailHow   detail = "how many or how much"
	detailName  detail = "the name"
)

// detailAsked is the detail that a question asks for; empty if it asks for none.
func detailAsked(words []text.Word) detail {
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1].Text
		}
		switch {
		case w.Script == text.Unspaced:
			if d := detailUnspaced(words[i:]); d != "" {
				return d
			}
		case w.Text == "how" && measures[next]:
			return detailHow
		case (w.Text == "what" || w.Text == "which") && dates[next]:
			return detailWhen
		case (w.Text == "name" || w.Text == "names") && next == "of" && (i < 2 || words[i-2].Text != "in"):
			return detailName
		case w.Text == "when" && (w.Possessive || helping[next] || being[next]): // "when's" counts as "when is"
			return detailWhen
		case w.Text == "where" && (w.Possessive || helping[next] || being[next]):
			return detailWhere
		case detailWords[w.Text] != "" && i < 2:
			return detailWords[w.Text]
		}
	}
	return ""
}

// detailUnspaced is the detail that a question in a script without spaces asks for
// where words begin.
func detailUnspaced(words []text.Word) detail {
	beginning := ""
	for _, w := range words[:min(len(words), 4)] {
		beginning += w.Text
	}
	for _, d := range unspacedDetails {
		if strings.HasPrefix(beginning, d.word) {
			return d.detail
		}
	}
	return ""
}

var (
	// measures come after a "how" that asks for a number, dates after a "what" that
	// asks for a day.
	measures = wordSet("many much long old tall big far often high large")
	dates    = wordSet("date day year month time")

	detailWords = map[string]detail{"متي": detailWhen, "اين": detailWhere, "كم": detailHow}

	// unspacedDetails begin a question for a detail, or a word that is none although
	// it begins like one: almost, Guinea. The first that fits counts.
	unspacedDetails = []struct {
		word   string
		detail detail
	}{
		{"什么时候", detailWhen},
		{"何时", detailWhen},
		{"哪年", detailWhen},
		{"哪一年", detailWhen},
		{"哪天", detailWhen},
		{"哪一天", detailWhen},
		{"几月", detailWhen},
		{"几号", detailWhen},
		{"几点", detailWhen},
		{"几乎", ""},
		{"几内亚", ""},
		{"多少", detailHow},
		{"几", detailHow},
		{"哪里", detailWhere},
		{"哪儿", detailWhere},
		{"什么地方", detailWhere},
	}
)

// lacksDetail is the detail that a question asks for and a fact does not give: its
// answer has no number for it, and none of its phrasings, if there are enough of
// them to tell, asks for the like.
func (r *readings) lacksDetail(held *heldFact) detail {
	d := detailAsked(r.words)
	if d == "" || len(held.fact.AlsoAsked) < phrasingsTell || slices.Contains(held.cut.details, d) ||
		d == detailWhen && strings.ContainsFunc(held.fact.Answer, unicode.IsDigit) ||
		d == detailHow && slices.ContainsFunc(text.Words(held.fact.Answer), isAmount) {
		return ""
	}
	return d
}

// isAmount reports whether a word is a number and no year.
func isAmount(w text.Word) bool {
	n, err := strconv.Atoi(w.Text)
	return err == nil && (n < 1000 || n > 2100) || err != nil && strings.ContainsFunc(w.Text, unicode.IsDigit)
}

// phrasingsTell is how many phrasings besides the first show what a fact is asked
// for.
const phrasingsTell = 8
