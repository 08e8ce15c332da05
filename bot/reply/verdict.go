package reply

import (
	"slices"
	"strconv"
	"strings"

	"verbatim/kb"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

// Verdict is what was found out about a quotation as blocks: the verdict,
// the true words, what was changed, whose words they are and where they stand.
func Verdict(found verify.Quoted) []Block {
	blocks := []Block{verdictOf(found)}
	if found.Verdict == quote.NotFound {
		return append(append(blocks, nearest(found)...), Searched(found.Searched))
	}
	blocks = append(blocks, trueWords(found))
	blocks = append(blocks, differences(found)...)
	blocks = append(blocks, elsewhere(found)...)
	if small := document(found.Statement); small.Shown != "" {
		blocks = append(blocks, small)
	}
	return blocks
}

// NumberedVerdict is the same, shorter, for one of several quotations.
func NumberedVerdict(number int, text string, found verify.Quoted) []Block {
	blocks := []Block{Numbered(number, verdictOf(found))}
	if found.Verdict == quote.NotFound {
		return append(append(blocks, Block{QuoteBlock(Harmless(text)), text}), nearest(found)...)
	}
	return append(append(blocks, trueWords(found)), differences(found)...)
}

// Numbered is a block with a number before it.
func Numbered(number int, b Block) Block {
	n := strconv.Itoa(number)
	return Block{"**" + n + "** · " + b.Shown, n + ": " + b.Words}
}

// verdictOf is the verdict in a plain sentence.
func verdictOf(found verify.Quoted) Block {
	switch {
	case found.Partly:
		return judgement("⚠️", "Partly checked.", "Only some of these words are held, and they stand as quoted. Whether the others do cannot be said.")
	case found.Verdict == quote.Verbatim:
		return judgement("✅", "Word for word.", sentences("It stands there exactly so.", found.Aside()))
	case found.Verdict == quote.Typographic:
		return judgement("✅", "The same words.", sentences(found.Differs(), found.Aside()))
	case found.Verdict == quote.Edited:
		return judgement("✏️", "Edited.", found.Why)
	case found.Verdict == quote.Spliced:
		return judgement("✂️", "Spliced.", "Words were left out at the ellipsis. The pieces stand there in this order.")
	case found.Verdict == quote.Altered:
		return judgement("❌", "Altered.", "These are not the words. "+found.Why)
	}
	return notFound(found)
}

func judgement(sign, word, sentence string) Block {
	return Block{sign + " **" + word + "** " + Plain(sentence), word + " " + sentence}
}

func sentences(all ...string) string { return strings.Join(NonEmpty(all...), " ") }

// notFound says more where all that was searched is held whole, and never that there
// is nothing like it above something that is.
func notFound(found verify.Quoted) Block {
	nothing, searched := "has nothing like it", found.Searched
	if found.Near != nil {
		nothing = "does not have these words"
	}
	switch {
	case found.Translation() != "":
		return judgement("🌐", "Perhaps a translation.", found.Translation())
	case len(searched) == 0 || slices.ContainsFunc(searched, func(s verify.Searched) bool { return !s.Whole }):
		if found.Near != nil {
			return judgement("❔", "Not found.", "These words stand nowhere in what I hold.")
		}
		return judgement("❔", "Not found.", "Nothing like it stands in what I hold.")
	case len(searched) == 1:
		return judgement("❌", "Not in the text.", "The whole text is here, and "+nothing+".")
	}
	return judgement("❌", "Not in the texts.", "All of them are here whole, and "+strings.NewReplacer("has", "have", "does", "do").Replace(nothing)+".")
}

// trueWords are the words of the source, or of a splice its pieces, with whose
// they are and where they stand.
func trueWords(found verify.Quoted) Block {
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
		b = Join(Ours("The true words:"), b)
	}
	return Join(b, whose(found))
}

// whose says whose words they are and where they stand.
func whose(found verify.Quoted) Block {
	c := kb.Cited{Citation: kb.Citation{Quote: found.Found, Locator: found.Locator}, Source: found.From}
	c.Source.Text = found.Context // so that the link knows what stands beside the words
	if address := verify.Link(c); address != "" {
		c.Source.URL = address
	}
	if found.Paragraph > 0 {
		c.Locator = "paragraph " + strconv.Itoa(found.Paragraph)
	}
	shown, words := speakers(found)
	rests := restsOn(found)
	return Block{
		Shown: "— " + shown + " · " + Source(c) + " · " + rests,
		Words: "— " + words + "; " + SourceWords(c) + "; " + rests,
	}
}

// speakers are who a fact says that the words are of, or who issued the
// statement that they stand in.
func speakers(found verify.Quoted) (shown, words string) {
	a := kb.Answer{Party: found.Party, Speaker: found.Speaker, Statement: found.Statement}
	switch {
	case found.Fact != "":
		return who(a), whoWords(a)
	case found.Turn.Put:
		return "❗ a question that was put, not the words of whoever was asked", "a question that was put, not the words of whoever was asked"
	case found.Turn.Label != "":
		return "said by **" + OneLine(found.Turn.Label) + "**, as the text has it", "said by " + found.Turn.Label + ", as the text has it"
	case found.From.Kind == kb.KindStatement && len(found.Statement.Parties) > 0:
		words = strings.Join(found.Statement.Parties, ", ")
		return "issued by **" + OneLine(words) + "**", "issued by " + words
	}
	return "who said it is not on record", "who said it is not on record"
}

// restsOn says what a verdict rests on.
func restsOn(found verify.Quoted) string {
	switch {
	case found.Whole:
		return "checked in the whole text"
	case found.Verified:
		return "checked; only this quote of the text is kept here"
	}
	return "⚠️ not checked; only this quote of the text is kept here"
}

// searchedMost is how many statements are named that were searched.
const searchedMost = 10

// Searched says where a quotation was looked for, a line a statement.
func Searched(all []verify.Searched) Block {
	if len(all) == 0 {
		return Ours("No text is here yet, and no quote of one.")
	}
	b, left := Ours("What was searched:"), 0
	for n := 0; len(all) > 0; n++ {
		same := 1
		for same < len(all) && all[same].Statement == all[0].Statement {
			same++
		}
		if n < searchedMost {
			line := held(all[:same])
			b.Shown += "\n- " + OneLine(all[0].Title) + ": " + Plain(line)
			b.Words += "\n- " + all[0].Title + ": " + line
		} else {
			left++
		}
		all = all[same:]
	}
	if left > 0 {
		b = Join(b, Ours("- and "+Count(left, "more statement")))
	}
	return b
}

// held says what is held of the sources of one statement.
func held(sources []verify.Searched) string {
	var parts []string
	quotes, of := 0, 0
	for _, s := range sources {
		if s.Whole {
			parts = append(parts, "the whole text ("+SourceName(s.Source)+")")
			continue
		}
		quotes, of = quotes+s.Quotes, of+1
	}
	if of > 0 {
		parts = append(parts, "only "+Count(quotes, "quote")+" of "+Count(of, "source")+", not the whole text")
	}
	return strings.Join(parts, "; ")
}
