package reply

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

// Verdict is what was found out about a quotation as blocks: the verdict,
// the true words, what was changed, whose words they are and where they stand.
func Verdict(l catalog.Language, found verify.Quoted) []Block {
	blocks := []Block{verdictOf(l, found)}
	if found.Verdict == quote.NotFound {
		return append(append(blocks, nearest(l, found)...), Searched(l, found.Searched))
	}
	blocks = append(blocks, trueWords(l, found))
	blocks = append(blocks, differences(l, found)...)
	blocks = append(blocks, elsewhere(l, found)...)
	if small := document(l, found.Statement); small.Shown != "" {
		blocks = append(blocks, small)
	}
	return blocks
}

// NumberedVerdict is the same, shorter, for one of several quotations.
func NumberedVerdict(l catalog.Language, number int, text string, found verify.Quoted) []Block {
	blocks := []Block{Numbered(number, verdictOf(l, found))}
	if found.Verdict == quote.NotFound {
		return append(append(blocks, Block{QuoteBlock(Harmless(text)), text}), nearest(l, found)...)
	}
	return append(append(blocks, trueWords(l, found)), differences(l, found)...)
}

// Numbered is a block with a number before it.
func Numbered(number int, b Block) Block {
	n := strconv.Itoa(number)
	return Block{"**" + n + "** · " + b.Shown, n + ": " + b.Words}
}

// verdictOf is the verdict in a plain sentence.
func verdictOf(l catalog.Language, found verify.Quoted) Block {
	switch {
	case found.Partly:
		return judgement("⚠️", l.Say("verdict.partly"), l.Say("verdict.partly-why"))
	case found.Verdict == quote.Verbatim:
		return judgement("✅", l.Say("verdict.verbatim"), l.Join(l.Say("verdict.verbatim-why"), wording.Aside(l, found.Result)))
	case found.Verdict == quote.Typographic:
		return judgement("✅", l.Say("verdict.typographic"), l.Join(wording.Differs(l, found.Result), wording.Aside(l, found.Result)))
	case found.Verdict == quote.Edited:
		return judgement("✏️", l.Say("verdict.edited"), wording.Why(l, found.Result))
	case found.Verdict == quote.Spliced:
		return judgement("✂️", l.Say("verdict.spliced"), l.Say("verdict.spliced-why"))
	case found.Verdict == quote.Altered:
		return judgement("❌", l.Say("verdict.altered"), l.Join(l.Say("verdict.altered-why"), wording.Why(l, found.Result)))
	}
	return notFound(l, found)
}

func judgement(sign, word, sentence string) Block {
	return Block{sign + " **" + word + "** " + Plain(sentence), word + " " + sentence}
}

// notFound says more where all that was searched is held whole, and never that there
// is nothing like it above something that is.
func notFound(l catalog.Language, found verify.Quoted) Block {
	say := func(sign, word, nothing, near string) Block {
		if found.Near != nil {
			nothing = near
		}
		return judgement(sign, l.Say(word), l.Say(nothing))
	}
	if quoted, held, other := found.Translated(); other {
		return judgement("🌐", l.Say("verdict.translated"),
			l.Say("verdict.translated-why", "Quoted", l.Named(quoted), "Held", l.Named(held)))
	}
	switch searched := found.Searched; {
	case len(searched) == 0 || slices.ContainsFunc(searched, func(s verify.Searched) bool { return !s.Whole }):
		return say("❔", "verdict.not-found", "verdict.not-found-nothing", "verdict.not-found-near")
	case len(searched) == 1:
		return say("❌", "verdict.not-in-text", "verdict.not-in-text-nothing", "verdict.not-in-text-near")
	}
	return say("❌", "verdict.not-in-texts", "verdict.not-in-texts-nothing", "verdict.not-in-texts-near")
}

// trueWords are the words of the source, or of a splice its pieces, with whose
// they are and where they stand.
func trueWords(l catalog.Language, found verify.Quoted) Block {
	words := found.Found
	if found.Verdict == quote.Spliced {
		var pieces []string
		for _, piece := range found.Pieces {
			pieces = append(pieces, piece.Found)
		}
		words = strings.Join(pieces, " […] ")
	}
	b := Block{QuoteBlock(words), words}
	if found.Verdict == quote.Altered && !found.Partly {
		b = Join(Ours(l.Say("verdict.true-words")), b)
	}
	return Join(b, whose(l, found))
}

