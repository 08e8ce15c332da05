// Package wire has what other programs read: the JSON of answers, quotations and
// articles, whose fields are fixed.
//
// It must never decide or look anything up: it writes what it is given. The commands
// print it.
package wire

import "verbatim/kb/verify"

// An Article is what article --json prints; its fields are fixed.
type Article struct {
	File       string  `json:"file"`
	Quotations []Claim `json:"quotations"`
}

// A Claim is a quotation of an article. It has the fields of quote --json too. Speaker is the party where no person
// is on record.
type Claim struct {
	At          int    `json:"at"`
	SaidBy      string `json:"said_by"`
	Named       string `json:"named,omitempty"`
	Attribution string `json:"attribution"`
	Quoted
}

// ArticleOf gives what is written of the quotations of an article.
func ArticleOf(name string, claims []verify.Claim) Article {
	j := Article{File: name, Quotations: []Claim{}}
	for _, c := range claims {
		one := Claim{
			At: c.Start, SaidBy: c.SaidBy, Named: c.Named, Attribution: string(c.Attribution),
			Quoted: QuotedOf(c.Text, c.Found, c.Err),
		}
		one.Speaker = c.Found.Sayer()
		j.Quotations = append(j.Quotations, one)
	}
	return j
}
