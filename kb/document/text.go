package document

import "strings"

// readText reads plain text. Lines that are wrapped are put together again.
func readText(content []byte) (Document, error) {
	source, encoding, err := decoded(content)
	if err != nil {
		return Document{}, err
	}
	d := Document{Encoding: encoding}
	d.lines(withoutRunningHeads(source))
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
