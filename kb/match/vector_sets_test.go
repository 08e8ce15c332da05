package match

import (
	"strings"
	"sync"

	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

// encoder is what the tests encode with.
var encoder = sync.OnceValue(func() *meaning.Encoder {
	e, err := meaning.Default()
	if err != nil {
		panic(err)
	}
	return e
})

// asked is a question with its words and its meaning.
func asked(s string) Question {
	v := encoder().Encode(text.Plain(s))
	return Question{Words: text.Words(s), Vector: &v}
}

// windows cuts a long text as kb/index does: 14 words, or 28 characters where words are
// not told apart by spaces, each beginning in the middle of the one before.
func windows(s string) (all []string) {
	pieces, join, size := strings.Fields(s), " ", 14
	if len([]rune(s)) > 14*len(pieces) {
		pieces, join, size = strings.Split(strings.Join(pieces, ""), ""), "", 28
	}
	for i := 0; i == 0 || i < len(pieces)-size/2; i += size / 2 {
		all = append(all, text.Plain(strings.Join(pieces[i:min(i+size, len(pieces))], join)))
	}
	return all
}
