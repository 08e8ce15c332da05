package document

import (
	"regexp"
	"strings"
)

// readText reads plain text. Lines that are wrapped are put together again.
func readText(content []byte) (Document, error) {
	source, encoding, err := decoded(content)
	if err != nil {
		return Document{}, err
	}
	d := Document{Encoding: encoding}
	d.lines(withoutRunningHeads(unmarked(source)))
	return d, nil
}

// withoutRunningHeads takes off what stands at the head and the foot of the pages
// of a text that has pages, as form feeds tell.
func withoutRunningHeads(source string) string {
	if !strings.Contains(source, "\f") {
		return source
	}
	var pages [][]string
	for page := range strings.SplitSeq(source, "\f") {
		pages = append(pages, strings.Split(page, "\n"))
	}
	return joinPages(withoutFurniture(pages))
}

// longestPasted is how many bytes a text may have that is read without a process
// of its own: what its lines are is found in milliseconds.
const longestPasted = 64 << 10

// Pasted gives the document of a text that somebody typed or pasted, as [Read] does
// of a plain text.
func Pasted(text string) (Document, error) {
	if len(text) > longestPasted {
		return Read("pasted.txt", []byte(text))
	}
	if err := check("pasted.txt", []byte(text)); err != nil {
		return Document{}, err
	}
	d, err := parse(".txt", []byte(text))
	if err != nil {
		return Document{}, err
	}
	d.SHA256 = sumOf([]byte(text))
	return d, nil
}

var (
	strong = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)
	tagged = regexp.MustCompile(`</?(?:u|b|i|em|strong)>`)
)

// unmarked takes the marks off that stand around words in plain text that was made
// of something else: they are no words, and a quote of the words would lack them.
func unmarked(source string) string {
	return tagged.ReplaceAllString(strong.ReplaceAllString(source, "$1"), "")
}
