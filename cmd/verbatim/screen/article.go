package screen

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"

	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
	"verbatim/kb/wording"
)

// The colours of verdicts.
const (
	green = "32"
	red   = "31"
)

// verdictStyles are how verdicts are marked.
var verdictStyles = map[quote.Verdict]string{
	quote.Verbatim: green, quote.Typographic: green, quote.Edited: caveat, quote.Spliced: caveat,
	quote.Altered: red, quote.NotFound: red,
}

// The columns of the table of an article, but for the quotation, which has the rest.
const (
	verdictWide     = 11
	attributionWide = 11
	saidByWide      = 20
	quotationWide   = 60 // where lines are not broken
	quotationLeast  = 12
)

// Article lays out what was found out about the quotations of an article: a table of
// all, and what is wrong with each that is not right.
func (s Screen) Article(claims []verify.Claim) string {
	p := &page{Screen: s}
	if len(claims) == 0 {
		p.put("", plain, summary(claims))
		return p.String()
	}
	p.row(bold, "", "verdict", "attribution", "said by", "quotation")
	for i, c := range claims {
		p.row(verdictStyles[c.Found.Verdict], fmt.Sprint(i+1), string(c.Found.Verdict), string(c.Attribution), c.SaidBy, c.Text)
	}
	p.gap()
	p.put("", bold, summary(claims))
	p.gap()
	for i, c := range claims {
		if !c.True() || c.Attribution == verify.Wrong {
			p.claim(i+1, c)
		}
	}
	return p.String()
}

// row is one line of the table.
func (p *page) row(style, number, verdict, attribution, saidBy, words string) {
	room := quotationWide
	if p.width > 0 {
		room = max(quotationLeast, p.width-4-verdictWide-attributionWide-saidByWide-6)
	}
	line := fmt.Sprintf("%3s  ", number) + p.in(style, cell(verdict, verdictWide)) + "  " + cell(attribution, attributionWide) + "  " +
		cell(saidBy, saidByWide) + "  " + strings.TrimRight(cell(words, room), " ")
	p.WriteString(line + "\n")
}

// cell is a text in so many columns, cut or filled up. What is written from right to
// left is kept apart from its neighbours.
func cell(s string, width int) string {
	s = Harmless(OneLine(s))
	if uniseg.StringWidth(s) > width {
		s, _, _ = cutAt(s, width-1)
		s += "…"
	}
	fill := strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
	if hasRightToLeft(s) {
		s = isolateBegins + s + isolateEnds
	}
	return s + fill
}

// summary counts what was found out.
func summary(claims []verify.Claim) string {
	if len(claims) == 0 {
		return "There are no quotations in this article."
	}
	right, wrong := 0, 0
	for _, c := range claims {
		if c.True() {
			right++
		}
		if c.Attribution == verify.Wrong {
			wrong++
		}
	}
	text := fmt.Sprintf("%s, %d word for word or but for typography", Count(len(claims), "quotation", "quotations"), right)
	if wrong > 0 {
		text += fmt.Sprintf("; %d said by somebody else than the article has it", wrong)
	}
	return text + "."
}

// claim says what is wrong with one quotation.
func (p *page) claim(number int, c verify.Claim) {
	p.put("", bold, fmt.Sprintf("%d  %s", number, finding(c)))
	p.put("┃ ", plain, "“"+c.Text+"”")
	r := c.Found
	if r.Near != nil {
		p.put("", plain, "The nearest to it:")
		p.put("┃ ", plain, "“"+r.Near.Found+"”")
		p.put("  ", dim, place(*r.Near))
	}
	if r.Verdict == quote.NotFound {
		p.gap()
		return
	}
	if !r.Verdict.True() {
		p.put("", dim, "Compared with it ([-dropped-] {+added+}):")
		p.difference("┃ ", r.Diff)
	}
	p.standing(r)
}

// finding says in sentences what was found out about a quotation.
func finding(c verify.Claim) string {
	if c.Err != nil {
		return "Not checked: " + c.Err.Error() + "."
	}
	var says []string
	switch r := c.Found; {
	case r.Verdict == quote.NotFound:
		says = append(says, notFound(r))
	case r.Partly:
		says = append(says, partly)
	case r.Verdict == quote.Altered:
		says = append(says, verdicts[r.Verdict], wording.Why(catalog.English, r.Result))
	case r.Verdict == quote.Typographic:
		says = append(says, "The same words.", wording.Differs(catalog.English, r.Result))
	case r.Verdict == quote.Edited:
		says = append(says, wording.Why(catalog.English, r.Result))
	default:
		says = append(says, verdicts[r.Verdict])
		if aside := wording.Aside(catalog.English, r.Result); aside != "" {
			says = append(says, aside)
		}
	}
	if c.Attribution == verify.Wrong {
		says = append(says, "Wrong attribution: the article has it from "+c.SaidBy+", the source from "+c.Found.Sayer()+".")
	}
	return strings.Join(says, " ")
}
