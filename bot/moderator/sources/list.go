package sources

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/moderator/pages"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// list lists the sources, a line each.
func (h *Handlers) list(_ context.Context, e *event.Event) reply.Reply {
	var lines []pages.Line
	n := 0
	for _, head := range h.Curator.Outlines(e.Guild) {
		above := reply.Block{Shown: "**" + reply.OneLine(head.Title) + "** · `" + head.ID + "`", Words: head.Title + " (" + head.ID + ")"}
		lines = append(lines, pages.Line{Block: above, Heads: true})
		for _, s := range head.Sources {
			n++
			name := e.Language.Clauses(s.Publisher, s.Title, e.Language.Date(s.Published))
			held := e.Say("source.without-text")
			if full, ok := h.Knowledge.Source(head.ID, s.ID, e.Guild); ok && full.Text != "" {
				held = e.Say("source.with-text")
			}
			shown := "- " + reply.Link(name, s.URL) + " · " + held + " · `" + s.ID + "`"
			lines = append(lines, pages.Line{Block: reply.Block{Shown: shown, Words: "- " + name + ", " + held + ", " + s.URL}})
		}
	}
	return h.Pages.Show(e, e.Say("source.sources", catalog.Count, n), lines)
}

// Outlines has the statements of a server, without their facts; the Curator of
// kb/curate is one.
type Outlines interface {
	Outlines(server string) []*kb.Statement
}

// Of is the source that the value of an option stands for.
func Of(all Outlines, e *event.Event, value string) (statement string, s kb.Source, ok bool) {
	for _, head := range all.Outlines(e.Guild) {
		for _, source := range head.Sources {
			if event.OptionID(head.ID+"/"+source.ID) == value {
				return head.ID, source, true
			}
		}
	}
	return "", kb.Source{}, false
}

// Suggest suggests sources that fit what is typed.
func Suggest(from Outlines, e *event.Event, typed string) []*discordgo.ApplicationCommandOptionChoice {
	var names, values []string
	for _, head := range from.Outlines(e.Guild) {
		for _, s := range head.Sources {
			names = append(names, e.Language.Clauses(s.Publisher, s.Title, e.Language.Date(s.Published))+" · "+head.Title)
			values = append(values, event.OptionID(head.ID+"/"+s.ID))
		}
	}
	return reply.Fitting(typed, names, values)
}
