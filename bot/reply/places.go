package reply

import (
	"strconv"

	"verbatim/kb"
	"verbatim/kb/catalog"
	"verbatim/kb/verify"
)

// placesMost is how many other places of the same words are named.
const placesMost = 5

// elsewhere names the other places where the same words stand.
func elsewhere(l catalog.Language, found verify.Quoted) []Block {
	if len(found.Stands) < 2 {
		return nil
	}
	others := found.Stands[1:]
	b := Ours(l.Say("verdict.also-here"))
	for _, s := range others[:min(len(others), placesMost)] {
		b = Join(b, placed(l, s))
	}
	if more := len(others) - placesMost; more > 0 {
		b = Join(b, Ours("- "+l.Say("verdict.also-more", catalog.Count, more)))
	}
	return []Block{b}
}

// placed is a line that says where words stand.
func placed(l catalog.Language, s verify.Standing) Block {
	c := cited(l, s)
	return Block{
		Shown: "- " + OneLine(s.Statement.Title) + ": " + Source(l, c),
		Words: "- " + s.Statement.Title + ": " + SourceWords(l, c),
	}
}

// nearest is what stands nearest to a quotation that was not found.
func nearest(l catalog.Language, found verify.Quoted) []Block {
	if found.Near == nil {
		return nil
	}
	words := found.Near.Found
	b := Join(Ours(l.Say("verdict.nearest")), Block{QuoteBlock(words), words})
	c := cited(l, *found.Near)
	return []Block{Join(b, Block{"— " + Source(l, c), "— " + SourceWords(l, c)})}
}

func cited(l catalog.Language, s verify.Standing) kb.Cited {
	c := kb.Cited{Source: s.From}
	if s.Paragraph > 0 {
		c.Locator = paragraph(l, s.Paragraph)
	}
	return c
}

// paragraph is the place of words in a text: the number of the paragraph is not written
// as a number is, with marks between its thousands.
func paragraph(l catalog.Language, number int) string {
	return l.Say("answer.paragraph", "Number", strconv.Itoa(number))
}
