package bot

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/verify"
)

// Style writes a citation of a source, ready to copy.
type Style struct {
	Name string // such as "Chicago"
	// Cite writes one of an answer's citations: the entry of a list of works,
	// and what stands beside the quote, a note or brackets; empty if nothing does.
	Cite func(a kb.Answer, c kb.Cited) (entry, note string)
}

// plainStyle is used when there is no other.
var plainStyle = Style{Name: "Source", Cite: func(a kb.Answer, c kb.Cited) (entry, note string) {
	return strings.Join(nonEmpty(a.Statement.Title, c.Source.Title, sourceWords(c)), ". "), ""
}}

// cite shows the citations of an answer's best source in all styles, and a menu
// of its other sources.
func (b *Bot) cite(ctx context.Context, e *Event) Reply {
	a, ok := b.pointed(e)
	if !ok {
		return whisper(notAnyMore)
	}
	if len(a.Citations) == 0 {
		return whisper("No source is on record for that.")
	}
	a = b.spoken(ctx, e.Server, a)
	chosen := best(a.Citations)
	for _, c := range a.Citations {
		if len(e.Values) == 1 && handle(c.Source.ID) == e.Values[0] {
			chosen = c
		}
	}
	r := Reply{Private: true, Update: len(e.Values) > 0}
	for _, style := range b.Styles {
		r.Blocks = append(r.Blocks, style.block(a, chosen))
	}
	if words, ok := b.toTheWords(e.Server, a, chosen); ok {
		r.Blocks = append(r.Blocks, words)
	}
	if menu, several := b.otherSources(e, a.Citations, chosen); several {
		r.Menus = []discordgo.SelectMenu{menu}
	}
	return r
}

// spoken is, for words of a paragraph, with the party and the speaker of the fact
// that cites them, if one does.
func (b *Bot) spoken(ctx context.Context, server string, a kb.Answer) kb.Answer {
	if a.Kind != kb.KindPassage || a.Citations[0].Quote == a.Text {
		return a
	}
	found, err := b.Knowledge.Quote(ctx, kb.Question{Text: a.Citations[0].Quote, Statement: a.Statement.ID, Server: server})
	if err == nil && found.Source == a.Citations[0].Source.ID {
		a.Party, a.Speaker = found.Party, found.Speaker
	}
	return a
}

// toTheWords is a link that opens the page of a source at the quote.
func (b *Bot) toTheWords(server string, a kb.Answer, c kb.Cited) (Block, bool) {
	c.Source.Text = b.textOf(server, a, c)
	address := verify.Link(c)
	if c.Quote == "" || webAddress(address) == "" {
		return Block{}, false
	}
	return Block{link("The words on their page", address), "The words on their page: " + address}, true
}

// block is a citation ready to copy.
func (s Style) block(a kb.Answer, c kb.Cited) Block {
	entry, note := s.Cite(a, c)
	b := Block{"**" + s.Name + "**\n" + copyable(entry), s.Name + "\n" + entry}
	if note != "" {
		b = join(b, Block{"Beside the quote:\n" + copyable(note), "Beside the quote: " + note})
	}
	return b
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

func (b *Bot) otherSources(e *Event, all []kb.Cited, chosen kb.Cited) (menu discordgo.SelectMenu, several bool) {
	menu = discordgo.SelectMenu{
		MenuType: discordgo.StringSelectMenu, Placeholder: "Another source",
		CustomID: b.signer.seal(id{action: actionCite, server: e.Server, about: e.Used.about}),
	}
	listed := map[string]bool{}
	for _, c := range all {
		if listed[c.Source.ID] || len(menu.Options) == optionsMost {
			continue
		}
		listed[c.Source.ID] = true
		menu.Options = append(menu.Options, discordgo.SelectMenuOption{
			Label: visible(sourceName(c.Source)), Value: handle(c.Source.ID),
			Default: c.Source.ID == chosen.Source.ID,
		})
	}
	return menu, len(menu.Options) > 1
}

// copyable is a block of code, in which Discord shows everything as it stands
// and which an app copies with one touch.
func copyable(words string) string {
	return "```text\n" + strings.ReplaceAll(words, "```", "'''") + "\n```"
}
