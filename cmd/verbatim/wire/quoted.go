package wire

import (
	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
	"verbatim/kb/wording"
)

// A Quoted is the line that quote --json prints; its fields up to diff are
// fixed.
type Quoted struct {
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
	Places     []Place        `json:"places,omitempty"`
	Elsewhere  []Place        `json:"elsewhere,omitempty"`
	Nearest    *Nearest       `json:"nearest,omitempty"`
	Language   string         `json:"language,omitempty"` // of what may be a translation of the nearest
	Paragraph  int            `json:"paragraph,omitempty"`
	Start      int            `json:"start"`
	Whole      bool           `json:"whole_text"`
	Verified   bool           `json:"verified"`
	Party      string         `json:"party"`
	Fact       string         `json:"fact"`
	Put        bool           `json:"question_put,omitempty"` // the text has it as a question, put to whoever speaks
	Publisher  string         `json:"publisher"`
	URL        string         `json:"url"`
	Searched   []Searched     `json:"searched,omitempty"`
	Error      string         `json:"error,omitempty"`
}

// A Searched is a text in which a quotation was looked for.
type Searched struct {
	Statement string `json:"statement"`
	Source    string `json:"source"`
	Whole     bool   `json:"whole_text"`
	Quotes    int    `json:"quotes"`
}

// A Place is one of several places where the same words stand.
type Place struct {
	Statement string `json:"statement"`
	Source    string `json:"source"`
	Start     int    `json:"start"`
	Paragraph int    `json:"paragraph,omitempty"`
	Verdict   string `json:"verdict"`
}

// A Nearest is what stands nearest to a quotation that was not found.
type Nearest struct {
	Source    string `json:"source"`
	Statement string `json:"statement"`
	Text      string `json:"text"`
}

// QuotedOf gives what is written of what was found out; of what could not be checked,
// nothing was found.
func QuotedOf(text string, r verify.Quoted, err error) Quoted {
	j := Quoted{
		Text: text, Verdict: string(r.Verdict), Similarity: r.Similarity, Source: r.Source, Statement: r.Statement.ID,
		Found: r.Found, Speaker: r.Speaker, Context: r.Context, Diff: r.Diff, Differ: r.Differ,
		Paragraph: r.Paragraph, Start: r.Start, Whole: r.Whole, Verified: r.Verified, Party: r.Party, Fact: r.Fact, Put: r.Turn.Put, Language: r.Language,
		Publisher: r.From.Publisher, URL: r.From.URL, Changes: r.Changes, Common: r.Common, Negated: r.Negated,
	}
	if j.Diff == nil {
		j.Diff = []quote.Op{}
	}
	for _, s := range r.Searched {
		j.Searched = append(j.Searched, Searched{s.Statement, s.Source.ID, s.Whole, s.Quotes})
	}
	if len(r.Stands) > 1 {
		j.Places = placesOf(r.Stands)
	}
	j.Elsewhere = placesOf(r.Elsewhere)
	if r.Near != nil {
		j.Nearest = &Nearest{r.Near.Source, r.Near.Statement.ID, r.Near.Found}
	}
	if err != nil {
		j.Verdict, j.Error = string(quote.NotFound), err.Error()
	} else {
		j.Why = wording.Why(catalog.English, r.Result)
	}
	return j
}

func placesOf(all []verify.Standing) (places []Place) {
	for _, s := range all {
		places = append(places, Place{s.Statement.ID, s.Source, s.Start, s.Paragraph, string(s.Verdict)})
	}
	return places
}
