package file

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/quote/locate"
)

// searchMost is how many bytes of text are gone through for the quotes of one
// statement, which takes seconds: 5,000 quotes of a text of 500,000 words.
const searchMost = 16 << 30

// search says what is wrong with a quote that is to stand in a text; empty if it
// stands there.
func (l *linter) search(c kb.Citation, source, text string) string {
	if l.searched += len(text); l.searched > searchMost {
		return "there are too many quotes from too long texts to check them all; split the statement"
	}
	if locate.Find(text, c.Quote) >= 0 {
		return ""
	}
	l.searched += 12 * len(text)
	return notThere(c.Quote, source, text)
}

// notThere says that a quote does not stand in a text, and how far it does.
func notThere(quote, source, text string) string {
	// A beginning stands there only if every shorter one does.
	end := sort.Search(len(quote), func(n int) bool { return !strings.Contains(text, quote[:n+1]) })
	for end > 0 && end < len(quote) && !utf8.RuneStart(quote[end]) {
		end--
	}
	if end == len(quote) {
		return fmt.Sprintf("the quote %q begins or ends inside a word of the text of source %q; quote whole words", clip(quote), clip(source))
	}
	message := fmt.Sprintf("the quote %q does not stand in the text of source %q", clip(quote), clip(source))
	if strings.TrimSpace(quote[:end]) == "" {
		return message + "; copy the words as they stand there"
	}
	return fmt.Sprintf("%s from %q on; copy the words as they stand there", message, clip(quote[end:]))
}

// elsewhere says that a quote stands in a text, but not where the citation has
// it.
func elsewhere(c kb.Citation, text string) string {
	return fmt.Sprintf("the quote does not stand at byte %d of the text but at %d; correct at, or remove it and let check --texts DIR --write fill it in",
		*c.At, locate.Find(text, c.Quote))
}
