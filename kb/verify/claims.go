package verify

import (
	"context"
	"errors"

	"verbatim/kb/article"
	"verbatim/kb/quote"
)

// A Claim is a quotation of an article, with what was found out about it.
type Claim struct {
	article.Quotation
	Found       Quoted
	Err         error // why it could not be checked: [quote.ErrNoWords] or [quote.ErrTooLong]
	Attribution Attribution
}

// True reports whether the words of a claim are the source's.
func (c Claim) True() bool { return c.Err == nil && c.Found.Verdict.True() }

// Claims judges every quotation of an article, in its order, and whether the article
// names the one who said it. An error of judge other than those of a [Claim] ends it, and
// so does the end of ctx.
func Claims(ctx context.Context, text string, judge func(quotation string) (Quoted, error)) ([]Claim, error) {
	var all []Claim
	for _, q := range article.Quotations(text) {
		if err := ctx.Err(); err != nil {
			return all, err
		}
		found, err := judge(q.As)
		if err != nil && !errors.Is(err, quote.ErrNoWords) && !errors.Is(err, quote.ErrTooLong) {
			return all, err
		}
		c := Claim{Quotation: q, Found: found, Err: err}
		if err != nil {
			c.Found.Verdict = quote.NotFound
		}
		c.Attribution = c.Found.Attribute(q.SaidBy)
		all = append(all, c)
	}
	return all, nil
}

// Sayer is who said the words of a result: the speaker, or else the party or parties.
func (r Quoted) Sayer() string {
	switch {
	case r.Speaker == "" && r.Turn.Put:
		return asker
	case r.Speaker != "":
		return r.Speaker
	case r.Party != "":
		return r.Party
	case len(r.SaidBy) > 0:
		return joined(r.Statement.Parties)
	}
	return ""
}

func joined(names []string) string {
	all := ""
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			all += " and "
		default:
			all += ", "
		}
		all += n
	}
	return all
}
