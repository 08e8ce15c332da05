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
	"verbatim/kb/catalog"
	"verbatim/kb/inbox"
)

// list shows what waits, the most asked first.
func (h *Handlers) list(_ context.Context, e *event.Event) reply.Reply {
	d := drafts.Draft{}
	if value := e.Options[command.OptionSource]; value != "" {
		statement, source, ok := sources.Of(h.Curator, e, value)
		if !ok {
			return reply.Whisper(e.Say("fact.no-source"))
		}
		d.Statement, d.Source = statement, source.ID
	}
	return h.page(e, h.Drafts.Begin(e, d), 0)
}

// turn shows another page.
func (h *Handlers) turn(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if len(e.Used.About) < 10 {
		return change.TooOld(e)
	}
	return h.page(e, d, int(binary.BigEndian.Uint16(e.Used.About[8:]))).Instead()
}

func (h *Handlers) page(e *event.Event, d *drafts.Draft, page int) reply.Reply {
	groups := h.Questions.Groups(e.Guild)
	if len(groups) == 0 {
		return reply.Say(e.Say("inbox.nothing"))
	}
	pages := (len(groups) + reply.OptionsMost - 1) / reply.OptionsMost
	page = max(0, min(page, pages-1))
	asked := 0
	var options []discordgo.SelectMenuOption
	for i, g := range groups {
		asked += g.Count
		if i/reply.OptionsMost == page {
			about := e.Say("inbox.asked", "Asked", times(e, g.Count))
			if more := len(g.Questions) - 1; more > 0 {
				about = e.Say("inbox.asked-ways", "Asked", times(e, g.Count), catalog.Count, more)
			}
			if brought := broughtOf(g); g.Questions[0].Count == 0 && brought.Answer != "" {
				about = brought.Answer
			}
			options = append(options, reply.Option(g.Questions[0].Question, about, g.Questions[0].ID))
		}
	}
	r := reply.Say(e.Say("inbox.waits", catalog.Count, len(groups), "Asked", times(e, asked)))
	r.Menus = []discordgo.SelectMenu{h.Drafts.Menu(e, d, e.Say("menu.page", "Name", e.Say("menu.questions"), "Page", page+1, "Pages", pages), actionOpen, options)}
	turn := func(text, emoji string, to int) {
		about := binary.BigEndian.AppendUint16(d.About(), uint16(to))
		r.Buttons = append(r.Buttons, h.Signer.Button(e, text, emoji, event.ID{Action: actionList, User: e.User, About: about}))
	}
	if page > 0 {
		turn(e.Say("button.back"), "◀️", page-1)
	}
	if page+1 < pages {
		turn(e.Say("button.more"), "▶️", page+1)
	}
	return r
}

func times(e *event.Event, n int) string { return e.Say("inbox.times", catalog.Count, n) }

// open shows one question with what can be done.
func (h *Handlers) open(_ context.Context, e *event.Event, d *drafts.Draft) reply.Reply {
	if e.Chosen() == "" {
		return change.TooOld(e)
	}
	for _, g := range h.Questions.Groups(e.Guild) {
		if g.Questions[0].ID == e.Chosen() {
			one := h.Drafts.Begin(e, drafts.Draft{Statement: d.Statement, Source: d.Source})
			return h.group(e, one, g)
		}
	}
	return reply.Whisper(e.Say("inbox.question-gone"))
}

func (h *Handlers) group(e *event.Event, d *drafts.Draft, g inbox.Group) reply.Reply {
	first := g.Questions[0]
	d.Typed = drafts.Typed{}
	setQuestions(d, g)
	brought := broughtOf(g)
	d.Typed.Answer, d.Typed.Quote, d.Typed.SaidBy = brought.Answer, brought.Quote, brought.SaidBy
	var others []string
	for _, q := range g.Questions[1:] {
		others = append(others, q.Question)
	}
	h.Drafts.Put(d)
	r := reply.Reply{Blocks: []reply.Block{{Shown: reply.QuoteBlock(first.Question), Words: first.Question}}}
	small := e.Say("inbox.when", "Asked", times(e, g.Count), "First", fmt.Sprintf("<t:%d:D>", first.First/1000), "Last", fmt.Sprintf("<t:%d:R>", g.Last/1000))
	if g.Tell > 0 {
		small += " · " + e.Say("inbox.tell", catalog.Count, g.Tell)
	}
	if first.Count > 0 { // otherwise nobody has asked it yet
		r.Add(reply.Ours("-# " + small))
	}
	r.Add(draftOf(e, brought)...)
	if first.Given != "" {
		r.Add(reply.Ours("-# " + e.Say("inbox.given", "Fact", "`"+first.Given+"`")))
	}
	if len(others) > 0 {
		r.Add(reply.Ours(e.Say("inbox.other-words") + "\n" + change.Bullets(others)))
	}
	r.Buttons = []discordgo.Button{
		h.Drafts.Button(e, d, e.Say("button.answer"), "✏️", actionAnswer), h.Drafts.Button(e, d, e.Say("button.link"), "🔗", actionLink),
		h.Drafts.Button(e, d, e.Say("button.dismiss"), "🗑️", actionDismiss),
	}
	return r
}

// broughtOf is the draft of an answer that was brought in for one of a group.
func broughtOf(g inbox.Group) inbox.Brought {
	for _, q := range g.Questions {
		if q.Brought != nil {
			return *q.Brought
		}
	}
	return inbox.Brought{}
}

// draftOf shows a draft that was brought in, and where it says that it stands.
func draftOf(e *event.Event, b inbox.Brought) []reply.Block {
	if b.Answer == "" {
		return nil
	}
	blocks := []reply.Block{
		reply.Ours("-# " + e.Say("inbox.brought", "File", reply.OneLine(b.File))),
		{Shown: reply.Plain(b.Answer), Words: b.Answer},
	}
	if b.Source != "" {
		blocks = append(blocks, reply.Ours("-# "+e.Say("inbox.its-source", "Source", reply.OneLine(b.Source))))
	}
	return blocks
}
