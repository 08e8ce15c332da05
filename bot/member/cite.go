package member

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/verify"
)

// cite shows the citations of an answer's best source in all styles, and a menu
// of its other sources.
func (h *Handlers) cite(ctx context.Context, e *event.Event) reply.Reply {
	a, ok := h.pointed(e)
	if !ok {
		return reply.Whisper(e.Say("problem.not-any-more"))
	}
	if len(a.Citations) == 0 {
		return reply.Whisper(e.Say("cite.no-source"))
	}
	a = h.spoken(ctx, e.Server, a)
	chosen := best(a.Citations)
	for _, c := range a.Citations {
		if event.OptionID(c.Source.ID) == e.Chosen() {
			chosen = c
		}
	}
	r := reply.Reply{Private: true, Update: len(e.Values) > 0}
	for _, style := range h.Styles {
		r.Add(style.Block(e.Language, a, chosen))
	}
	if words, ok := h.toTheWords(e, a, chosen); ok {
		r.Add(words)
	}
	if menu, several := h.otherSources(e, a.Citations, chosen); several {
		r.Menus = []discordgo.SelectMenu{menu}
	}
	return r
}

// spoken is, for words of a paragraph, with the party and the speaker of the fact
// that cites them, if one does.
func (h *Handlers) spoken(ctx context.Context, server string, a kb.Answer) kb.Answer {
	if a.Kind != kb.KindPassage || a.Citations[0].Quote == a.Text {
		return a
	}
	found, err := h.Knowledge.Quote(ctx, kb.Question{Text: a.Citations[0].Quote, Statement: a.Statement.ID, Server: server})
	if err == nil && found.Source == a.Citations[0].Source.ID {
		a.Party, a.Speaker = found.Party, found.Speaker
	}
	return a
}

// toTheWords is a link that opens the page of a source at the quote.
func (h *Handlers) toTheWords(e *event.Event, a kb.Answer, c kb.Cited) (reply.Block, bool) {
	c.Source.Text = h.textOf(e.Server, a, c)
	address := verify.Link(c)
	if c.Quote == "" || reply.WebAddress(address) == "" {
		return reply.Block{}, false
	}
	return reply.Block{Shown: reply.Link(e.Say("cite.words"), address), Words: e.Say("cite.words") + ": " + address}, true
}

// best is the first source whose quote was checked, or else the first.
func best(all []kb.Cited) kb.Cited {
	for _, c := range all {
		if c.Verified {
			return c
		}
	}
	return all[0]
}

func (h *Handlers) otherSources(e *event.Event, all []kb.Cited, chosen kb.Cited) (menu discordgo.SelectMenu, several bool) {
	var options []discordgo.SelectMenuOption
	listed := map[string]bool{}
	for _, c := range all {
		if listed[c.Source.ID] || len(options) == reply.OptionsMost {
			continue
		}
		listed[c.Source.ID] = true
		options = append(options, discordgo.SelectMenuOption{
			Label: reply.Visible(reply.SourceName(e.Language, c.Source)), Value: event.OptionID(c.Source.ID),
			Default: c.Source.ID == chosen.Source.ID,
		})
	}
	return h.Signer.Menu(e, e.Say("menu.another-source"), event.ID{Action: event.Cite, About: e.Used.About}, options), len(options) > 1
}
