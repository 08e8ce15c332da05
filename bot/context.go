package bot

import (
	"context"
	"encoding/binary"
	"strconv"
	"strings"

	"verbatim/kb"
)

// A span is a stretch of a text, in byte offsets.
type span struct{ start, end int }

// aboutWords is what a button is about that belongs to words of a held text: a
// paragraph of it by 8 bytes, and the words by 8 more.
func aboutWords(paragraph string, s span) []byte {
	b := binary.BigEndian.AppendUint32(short(paragraph), uint32(s.start))
	return binary.BigEndian.AppendUint32(b, uint32(s.end))
}

// pointed is what a button of Context or Cite is about: a fact, a paragraph, or
// words of a text, which are then the quote of the only citation.
func (b *Bot) pointed(e *Event) (kb.Answer, bool) {
	about := e.Used.about
	if len(about) < 8 {
		return kb.Answer{}, false
	}
	a, ok := b.takeShort(e.Server, about[:8])
	if !ok || len(about) < 16 || a.Kind != kb.KindPassage {
		return a, ok
	}
	c := &a.Citations[0]
	text := b.textOf(e.Server, a, *c)
	start, end := int(binary.BigEndian.Uint32(about[8:])), int(binary.BigEndian.Uint32(about[12:]))
	if start > end || end > len(text) {
		return kb.Answer{}, false // the text is another by now
	}
	c.At, c.Quote = &start, text[start:end]
	return a, true
}

// textOf is the text of a cited source, or "" if it is not held.
func (b *Bot) textOf(server string, a kb.Answer, c kb.Cited) string {
	source, _ := b.Knowledge.Source(a.Statement.ID, c.Source.ID, server)
	return source.Text
}

// context shows what stands around the quotes of an answer: their paragraphs
// with the quotes in bold, and the ones before and after them; for texts that
// are not held, where to read them.
func (b *Bot) context(_ context.Context, e *Event) Reply {
	a, ok := b.pointed(e)
	if !ok {
		return whisper(notAnyMore)
	}
	var blocks []Block
	var elsewhere []kb.Cited
	done := map[string]bool{}
	for _, c := range a.Citations {
		if done[c.Source.ID] {
			continue
		}
		text := b.textOf(e.Server, a, c)
		spans := spansOf(text, a.Citations, c.Source.ID)
		if len(spans) == 0 {
			elsewhere = append(elsewhere, c)
			continue
		}
		done[c.Source.ID] = true
		blocks = append(blocks, surroundings(text, c.Source, spans)...)
	}
	return Reply{Blocks: append(blocks, readThere(elsewhere, len(blocks) > 0)...), Private: true}
}

// spansOf are the places of the quotes of a source in its text.
func spansOf(text string, all []kb.Cited, source string) []span {
	var spans []span
	for _, c := range all {
		if c.Source.ID != source || c.Quote == "" || text == "" {
			continue
		}
		if at := kb.PlaceOf(c.Citation, text); at >= 0 {
			spans = append(spans, span{at, at + len(c.Quote)})
		}
	}
	return spans
}

// surroundings shows the paragraphs that spans of a text stand in, the spans in
// bold, and one paragraph before and after each; what lies between is left out
// openly.
func surroundings(text string, source kb.Source, spans []span) []Block {
	var blocks []Block
	var numbers []string
	last := 0
	all := kb.Paragraphs(text)
	for i, p := range all {
		if !near(all, i, spans) {
			continue
		}
		if last > 0 && last != p.Number-1 {
			blocks = append(blocks, ours("…"))
		}
		last = p.Number
		blocks = append(blocks, Block{inBold(p, spans), p.Text})
		if touches(p, spans) {
			numbers = append(numbers, strconv.Itoa(p.Number))
		}
	}
	name := sourceName(source) + ", around paragraph " + strings.Join(numbers, ", ")
	return append(blocks, Block{"— " + link(name, source.URL), "— " + name})
}

// near tells whether a span stands in a paragraph or in one beside it.
func near(all []kb.Paragraph, i int, spans []span) bool {
	for j := max(0, i-1); j <= min(i+1, len(all)-1); j++ {
		if touches(all[j], spans) {
			return true
		}
	}
	return false
}

func touches(p kb.Paragraph, spans []span) bool {
	for _, s := range spans {
		if s.start < p.Start+len(p.Text) && s.end > p.Start {
			return true
		}
	}
	return false
}

// inBold shows a paragraph as a block quote with what spans have of it in bold.
func inBold(p kb.Paragraph, spans []span) string {
	bold := make([]bool, len(p.Text))
	for _, s := range spans {
		for i := max(0, s.start-p.Start); i < min(len(p.Text), s.end-p.Start); i++ {
			bold[i] = true
		}
	}
	var shown strings.Builder
	for from := 0; from < len(p.Text); {
		to := from + 1
		for to < len(p.Text) && bold[to] == bold[from] {
			to++
		}
		shown.WriteString(emphasised("**", p.Text[from:to], bold[from]))
		from = to
	}
	return "> " + strings.ReplaceAll(shown.String(), "\n", "\n> ")
}

// emphasised puts marks of Markdown around words, if they are to be; white
// space at the edges stays outside, where Discord wants it.
func emphasised(mark, s string, is bool) string {
	words := strings.TrimSpace(s)
	if !is || words == "" {
		return verbatim(s)
	}
	before, after, _ := strings.Cut(s, words)
	return before + mark + verbatim(words) + mark + after
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
