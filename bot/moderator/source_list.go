package moderator

import (
	"context"
	"strings"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
)

// sourceList lists the sources, a line each.
func (h *Handlers) sourceList(_ context.Context, e *event.Event) reply.Reply {
	r := reply.Reply{}
	n := 0
	for _, head := range h.Curator.Outlines(e.Guild) {
		lines := reply.Block{Shown: "**" + reply.OneLine(head.Title) + "** · `" + head.ID + "`", Words: head.Title + " (" + head.ID + ")"}
		for _, s := range head.Sources {
			n++
			name := strings.Join(reply.NonEmpty(s.Publisher, s.Title, reply.Date(s.Published)), ", ")
			held := "no text"
			if full, ok := h.Knowledge.Source(head.ID, s.ID, e.Guild); ok && full.Text != "" {
				held = "with its text"
			}
			lines = reply.Join(lines, reply.Block{Shown: "- " + reply.Link(name, s.URL) + " · " + held + " · `" + s.ID + "`", Words: "- " + name + ", " + held + ", " + s.URL})
		}
		r.Add(lines)
	}
	r.Blocks = append([]reply.Block{reply.Ours(reply.Count(n, "source") + ".")}, r.Blocks...)
	return r
}

// sourceOf is the source that the value of an option stands for.
func (h *Handlers) sourceOf(e *event.Event, value string) (statement string, s kb.Source, ok bool) {
	for _, head := range h.Curator.Outlines(e.Guild) {
		for _, source := range head.Sources {
			if event.OptionID(head.ID+"/"+source.ID) == value {
				return head.ID, source, true
			}
		}
	}
	return "", kb.Source{}, false
}
