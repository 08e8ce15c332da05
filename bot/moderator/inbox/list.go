package inbox

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/change"
	"verbatim/bot/moderator/drafts"
	"verbatim/bot/moderator/sources"
	"verbatim/bot/reply"
	"verbatim/kb/inbox"
)

// list shows what waits, the most asked first.
func (h *Handlers) list(_ context.Context, e *event.Event) reply.Reply {
	d := drafts.Draft{}
	if value := e.Options[command.OptionSource]; value != "" {
		statement, source, ok := sources.Of(h.Curator, e, value)
		if !ok {
			return reply.Whisper("There is no such source here. Choose one from the suggestions.")
		}
		d.Statement, d.Source = statement, source.ID
	}
	return h.page(e, h.Drafts.Begin(e, d), 0)
}

// turn shows another page.
func (h *Handlers) turn(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if len(e.Used.About) < 10 {
		return reply.Whisper(change.TooOld)
	}
	return h.page(e, d, int(binary.BigEndian.Uint16(e.Used.About[8:]))).Instead()
}

func (h *Handlers) page(e *event.Event, d *drafts.Draft, page int) reply.Reply {
	groups := h.Questions.Groups(e.Guild)
	if len(groups) == 0 {
		return reply.Say("**Nothing waits.** Questions that could not be answered come here.")
	}
	pages := (len(groups) + reply.OptionsMost - 1) / reply.OptionsMost
	page = max(0, min(page, pages-1))
	asked := 0
	var options []discordgo.SelectMenuOption
	for i, g := range groups {
		asked += g.Count
		if i/reply.OptionsMost == page {
			about := "asked " + times(g.Count)
			if more := len(g.Questions) - 1; more > 0 {
				about += ", in " + reply.Count(more, "other way")
			}
			options = append(options, reply.Option(g.Questions[0].Question, about, g.Questions[0].ID))
		}
	}
	waits := "**1 question waits**"
	if len(groups) > 1 {
		waits = fmt.Sprintf("**%d questions wait**", len(groups))
	}
	r := reply.Say(waits + ", asked " + times(asked) + ". Choose one to answer it, to link it to a fact, or to dismiss it.")
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, fmt.Sprintf("Questions, page %d of %d", page+1, pages), actionOpen, options)}
	turn := func(text, emoji string, to int) {
		about := binary.BigEndian.AppendUint16(d.About(), uint16(to))
		r.Buttons = append(r.Buttons, h.Signer.Button(e, text, emoji, event.ID{Action: actionList, User: e.User, About: about}))
	}
	if page > 0 {
		turn("Back", "◀️", page-1)
	}
	if page+1 < pages {
		turn("More", "▶️", page+1)
	}
	return r
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// open shows one question with what can be done.
func (h *Handlers) open(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if e.Chosen() == "" {
		return reply.Whisper(change.TooOld)
	}
	for _, g := range h.Questions.Groups(e.Guild) {
		if g.Questions[0].ID == e.Chosen() {
			one := h.Drafts.Begin(e, drafts.Draft{Statement: d.Statement, Source: d.Source})
			return h.group(e, one, g)
		}
	}
	return reply.Whisper("That question does not wait any more: somebody settled it. Use `/inbox` again.")
}

func (h *Handlers) group(e *event.Event, d *drafts.Draft, g inbox.Group) reply.Reply {
	first := g.Questions[0]
	d.Typed = drafts.Typed{Question: first.Question}
	d.Waiting = nil
	var others []string
	for i, q := range g.Questions {
		d.Waiting = append(d.Waiting, q.ID)
		if i > 0 {
			others = append(others, q.Question)
			d.Typed.AlsoAsked += q.Question + "\n"
		}
	}
	h.Drafts.Put(d)
	r := reply.Reply{Blocks: []reply.Block{{Shown: reply.QuoteBlock(first.Question), Words: first.Question}}}
	small := fmt.Sprintf("Asked %s, first <t:%d:D>, last <t:%d:R>", times(g.Count), first.First/1000, g.Last/1000)
	if g.Tell > 0 {
		small += " · " + reply.Count(g.Tell, "person") + " to be told"
	}
	r.Add(reply.Ours("-# " + small))
	if first.Given != "" {
		r.Add(reply.Ours("-# It was answered with `" + first.Given + "`, and that was not what was meant."))
	}
	if len(others) > 0 {
		r.Add(reply.Block{Shown: "In other words:\n" + change.Bullets(others), Words: "In other words:\n" + change.Bullets(others)})
	}
	r.Buttons = []discordgo.Button{
		h.Drafts.Button(e, d, "Answer", "✏️", actionAnswer), h.Drafts.Button(e, d, "Link to a fact", "🔗", actionLink),
		h.Drafts.Button(e, d, "Dismiss", "🗑️", actionDismiss),
	}
	return r
}
