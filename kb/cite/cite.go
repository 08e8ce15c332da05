// Package cite writes citations as Chicago, APA and MLA want them, and links
// that lead a browser to the very words. It is pure: what is known of a work in,
// text out. Words of titles and names are never changed, their letter case
// neither, though some styles would have it: a title is as its publisher gives
// it.
package cite

import (
	"strings"
	"time"
)

// A Work is what is known of where something can be read. All but Title may be
// empty.
type Work struct {
	Authors   []string // who issued it; none for what is somebody's report
	Title     string
	Publisher string // the site or paper that it stands in
	Published string // YYYY-MM-DD, YYYY-MM or YYYY
	URL       string
	Speaker   string // whose words are cited, where that is not the author
	Paragraph int    // where they stand, from 1; 0 if unknown
}

// A Citation is a work in one style.
type Citation struct {
	Note  string // beside the words: the note of Chicago, in brackets in APA and MLA
	Entry string // in the bibliography, reference list or works cited
}

// Italic marks what a style sets in italics, such as "*" on both sides for
// Discord. Nil leaves it as it is.
type Italic func(string) string

func (i Italic) of(s string) string {
	if i == nil || s == "" {
		return s
	}
	return i(s)
}

// Chicago cites by notes and bibliography, a web page as in The Chicago Manual
// of Style, 17th edition, 14.207 (the 18th has the same form).
func Chicago(w Work, italic Italic) Citation {
	rest, mark := commas(italic.of(w.Publisher), american(w.Published), w.URL), ","
	if rest == "" {
		mark = "."
	}
	note := commas(series(w.Authors, "and"), quoted(w.Title, mark), rest)
	if w.Speaker != "" {
		note = w.Speaker + ", quoted in " + note
	}
	entry := sentences(series(w.Authors, "and"), quoted(w.Title, "."), italic.of(w.Publisher), american(w.Published), w.URL)
	if len(w.Authors) == 0 { // then the owner of the site stands first
		entry = sentences(w.Publisher, quoted(w.Title, "."), american(w.Published), w.URL)
	}
	return Citation{Note: closed(note), Entry: entry}
}

// APA cites a web page as in the Publication Manual of the American
// Psychological Association, 7th edition, 10.16; words that somebody else is
// reported to have said as in 8.6. Paragraphs are counted (8.28).
func APA(w Work, italic Italic) Citation {
	author, site := series(w.Authors, "&"), w.Publisher
	if author == "" {
		author, site = w.Publisher, ""
	}
	title := italic.of(w.Title)
	if author == "" { // then the title stands first
		author, title = title, ""
	}
	date := "n.d."
	if t, layout := parsed(w.Published); layout != "" {
		date = t.Format(map[string]string{time.DateOnly: "2006, January 2", "2006-01": "2006, January", "2006": "2006"}[layout])
	}
	entry := strings.TrimSuffix(closed(author), " ") + " (" + date + ")."
	if rest := sentences(title, site); rest != "" {
		entry += " " + rest
	}
	if w.URL != "" {
		entry += " " + w.URL
	}
	by := author
	if by == italic.of(w.Title) {
		by = quoted(w.Title, ",")
	}
	if w.Speaker != "" {
		by = w.Speaker + ", as cited in " + by
	}
	year, _, _ := strings.Cut(date, ",")
	paragraph := ""
	if w.Paragraph > 0 {
		paragraph = "para. " + decimal(w.Paragraph)
	}
	return Citation{Note: "(" + commas(by, year, paragraph) + ")", Entry: entry}
}

// MLA cites a web page as in the MLA Handbook, 9th edition, 5.3 to 5.96; words
// at second hand as in 6.77. Paragraphs that the work does not number itself
// are not given (6.26).
func MLA(w Work, italic Italic) Citation {
	authors := series(w.Authors, "and")
	entry := sentences(authors, quoted(w.Title, "."), commas(italic.of(w.Publisher), british(w.Published), w.URL))
	note := authors
	if note == "" {
		note = quoted(shortened(w.Title), "")
	}
	if w.Speaker != "" {
		note = w.Speaker + ", qtd. in " + note
	}
	return Citation{Note: "(" + note + ")", Entry: entry}
}

// titleWords is how many words of a title stand for it beside a quotation.
const titleWords = 4

func shortened(title string) string {
	words := strings.Fields(title)
	return strings.TrimRight(strings.Join(words[:min(len(words), titleWords)], " "), ",:;")
}