// whose says whose words they are and where they stand.
func whose(l catalog.Language, found verify.Quoted) Block {
	c := kb.Cited{Citation: kb.Citation{Quote: found.Found, Locator: found.Locator}, Source: found.From}
	c.Source.Text = found.Context // so that the link knows what stands beside the words
	if address := verify.Link(c); address != "" {
		c.Source.URL = address
	}
	if found.Paragraph > 0 {
		c.Locator = paragraph(l, found.Paragraph)
	}
	shown, words := speakers(l, found)
	rests := restsOn(l, found)
	return Block{
		Shown: "— " + shown + " · " + Source(l, c) + " · " + rests,
		Words: "— " + words + "; " + SourceWords(l, c) + "; " + rests,
	}
}

// speakers are who a fact says that the words are of, or who issued the
// statement that they stand in.
func speakers(l catalog.Language, found verify.Quoted) (shown, words string) {
	a := kb.Answer{Party: found.Party, Speaker: found.Speaker, Statement: found.Statement}
	switch {
	case found.Fact != "":
		return who(l, a), whoWords(l, a)
	case found.Turn.Put:
		return "❗ " + l.Say("verdict.put"), l.Say("verdict.put")
	case found.Turn.Label != "":
		return l.Say("verdict.turn", "Who", "**"+OneLine(found.Turn.Label)+"**"), l.Say("verdict.turn", "Who", found.Turn.Label)
	case found.From.Kind == kb.KindStatement && len(found.Statement.Parties) > 0:
		parties := l.List(found.Statement.Parties...)
		return l.Say("verdict.issued-by", "Parties", "**"+OneLine(parties)+"**"), l.Say("verdict.issued-by", "Parties", parties)
	}
	return l.Say("verdict.nobody"), l.Say("verdict.nobody")
}

// Sayer names who said the words of a result, as [verify.Quoted.Sayer] does, in the
// language of the reply.
func Sayer(l catalog.Language, found verify.Quoted) string {
	switch {
	case found.Speaker == "" && found.Turn.Put:
		return l.Say("verdict.asker")
	case found.Speaker != "":
		return found.Speaker
	case found.Party != "":
		return partyOf(l, kb.Answer{Party: found.Party})
	case len(found.SaidBy) > 0:
		return l.List(found.Statement.Parties...)
	}
	return ""
}

// restsOn says what a verdict rests on.
func restsOn(l catalog.Language, found verify.Quoted) string {
	switch {
	case found.Whole:
		return l.Say("verdict.whole")
	case found.Verified:
		return l.Say("verdict.only-quote")
	}
	return "⚠️ " + l.Say("verdict.only-quote-unchecked")
}

// searchedMost is how many statements are named that were searched.
const searchedMost = 10

// Searched says where a quotation was looked for, a line a statement.
func Searched(l catalog.Language, all []verify.Searched) Block {
	if len(all) == 0 {
		return Ours(l.Say("verdict.nothing-searched"))
	}
	b, left := Ours(l.Say("verdict.searched")), 0
	for n := 0; len(all) > 0; n++ {
		same := 1
		for same < len(all) && all[same].Statement == all[0].Statement {
			same++
		}
		if n < searchedMost {
			line := held(l, all[:same])
			b.Shown += "\n- " + OneLine(all[0].Title) + ": " + Plain(line)
			b.Words += "\n- " + all[0].Title + ": " + line
		} else {
			left++
		}
		all = all[same:]
	}
	if left > 0 {
		b = Join(b, Ours("- "+l.Say("verdict.searched-more", catalog.Count, left)))
	}
	return b
}

// held says what is held of the sources of one statement.
func held(l catalog.Language, sources []verify.Searched) string {
	var parts []string
	quotes, of := 0, 0
	for _, s := range sources {
		if s.Whole {
			parts = append(parts, l.Say("verdict.searched-whole", "Source", SourceName(l, s.Source)))
			continue
		}
		quotes, of = quotes+s.Quotes, of+1
	}
	if of > 0 {
		parts = append(parts, l.Say("verdict.searched-quotes",
			"Quotes", l.Say("verdict.quotes", catalog.Count, quotes), "Sources", l.Say("verdict.sources", catalog.Count, of)))
	}
	return strings.Join(parts, "; ")
}
