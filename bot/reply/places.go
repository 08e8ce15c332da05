package reply

import (
	"strconv"

	"verbatim/kb"
	"verbatim/kb/verify"
)

// placesMost is how many other places of the same words are named.
const placesMost = 5

// elsewhere names the other places where the same words stand.
func elsewhere(found verify.Quoted) []Block {
	if len(found.Stands) < 2 {
		return nil
	}
	others := found.Stands[1:]
	b := Ours("The same words stand here too:")
	for _, s := range others[:min(len(others), placesMost)] {
		b = Join(b, placed(s))
	}
	if more := len(others) - placesMost; more > 0 {
		b = Join(b, Ours("- and in "+Count(more, "more place")))
	}
	return []Block{b}
}

// placed is a line that says where words stand.
func placed(s verify.Standing) Block {
	c := cited(s)
	return Block{
		Shown: "- " + OneLine(s.Statement.Title) + ": " + Source(c),
		Words: "- " + s.Statement.Title + ": " + SourceWords(c),
	}
}

// nearest is what stands nearest to a quotation that was not found.
func nearest(found verify.Quoted) []Block {
	if found.Near == nil {
		return nil
	}
	words := found.Near.Found
	b := Join(Ours("The nearest to it:"), Block{QuoteBlock(words), words})
	c := cited(*found.Near)
	return []Block{Join(b, Block{"— " + Source(c), "— " + SourceWords(c)})}
}

func cited(s verify.Standing) kb.Cited {
	c := kb.Cited{Source: s.From}
	if s.Paragraph > 0 {
		c.Locator = "paragraph " + strconv.Itoa(s.Paragraph)
	}
	return c
}
