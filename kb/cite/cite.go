// Package cite writes citations as Chicago, APA and MLA want them, and as BibTeX,
// CSL-JSON and RIS for programs, and links that lead a browser to the very words.
// It is pure: what is known of a work in, text out. Words of titles and names are
// never changed, their letter case neither, though some styles would have it: a
// title is as its publisher gives it. A title that only describes what has none
// stands in square brackets.
package cite

import (
	"strings"
	"time"
)

// A Work is what is known of where something can be read. All but Title may be
// empty.
type Work struct {
	ID        string   // what programs name it by; made of the others if empty
	Authors   []string // who issued it, as they are called; none for what is somebody's report
	Title     string
	Publisher string // the site or paper that it stands in
	Published string // YYYY-MM-DD, YYYY-MM or YYYY
	Accessed  string // when it was read, in the same forms
	URL       string
	Language  string // BCP 47
	Speaker   string // whose words are cited, where that is not the author
	Paragraph int    // where they stand, from 1; 0 if unknown

	described bool // Title is what was left of a description
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
// of Style, 17th edition, 14.207 (the 18th has the same form); several authors as
// in 14.76; when it was read as in 14.12.
func Chicago(w Work, italic Italic) Citation {
	w = w.clean()
	rest := commas(italic.of(w.Publisher), american(w.Published), before("accessed ", american(w.Accessed)), w.URL)
	mark := ","
	if rest == "" {
		mark = "."
	}
	note := commas(w.by(3, "and", " et al."), w.titled(mark), rest)
	if w.Speaker != "" {
		note = w.Speaker + ", quoted in " + note
	}
	accessed := before("Accessed ", american(w.Accessed))
	entry := sentences(w.by(10, "and", " et al."), w.titled("."), commas(italic.of(w.Publisher), american(w.Published)), accessed, w.URL)
	if len(w.Authors) == 0 { // then the owner of the site stands first
		entry = sentences(w.Publisher, w.titled("."), american(w.Published), accessed, w.URL)
	}
	return Citation{Note: closed(note), Entry: entry}
}

// APA cites a web page as in the Publication Manual of the American
// Psychological Association, 7th edition, 10.16; words that somebody else is
// reported to have said as in 8.6; several authors as in 8.17 and 9.8; a
// description as in 9.22; when it was read as in 9.16. Paragraphs are counted
// (8.28).
func APA(w Work, italic Italic) Citation {
	w = w.clean()
	author, short, site := w.by(20, "&", ""), w.by(2, "&", " et al."), w.Publisher
	if author == "" || author == site {
		author, short, site = w.Publisher, w.Publisher, ""
	}
	title := italic.of(w.Title)
	if w.isDescribed() {
		title = bracketed(w.Title)
	}
	if author == "" { // then the title stands first
		author, title = title, ""
		short = w.titled(",")
	}
	date := "n.d."
	if t, layout := parsed(w.Published); layout != "" {
		date = t.Format(map[string]string{time.DateOnly: "2006, January 2", "2006-01": "2006, January", "2006": "2006"}[layout])
	}
	entry := closed(author) + " (" + date + ")."
	if rest := sentences(title, site); rest != "" {
		entry += " " + rest
	}
	if w.URL != "" {
		entry += " " + before("Retrieved ", after(american(w.Accessed), ", from ")) + w.URL
	}
	if w.Speaker != "" {
		short = w.Speaker + ", as cited in " + short
	}
	year, _, _ := strings.Cut(date, ",")
	paragraph := ""
	if w.Paragraph > 0 {
		paragraph = "para. " + decimal(w.Paragraph)
	}
	return Citation{Note: "(" + commas(short, year, paragraph) + ")", Entry: entry}
}

// MLA cites a web page as in the MLA Handbook, 9th edition, 5.3 to 5.96; several
// authors as in 5.7 and 5.8; words at second hand as in 6.77. Paragraphs that the
// work does not number itself are not given (6.26).
func MLA(w Work, italic Italic) Citation {
	w = w.clean()
	entry := sentences(
		w.by(2, "and", ", et al."), w.titled("."),
		commas(italic.of(w.Publisher), british(w.Published), w.URL), before("Accessed ", british(w.Accessed)),
	)
	note := w.by(2, "and", " et al.")
	if note == "" {
		short := w
		short.Title, short.described = shortened(w.Title), w.isDescribed()
		note = short.titled("")
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
