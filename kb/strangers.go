package kb

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb/text"
)

// isStranger reports whether the word at i is a name that nobody here has: it
// has a capital letter within a sentence, and looks like no known word. One of two
// letters is a name after another: Wang Xu is not Wang Yi.
func (r *readings) isStranger(i int) bool {
	w := r.words[i]
	long := len(w.Text) > 2 || i > 0 && isName(r.words[i-1])
	return w.Upper && w.Script == text.Latin && !w.Common && long && r.within(w) &&
		!r.titled() && !text.InGerman(r.words) && !r.x.base.index.Knows(w)
}

// titled reports whether most words have a capital letter, so that it says
// nothing.
func (r *readings) titled() bool {
	upper, latin := 0, 0
	for _, w := range r.words {
		if w.Script == text.Latin && !isName(w) {
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

// strangeSpeaker gives the name of whoever speaks in the question, where that is
// nobody here, capital letter or not: "what did trump say", "ماذا قال نابليون",
// "尼克松对霸权说了什么". It is empty where that is somebody.
func (r *readings) strangeSpeaker(held *heldFact) string {
	for i, w := range r.words {
		at := -1
		switch {
		case w.Script == text.Unspaced:
			continue
		case sayingFirst[w.Text]:
			at = i + 1
		case i > 0 && (saying[w.Text] || reacting[w.Text]):
			at = r.subject(i)
		}
		if at >= 0 && at < len(r.words) && !offices[r.words[at].Text] && !r.isHere(held, r.words[at]) && !r.x.base.index.Knows(r.words[at]) {
			return r.words[at].Text
		}
	}
	return r.strangeUnspaced()
}

// subject is the place of the first word of whoever speaks before the verb at i,
// or -1: what is between it and a helping verb, or the beginning.
func (r *readings) subject(i int) int {
	at := i - 1
	for at > 0 && !r.words[at].Common && !isName(r.words[at]) && !helping[r.words[at].Text] {
		at--
	}
	switch {
	case helping[r.words[at].Text] && at+1 < i:
		return at + 1
	case helping[r.words[at].Text] || at > 0:
		return -1
	}
	return 0
}

// asksWho gives the name in a question that asks who somebody is, and nothing
// else: "who is the president of China". It is empty in all others.
func asksWho(words []text.Word) (name string) {
	var who, is bool
	for _, w := range words {
		who = who || whose[w.Text]
		is = is || identity[w.Text]
		switch {
		case isName(w) && name == "":
			name = w.Text
		case isName(w) || !w.Common || saying[w.Text] || beforeObjects[w.Text]:
			return ""
		}
	}
	if !who || !is {
		return ""
	}
	return name
}

// strangerMost is the number of characters of the longest name that is looked for
// in a script without spaces.
const strangerMost = 8

// strangeUnspaced gives the name of a Chinese sentence's speaker, which is what
// comes before "about" or "say" at its beginning, if one of its characters is
// nowhere here.
func (r *readings) strangeUnspaced() string {
	n := slices.IndexFunc(r.words, func(w text.Word) bool {
		return isName(w) || w.Common || w.Script != text.Unspaced || afterSpeakers[w.Text]
	})
	if n < 2 || n > strangerMost || !afterSpeakers[r.words[n].Text] {
		return ""
	}
	name := r.words[:withoutOffice(r.words[:n])]
	if len(name) < 2 || !slices.ContainsFunc(name, func(w text.Word) bool { return !r.x.base.index.HasWord(w) }) {
		return ""
	}
	return strings.ReplaceAll(run(name), " ", "")
}

// withoutOffice is how many characters come before the office that characters end
// with: of "President Nixon", which is 尼克松总统, three.
func withoutOffice(characters []text.Word) int {
	for i := range characters {
		if officesAfter[strings.ReplaceAll(run(characters[i:]), " ", "")] {
			return i
		}
	}
	return len(characters)
}
