package screen

import (
	"slices"
	"strconv"
	"strings"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
	"verbatim/kb/wording"
)

// verdicts says each verdict in one sentence.
var verdicts = map[quote.Verdict]string{
	quote.Verbatim:    "Word for word: it stands there exactly so.",
	quote.Typographic: "The same words: only typography differs.",
	quote.Edited:      "Edited: the same words, but for what the editor marked.",
	quote.Altered:     "Altered: these are not the words.",
	quote.Spliced:     "Spliced: words were left out at the ellipsis; the pieces stand there in this order.",
	quote.NotFound:    "Not found: nothing like it stands in what I hold.",
}

// partly is said instead of altered when nothing that is held was changed.
const partly = "Partly checked: only some of these words are held, and they stand as quoted. Whether the others do cannot be said."

// Quoted lays out what was found out about a quotation: the verdict, the true
// words, what was changed, and whose words they are and where they stand.
func (s Screen) Quoted(r verify.Quoted, err error) string {
	p := &page{Screen: s}
	switch {
	case err != nil:
		p.put("", bold, "Not checked: "+err.Error()+".")
	case r.Verdict == quote.NotFound:
		p.put("", bold, notFound(r))
		p.aside(r)
		p.others("The words are real, but from another statement:", r.Elsewhere)
		p.nearest(r.Near)
		p.searched(r.Searched)
	default:
		p.verdict(r)
	}
	return p.String()
}

func (p *page) verdict(r verify.Quoted) {
	sentence := verdicts[r.Verdict]
	if r.Partly {
		sentence = partly
	}
	p.put("", bold, sentence)
	switch r.Verdict {
	case quote.Verbatim, quote.Spliced:
		p.aside(r)
	default:
		if !r.Partly {
			p.put("", plain, wording.Why(catalog.English, r.Result))
		}
	}
	p.gap()
	p.put("┃ ", plain, "“"+trueWords(r)+"”")
	if !r.Verdict.True() {
		p.gap()
		p.put("", dim, "Compared with it ([-dropped-] {+added+}):")
		p.difference("┃ ", r.Diff)
	}
	p.gap()
	p.put("", plain, whose(r))
	p.standing(r)
	p.statement(r.Statement)
	p.elsewhere(r.Stands)
	p.others("The very words stand in another statement:", r.Elsewhere)
}

// aside puts what else is to be known of the words, if there is something.
func (p *page) aside(r verify.Quoted) {
	if aside := wording.Aside(catalog.English, r.Result); aside != "" {
		p.put("", plain, aside)
	}
}

// notFound says more where all that was searched is held whole, and never that there
// is nothing like it above something that is.
func notFound(r verify.Quoted) string {
	quoted, nearest, other := r.Translated()
	switch {
	case other:
		l := catalog.English
		return l.Join(l.Say("verdict.translated"), l.Say("verdict.translated-why", "Quoted", l.Named(quoted), "Held", l.Named(nearest)))
	case len(r.Elsewhere) > 0:
		return "Not in this statement: these words stand nowhere in it."
	case len(r.Searched) == 0 || slices.ContainsFunc(r.Searched, func(s verify.Searched) bool { return !s.Whole }):
		if r.Near != nil {
			return "Not found: these words stand nowhere in what I hold."
		}
		return verdicts[quote.NotFound]
	case len(r.Searched) == 1 && r.Near != nil:
		return "Not in the text: the whole text is here, and does not have these words."
	case len(r.Searched) == 1:
		return "Not in the text: the whole text is here, and has nothing like it."
	case r.Near != nil:
		return "Not in the texts: all of them are here whole, and do not have these words."
	}
	return "Not in the texts: all of them are here whole, and have nothing like it."
}

// nearest shows what stands nearest to a quotation that was not found.
func (p *page) nearest(near *verify.Standing) {
	if near == nil {
		return
	}
	p.gap()
	p.put("", plain, "The nearest to it:")
	p.put("┃ ", plain, "“"+near.Found+"”")
	p.put("  ", plain, place(*near))
}

// elsewhere names the other places where the same words stand.
func (p *page) elsewhere(all []verify.Standing) {
	if len(all) < 2 {
		return
	}
	p.others("The same words stand here too:", all[1:])
}

func (p *page) others(above string, all []verify.Standing) {
	if len(all) == 0 {
		return
	}
	p.gap()
	p.put("", plain, above)
	for _, s := range all {
		p.hang("  - ", "    ", plain, s.Statement.Title+": "+place(s))
	}
}

// place says where words stand.
func place(s verify.Standing) string {
	paragraph := ""
	if s.Paragraph > 0 {
		paragraph = "paragraph " + strconv.Itoa(s.Paragraph)
	}
	return catalog.English.Clauses(s.From.Publisher, catalog.English.Date(s.From.Published), paragraph)
}

// trueWords are the words of the source; of pieces, each piece.
func trueWords(r verify.Quoted) string {
	if r.Verdict != quote.Spliced {
		return r.Found
	}
	var found []string
	for _, piece := range r.Pieces {
		found = append(found, piece.Found)
	}
	return strings.Join(found, " […] ")
}

// whose says whose words they are, as far as a fact tells.
func whose(r verify.Quoted) string {
	switch {
	case r.Turn.Put:
		return "It is a question that was put by the press, not the words of whoever was asked."
	case r.Turn.Label != "":
		return "Said by " + r.Turn.Label + ", as the text has it."
	case r.Fact == "":
		return "Who said it is not recorded: no fact cites these words."
	}
	return catalog.English.Say("terminal.said", "Who", wording.SaidBy(catalog.English, kb.Fact{Speaker: r.Speaker, Party: r.Party}))
}

// standing says where the words can be read, and what that rests on.
func (p *page) standing(r verify.Quoted) {
	const lead = "  "
	paragraph := r.Locator
	if r.Whole {
		paragraph = "paragraph " + strconv.Itoa(r.Paragraph)
	}
	p.put(lead, plain, catalog.English.Clauses(r.From.Publisher, catalog.English.Date(r.From.Published), paragraph))
	p.put(lead, dim, r.From.Title)
	p.link(lead, r.From.URL)
	switch {
	case r.Whole:
		p.put(lead, dim, "checked: the whole text is held")
	case r.Verified:
		p.put(lead, caveat, "only this quote of the text is held; it was checked against the text")
	default:
		p.put(lead, caveat, "only this quote of the text is held; it was not checked against the text")
	}
	p.gap()
}

// searched says where a quotation was looked for, a line a statement.
func (p *page) searched(all []verify.Searched) {
	if len(all) == 0 {
		p.put("", plain, "No text is held, and no quote of one.")
		return
	}
	p.gap()
	p.put("", plain, "Searched:")
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].Statement == all[0].Statement {
			n++
		}
		p.hang("  - ", "    ", plain, all[0].Title+": "+held(all[:n]))
		all = all[n:]
	}
}

// held says what is held of the sources of one statement.
func held(sources []verify.Searched) string {
	var whole []string
	quotes, of := 0, 0
	for _, s := range sources {
		if s.Whole {
			whole = append(whole, "the whole text ("+catalog.English.Clauses(s.Source.Publisher, catalog.English.Date(s.Source.Published))+")")
			continue
		}
		quotes, of = quotes+s.Quotes, of+1
	}
	if of > 0 {
		whole = append(whole, "only "+Count(quotes, "quote", "quotes")+" of "+Count(of, "source", "sources")+", not their texts")
	}
	return catalog.English.Clauses(whole...)
}
