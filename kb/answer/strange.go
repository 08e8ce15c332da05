package answer

import (
	"strings"
	"unicode/utf8"

	"verbatim/kb/lexicon"
	"verbatim/kb/text"
)

// isStranger reports whether the word at i is a name that nobody here has: it
// has a capital letter within a sentence, and looks like no known word. One of two
// letters is a name after another: Wang Xu is not Wang Yi.
func (r *readings) isStranger(i int) bool {
	w := r.words[i]
	long := len(w.Text) > 2 || i > 0 && lexicon.IsName(r.words[i-1])
	return w.Upper && w.Script == text.Latin && !w.Common && long && r.within(w) &&
		!r.titled() && !text.InGerman(r.words) && !r.x.view.Facts.Knows(w)
}

// titled reports whether most words have a capital letter, so that it says
// nothing.
func (r *readings) titled() bool {
	upper, latin := 0, 0
	for _, w := range r.words {
		if w.Script == text.Latin && !lexicon.IsName(w) {
			latin++
			if w.Upper {
				upper++
			}
		}
	}
	return 2*upper > latin
}

// within reports whether a word stands within a sentence, not at its beginning.
func (r *readings) within(w text.Word) bool {
	before := strings.TrimRight(r.x.question.Text[:min(w.Start, len(r.x.question.Text))], " \t\"'“‘«(")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && !endsSentence(last) && last != ':' && last != '：'
}

// asksWho gives the name in a question that asks who somebody is, and nothing
// else: "who is the president of China". It is empty in all others.
func asksWho(words []text.Word) (name string) {
	var who, is bool
	for _, w := range words {
		who = who || lexicon.AsksWho[w.Text]
		is = is || lexicon.Identity[w.Text]
		switch {
		case lexicon.IsName(w) && name == "":
			name = w.Text
		case lexicon.IsName(w) || !w.Common || lexicon.Saying[w.Text] || lexicon.BeforeObjects[w.Text]:
			return ""
		}
	}
	if !who || !is {
		return ""
	}
	return name
}
