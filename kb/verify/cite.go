package verify

import (
	"strconv"
	"strings"

	"verbatim/kb"
	"verbatim/kb/cite"
)

// Work is a cited source as the styles of citation take it. The authors of the
// statement itself are its parties; of a readout or a report, nobody is named,
// and the speaker is quoted in it.
func Work(c kb.Cited, s kb.Statement, speaker string) cite.Work {
	w := cite.Work{
		ID: c.Source.ID, Language: c.Source.Language, Title: c.Source.Title, Publisher: c.Source.Publisher, Published: c.Source.Published, URL: c.Source.URL,
		Speaker: speaker, Paragraph: paragraphIn(c.Locator),
	}
	if c.Source.Kind == kb.KindStatement {
		w.Authors = s.Parties
	}
	return w
}

// paragraphIn reads the number of a locator such as "paragraph 9"; 0 if it says
// something else.
func paragraphIn(locator string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(locator, "paragraph "))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// Link is a link to the words of a citation on their page, by a text fragment;
// empty where the source is no web page.
func Link(c kb.Cited) string {
	before, after := "", ""
	if at := kb.PlaceOf(c.Citation, c.Source.Text); at > 0 {
		before, after = around(c.Source.Text, at, at+len(c.Quote))
	}
	return cite.Link(c.Source.URL, c.Quote, before, after)
}

// around gives what stands before and after a stretch of a text, in the same
// lines.
func around(text string, start, end int) (before, after string) {
	before = text[strings.LastIndexByte(text[:start], '\n')+1 : start]
	after, _, _ = strings.Cut(text[end:], "\n")
	return before, after
}
