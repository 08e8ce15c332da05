package screen

import (
	_ "embed"
	"html/template"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

//go:embed article.html
var articleHTML string

var articleTemplate = template.Must(template.New("article").Parse(articleHTML))

// A pageClaim is a quotation as the page of an article shows it.
type pageClaim struct {
	Number                       int
	Verdict, Attribution, SaidBy string
	Good                         bool // nothing is wrong with it
	Text, Finding, Sayer, Place  string
	Diff                         []quote.Op
	Found, Near, NearPlace, URL  string
}

// A stretch is a part of a paragraph: of a quotation, if Claim is set.
type stretch struct {
	Text  string
	Claim *pageClaim
	First bool // the beginning of the quotation, where its number goes
	Last  bool // its end, where the number goes
}

// ArticlePage is an article as a web page with its quotations marked and what was
// found out about each. It is one file, loads nothing and runs nothing; all that is
// of the article or of sources is escaped.
func ArticlePage(name, text string, claims []verify.Claim) string {
	all := make([]*pageClaim, len(claims))
	for i, c := range claims {
		all[i] = pageClaimOf(i+1, c)
	}
	var b strings.Builder
	_ = articleTemplate.Execute(&b, map[string]any{ // into memory, of fields that are there
		"Name": Harmless(OneLine(name)), "Summary": summary(claims), "Claims": all, "Paragraphs": marked(text, claims, all),
	})
	return b.String()
}

func pageClaimOf(number int, c verify.Claim) *pageClaim {
	r := c.Found
	one := &pageClaim{
		Number: number, Verdict: string(r.Verdict), Attribution: string(c.Attribution), SaidBy: Harmless(c.SaidBy),
		Good: c.True() && c.Attribution != verify.Wrong, Text: Harmless(c.Text), Finding: Harmless(finding(c)), Sayer: Harmless(r.Sayer()),
	}
	if r.Near != nil {
		one.Near, one.NearPlace = Harmless(r.Near.Found), Harmless(place(*r.Near))
	}
	if c.Err != nil || r.Verdict == quote.NotFound {
		return one
	}
	one.Found, one.URL = Harmless(trueWords(r)), linkTo(r)
	one.Place = Harmless(catalog.English.Clauses(r.Statement.Title, place(verify.Standing{Place: quote.Place{Paragraph: r.Paragraph}, From: r.From})))
	if !r.Verdict.True() {
		for _, op := range r.Diff {
			one.Diff = append(one.Diff, quote.Op{Op: op.Op, Text: Harmless(op.Text)})
		}
	}
	return one
}

// linkTo is the address of the words, or of the page where they stand.
func linkTo(r verify.Quoted) string {
	c := kb.Cited{Citation: kb.Citation{Quote: r.Found}, Source: r.From}
	c.Source.Text = r.Context // so that the link knows what stands beside the words
	if address := verify.Link(c); address != "" {
		return address
	}
	return r.From.URL
}

// marked cuts an article into paragraphs, and these into what is quoted and what is
// not.
func marked(text string, claims []verify.Claim, shown []*pageClaim) [][]stretch {
	var paragraphs [][]stretch
	for _, paragraph := range kb.Paragraphs(text) {
		at, end := paragraph.Start, paragraph.Start+len(paragraph.Text)
		var all []stretch
		for i, c := range claims {
			for j, part := range c.Parts {
				from, to := max(part.Start, at), min(part.End, end)
				if from >= to {
					continue
				}
				last := j == len(c.Parts)-1 && to == part.End
				all = append(all, stretch{Text: text[at:from]}, stretch{Text: text[from:to], Claim: shown[i], First: j == 0 && from == part.Start, Last: last})
				at = to
			}
		}
		all = append(all, stretch{Text: text[at:end]})
		for i := range all {
			all[i].Text = Harmless(all[i].Text)
		}
		paragraphs = append(paragraphs, slices.DeleteFunc(all, func(s stretch) bool { return s.Text == "" }))
	}
	return paragraphs
}
