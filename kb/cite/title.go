package cite

import (
	"regexp"
	"strings"
)

// description is how titles begin that describe a page whose headline is not
// known.
var description = regexp.MustCompile(`(?i)^(?:[\pL-]+ )?(?:report|account|repost|rendering|translation|summary|copy|text|page|post|video|recording)s? (?:on|of|about|by|from|with) |^the (?:joint )?(?:statement|text|report) in `)

// describes reports whether a title is rather a description, such as “Report on the
// joint statement”, in English. What was issued under such a title is none: a
// title of a work that has authors is theirs.
func describes(title string) bool {
	return isBracketed(title) || description.MatchString(title)
}

// isDescribed reports whether the title only describes.
func (w Work) isDescribed() bool {
	return w.described || isBracketed(w.Title) || len(w.Authors) == 0 && describes(w.Title)
}

func isBracketed(title string) bool {
	return strings.HasPrefix(title, "[") && strings.HasSuffix(title, "]")
}

// titled is the title as it stands in a text: a description in square brackets,
// anything else in quotation marks, with a mark before the closing one.
func (w Work) titled(mark string) string {
	if w.isDescribed() {
		return bracketed(w.Title)
	}
	return quoted(w.Title, mark)
}

func bracketed(title string) string {
	if title == "" || isBracketed(title) {
		return title
	}
	return "[" + title + "]"
}

// clean returns the work with each of its words on one line.
func (w Work) clean() Work {
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	authors := make([]string, 0, len(w.Authors))
	for _, a := range w.Authors {
		if a = line(a); a != "" {
			authors = append(authors, a)
		}
	}
	w.Authors, w.Title, w.Publisher, w.Speaker = authors, line(w.Title), line(w.Publisher), line(w.Speaker)
	w.URL, w.Language = strings.Join(strings.Fields(w.URL), "%20"), line(w.Language)
	return w
}
