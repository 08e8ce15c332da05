package main

import (
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// jsonQuoted is the line that quote --json prints; its fields up to diff are
// fixed.
type jsonQuoted struct {
	Text       string         `json:"text"`
	Verdict    string         `json:"verdict"`
	Similarity float64        `json:"similarity"`
	Source     string         `json:"source"`
	Statement  string         `json:"statement"`
	Found      string         `json:"found"`
	Speaker    string         `json:"speaker"`
	Context    string         `json:"context"`
	Diff       []quote.Op     `json:"diff"`
	Why        string         `json:"why"`
	Differ     []string       `json:"differ,omitempty"`
	Changes    []quote.Change `json:"changes,omitempty"`
	Common     bool           `json:"common,omitempty"`
	Negated    string         `json:"negated,omitempty"`
	Places     []jsonPlace    `json:"places,omitempty"`
	Elsewhere  []jsonPlace    `json:"elsewhere,omitempty"`
	Nearest    *jsonNearest   `json:"nearest,omitempty"`
	Paragraph  int            `json:"paragraph,omitempty"`
	Start      int            `json:"start"`
	Whole      bool           `json:"whole_text"`
	Verified   bool           `json:"verified"`
	Party      string         `json:"party"`
	Fact       string         `json:"fact"`
	Publisher  string         `json:"publisher"`
	URL        string         `json:"url"`
	Searched   []jsonSearched `json:"searched,omitempty"`
	Error      string         `json:"error,omitempty"`
}

type jsonSearched struct {
	Statement string `json:"statement"`
	Source    string `json:"source"`
	Whole     bool   `json:"whole_text"`
	Quotes    int    `json:"quotes"`
}

// jsonPlace is one of several places where the same words stand.
type jsonPlace struct {
	Statement string `json:"statement"`
	Source    string `json:"source"`
	Start     int    `json:"start"`
	Paragraph int    `json:"paragraph,omitempty"`
	Verdict   string `json:"verdict"`
}

// jsonNearest is what stands nearest to a quotation that was not found.
type jsonNearest struct {
	Source    string `json:"source"`
	Statement string `json:"statement"`
	Text      string `json:"text"`
}

// quoteJSON writes what was found out; of what could not be checked, nothing
// was found.
func quoteJSON(text string, r verify.Quoted, err error) jsonQuoted {
	j := jsonQuoted{
		Text: text, Verdict: string(r.Verdict), Similarity: r.Similarity, Source: r.Source, Statement: r.Statement.ID,
		Found: r.Found, Speaker: r.Speaker, Context: r.Context, Diff: r.Diff, Why: r.Why, Differ: r.Differ,
		Paragraph: r.Paragraph, Start: r.Start, Whole: r.Whole, Verified: r.Verified, Party: r.Party, Fact: r.Fact,
		Publisher: r.From.Publisher, URL: r.From.URL, Changes: r.Changes, Common: r.Common, Negated: r.Negated,
	}
	if j.Diff == nil {
		j.Diff = []quote.Op{}
	}
	for _, s := range r.Searched {
		j.Searched = append(j.Searched, jsonSearched{s.Statement, s.Source.ID, s.Whole, s.Quotes})
	}
	if len(r.Stands) > 1 {
		j.Places = placesJSON(r.Stands)
	}
	j.Elsewhere = placesJSON(r.Elsewhere)
	if r.Near != nil {
		j.Nearest = &jsonNearest{r.Near.Source, r.Near.Statement.ID, r.Near.Found}
	}
	if err != nil {
		j.Verdict, j.Error = string(quote.NotFound), err.Error()
	}
	return j
}

func placesJSON(all []verify.Standing) (places []jsonPlace) {
	for _, s := range all {
		places = append(places, jsonPlace{s.Statement.ID, s.Source, s.Start, s.Paragraph, string(s.Verdict)})
	}
	return places
}
