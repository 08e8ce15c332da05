package bot

import (
	"context"
	"strconv"
	"strings"

	"verbatim/kb"
)

// context shows what stands around the quotes of an answer.
func (b *Bot) context(_ context.Context, e *Event) Reply {
	found, ok := b.takeShort(e.Server, e.Used.about)
	if !ok {
		return whisper(notAnyMore)
	}
	return Reply{Blocks: found.around(), Private: true}
}

// around are the paragraphs in which the quotes stand, with the quote in bold,
// or of a paragraph its neighbours; for texts that are not held, where to read
// them.
func (s shelved) around() []Block {
	if s.fact == nil {
		return s.neighbours()
	}
	var blocks []Block
	var elsewhere []kb.Cited
	for _, c := range s.fact.Citations {
		source := s.sourceOf(c)
		if source == nil {
			continue
		}
		if p, ok := paragraphOf(c, *source); ok {
			cited := s.cited(c)
			cited.Locator = "paragraph " + strconv.Itoa(p.Number)
			blocks = append(blocks, Block{
				Shown: inBold(p.Text, c.Quote) + "\n— " + link(sourceName(*source), source.URL) + ", " + cited.Locator,
				Words: p.Text + "\n— " + sourceWords(cited),
			})
			continue
		}
		elsewhere = append(elsewhere, s.cited(c))
	}
	return append(blocks, readThere(elsewhere, len(blocks) > 0)...)
}

// readThere says of texts that are not held where they can be read.
func readThere(cited []kb.Cited, more bool) []Block {
	if len(cited) == 0 {
		return nil
	}
	b := ours("The text around it is not kept here. It can be read at the source:")
	if more {
		b = ours("It can also be read here, in texts that are not kept:")
	}
	for _, c := range cited {
		b.Shown += "\n- " + source(c)
		b.Words += "\n- " + sourceWords(c)
	}
	return []Block{b}
}

// paragraphOf is the paragraph of a held text in which a quote stands whole.
func paragraphOf(c kb.Citation, source kb.Source) (kb.Paragraph, bool) {
	if c.Quote == "" || source.Text == "" {
		return kb.Paragraph{}, false
	}
	at := strings.Index(source.Text, c.Quote)
	if c.At != nil && *c.At >= 0 && *c.At <= len(source.Text) && strings.HasPrefix(source.Text[*c.At:], c.Quote) {
		at = *c.At
	}
	for _, p := range kb.Paragraphs(source.Text) {
		if at >= p.Start && at+len(c.Quote) <= p.Start+len(p.Text) {
			return p, true
		}
	}
	return kb.Paragraph{}, false
}

// inBold shows a paragraph as a block quote with some of its words in bold.
func inBold(paragraph, quote string) string {
	before, after, ok := strings.Cut(paragraph, quote)
	if !ok || strings.TrimSpace(quote) != quote {
		return block(paragraph)
	}
	shown := verbatim(before) + "**" + verbatim(quote) + "**" + verbatim(after)
	return "> " + strings.ReplaceAll(shown, "\n", "\n> ")
}

// neighbours are a paragraph, in bold, and the ones before and after it.
func (s shelved) neighbours() []Block {
	var blocks []Block
	for _, p := range kb.Paragraphs(s.source.Text) {
		if p.Number < s.paragraph.Number-1 || p.Number > s.paragraph.Number+1 {
			continue
		}
		shown := block(p.Text)
		if p.Number == s.paragraph.Number {
			shown = inBold(p.Text, p.Text)
		}
		blocks = append(blocks, Block{shown, p.Text})
	}
	name := sourceName(*s.source) + ", around paragraph " + strconv.Itoa(s.paragraph.Number)
	return append(blocks, Block{"— " + link(name, s.source.URL), "— " + name})
}
