package plain

import (
	"regexp"
	"strings"
)

// Read reads plain text. Lines that are wrapped are put together again.
func Read(content []byte) (Document, error) {
	source, encoding, err := Decode(content)
	if err != nil {
		return Document{}, err
	}
	d := Document{Encoding: encoding}
	d.Lines(withoutRunningHeads(unmarked(source)))
	d.SayDateline()
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

var (
	strong = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)
	tagged = regexp.MustCompile(`</?(?:u|b|i|em|strong)>`)
)

// unmarked takes the marks off that stand around words in plain text that was made
// of something else: they are no words, and a quote of the words would lack them.
func unmarked(source string) string {
	return tagged.ReplaceAllString(strong.ReplaceAllString(source, "$1"), "")
}
