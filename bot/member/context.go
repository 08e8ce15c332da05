package member

import (
	"context"
	"encoding/binary"
	"strconv"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// aboutWords is what a button is about that belongs to words of a held text: a
// paragraph of it by 8 bytes, and the words by 8 more.
func aboutWords(paragraph string, s reply.Span) []byte {
	b := binary.BigEndian.AppendUint32(event.Short(paragraph), uint32(s.Start))
	return binary.BigEndian.AppendUint32(b, uint32(s.End))
}

// pointed is what a button of Context or Cite is about: a fact, a paragraph, or
// words of a text, which are then the quote of the only citation.
func (h *Handlers) pointed(e *event.Event) (kb.Answer, bool) {
	about := e.Used.About
	if len(about) < 8 {
		return kb.Answer{}, false
	}
	a, ok := h.Finder.Button(e.Server, about[:8])
	if !ok || len(about) < 16 || a.Kind != kb.KindPassage {
		return a, ok
	}
	c := &a.Citations[0]
	text := h.textOf(e.Server, a, *c)
	start, end := int(binary.BigEndian.Uint32(about[8:])), int(binary.BigEndian.Uint32(about[12:]))
	if start > end || end > len(text) {
		return kb.Answer{}, false // the text is another by now
	}
	c.At, c.Quote = &start, text[start:end]
	return a, true
}

// textOf is the text of a cited source, or "" if it is not held.
func (h *Handlers) textOf(server string, a kb.Answer, c kb.Cited) string {
	source, _ := h.Knowledge.Source(a.Statement.ID, c.Source.ID, server)
	return source.Text
}

// context shows what stands around the quotes of an answer: their paragraphs
// with the quotes in bold, and the ones before and after them; for texts that
// are not held, where to read them.
func (h *Handlers) context(_ context.Context, e *event.Event) reply.Reply {
	a, ok := h.pointed(e)
	if !ok {
		return reply.Whisper(e.Say("problem.not-any-more"))
	}
	var blocks []reply.Block
	var elsewhere []kb.Cited
	done := map[string]bool{}
	for _, c := range a.Citations {
		if done[c.Source.ID] {
			continue
		}
		text := h.textOf(e.Server, a, c)
		spans := spansOf(text, a.Citations, c.Source.ID)
		if len(spans) == 0 {
			elsewhere = append(elsewhere, c)
			continue
		}
		done[c.Source.ID] = true
		blocks = append(blocks, surroundings(e.Language, text, c.Source, spans)...)
	}
	return reply.Reply{Blocks: append(blocks, readThere(e.Language, elsewhere, len(blocks) > 0)...), Private: true}
}

// spansOf are the places of the quotes of a source in its text.
func spansOf(text string, all []kb.Cited, source string) []reply.Span {
	var spans []reply.Span
	for _, c := range all {
		if c.Source.ID != source || c.Quote == "" || text == "" {
			continue
		}
		if at := kb.PlaceOf(c.Citation, text); at >= 0 {
			spans = append(spans, reply.Span{Start: at, End: at + len(c.Quote)})
		}
	}
	return spans
}

// surroundings shows the paragraphs that spans of a text stand in, the spans in
// bold, and one paragraph before and after each; what lies between is left out
// openly.
func surroundings(l catalog.Language, text string, source kb.Source, spans []reply.Span) []reply.Block {
	var blocks []reply.Block
	var numbers []string
	last := 0
	all := kb.Paragraphs(text)
	for i, p := range all {
		if !near(all, i, spans) {
			continue
		}
		if last > 0 && last != p.Number-1 {
			blocks = append(blocks, reply.Ours("…"))
		}
		last = p.Number
		blocks = append(blocks, reply.Block{Shown: reply.InBold(p, spans), Words: p.Text})
		if touches(p, spans) {
			numbers = append(numbers, strconv.Itoa(p.Number))
		}
	}
	name := l.Say("answer.around-paragraph", "Source", reply.SourceName(l, source), "Number", l.List(numbers...))
	return append(blocks, reply.Block{Shown: "— " + reply.Link(name, source.URL), Words: "— " + name})
}

// near tells whether a span stands in a paragraph or in one beside it.
func near(all []kb.Paragraph, i int, spans []reply.Span) bool {
	for j := max(0, i-1); j <= min(i+1, len(all)-1); j++ {
		if touches(all[j], spans) {
			return true
		}
	}
	return false
}

func touches(p kb.Paragraph, spans []reply.Span) bool {
	for _, s := range spans {
		if s.Start < p.Start+len(p.Text) && s.End > p.Start {
			return true
		}
	}
	return false
}

// readThere says of texts that are not held where they can be read.
func readThere(l catalog.Language, cited []kb.Cited, more bool) []reply.Block {
	if len(cited) == 0 {
		return nil
	}
	b := reply.Ours(l.Say("context.read-there"))
	if more {
		b = reply.Ours(l.Say("context.read-there-too"))
	}
	for _, c := range cited {
		b.Shown += "\n- " + reply.Source(l, c)
		b.Words += "\n- " + reply.SourceWords(l, c)
	}
	return []reply.Block{b}
}
