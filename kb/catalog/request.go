package catalog

import (
	"strings"
	"sync"

	"verbatim/kb/text"
)

// requests are the languages that are asked for, by what people write to ask for them: in
// each language, its usual words with the name of each language.
var requests = sync.OnceValue(func() map[string]Language {
	all := map[string]Language{}
	for _, l := range Languages() {
		names := strings.Split(l.Say("conversation.languages"), "|")
		for i, name := range names[:min(len(names), len(entries))] {
			for form := range strings.SplitSeq(l.Say("conversation.requests", "Language", name), "|") {
				all[folded(form)] = entries[i].language
			}
		}
	}
	return all
})

// Requested is the language that a text asks to be answered in, and does nothing else: "in
// Arabic please", in any of the languages.
func Requested(s string) (Language, bool) {
	if len(s) > requestMost {
		return English, false
	}
	l, is := requests()[folded(s)]
	return l, is
}

// requestMost is how many bytes a request has at most.
const requestMost = 200

var withoutIsolates = strings.NewReplacer(firstStrongIsolate, "", popDirectionalIsolate, "")

// folded is a text by its words, whatever stands between them.
func folded(s string) string {
	var words []string
	for _, w := range text.Words(withoutIsolates.Replace(s)) {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}
