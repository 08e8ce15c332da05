package lexicon

import (
	"strings"

	"verbatim/kb/text"
)

// A Detail is what a question asks for that is no view but one thing: a day, a
// number, a place.
type Detail string

// The details. Each is written as it stands after "it does not say".
const (
	When    Detail = "when"
	Where   Detail = "where"
	HowMuch Detail = "how many or how much"
	Name    Detail = "the name"
)

// DetailAsked is the detail that a question asks for; empty if it asks for none.
func DetailAsked(words []text.Word) Detail {
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
			return HowMuch
		case (w.Text == "what" || w.Text == "which") && dates[next]:
			return When
		case (w.Text == "name" || w.Text == "names") && next == "of" && (i < 2 || words[i-2].Text != "in"):
			return Name
		case w.Text == "when" && (w.Possessive || Helping[next] || Being[next]): // "when's" counts as "when is"
			return When
		case w.Text == "where" && (w.Possessive || Helping[next] || Being[next]):
			return Where
		case detailWords[w.Text] != "" && i < 2:
			return detailWords[w.Text]
		}
	}
	return ""
}

// detailUnspaced is the detail that a question in a script without spaces asks for
// where words begin.
func detailUnspaced(words []text.Word) Detail {
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
	measures = Set("many much long old tall big far often high large")
	dates    = Set("date day year month time")

	detailWords = map[string]Detail{"متي": When, "اين": Where, "كم": HowMuch}

	// unspacedDetails begin a question for a detail, or a word that is none although
	// it begins like one: almost, Guinea. The first that fits counts.
	unspacedDetails = []struct {
		word   string
		detail Detail
	}{
		{"什么时候", When},
		{"何时", When},
		{"哪年", When},
		{"哪一年", When},
		{"哪天", When},
		{"哪一天", When},
		{"几月", When},
		{"几号", When},
		{"几点", When},
		{"几乎", ""},
		{"几内亚", ""},
		{"多少", HowMuch},
		{"几", HowMuch},
		{"哪里", Where},
		{"哪儿", Where},
		{"什么地方", Where},
	}
)
