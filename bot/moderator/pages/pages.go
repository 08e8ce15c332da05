// Package pages shows long lists a page at a time, with buttons that turn them. What was
// listed stays as it was, in memory, for whoever asked for it. It must never show it to
// anybody else; the rooms of package moderator call it.
package pages

import (
	"context"
	"encoding/binary"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/reply"
)

// A Line is one of a list.
type Line struct {
	reply.Block
	Heads  bool                        // it stands above those that follow, and again on their next pages
	Option *discordgo.SelectMenuOption // chooses it in the menu below its page; nil if nothing does
}

// A Menu makes the menu below a page of the options of its lines, of which there is one
// at least.
type Menu func(*event.Event, []discordgo.SelectMenuOption) discordgo.SelectMenu

// Pages are the lists that are shown. Its methods may be called from many goroutines.
type Pages struct {
	signer event.Signer
	known  *event.Memory[uint64, list] // by number
}

// A list belongs to one person in one server.
type list struct {
	user, server string
	above        reply.Block
	pages        []page
	menu         Menu // nil if there is none
}

// A page has so much of a list as is shown at once.
type page struct {
	blocks  []reply.Block
	options []discordgo.SelectMenuOption
}

// What is remembered, and for how long.
const listsMost, listsFor = 500, 24 * time.Hour

// New makes Pages of which none is shown yet.
func New(signer event.Signer, now func() time.Time) *Pages {
	return &Pages{signer, event.NewMemory[uint64, list](listsMost, listsFor, now)}
}

// The number stands in ids that are out there: never give it to something else.
const actionTurn event.Action = 97

// Actions are the handlers by what a button does.
func (p *Pages) Actions() map[event.Action]event.Run {
	return map[event.Action]event.Run{actionTurn: p.turn}
}

// Show is the first page of a list, below a line that is above each.
func (p *Pages) Show(e *event.Event, above string, lines []Line) reply.Reply {
	return p.ShowWith(e, above, lines, nil)
}

// ShowWith is Show with a menu below each page.
func (p *Pages) ShowWith(e *event.Event, above string, lines []Line, menu Menu) reply.Reply {
	l := list{e.User, e.Guild, reply.Ours(above), cut(lines), menu}
	n, about := event.NewNumber()
	if len(l.pages) > 1 {
		p.known.Put(n, l)
	}
	return p.page(e, l, about, 0)
}

// pageMost is how long the lines of a page are, in UTF-16 units, so that the whole fits a
// message in any language; linesMost how many they are, so that it fits a screen.
const pageMost, linesMost = reply.ContentMost - 300, 15

// cut puts lines on pages: those below one head in one block.
func cut(lines []Line) (all []page) {
	var now page
	var head *Line
	long, n := 0, 0
	for i := range lines {
		line := lines[i]
		if line.Heads {
			head = &lines[i]
		}
		units, high := reply.Units(line.Shown), 1+strings.Count(line.Shown, "\n")
		if n > 0 && (long+units > pageMost || n+high > linesMost) {
			all, now, long, n = append(all, now), page{}, 0, 0
		}
		if n == 0 && head != nil && !line.Heads {
			now.blocks, long = []reply.Block{head.Block}, reply.Units(head.Shown)
		}
		if last := len(now.blocks) - 1; last >= 0 && !line.Heads {
			now.blocks[last] = reply.Join(now.blocks[last], line.Block)
		} else {
			now.blocks = append(now.blocks, line.Block)
		}
		if line.Option != nil {
			now.options = append(now.options, *line.Option)
		}
		long, n = long+units+1, n+high
	}
	return append(all, now)
}

func (p *Pages) page(e *event.Event, l list, about []byte, at int) reply.Reply {
	r := reply.Reply{Private: true, Blocks: append([]reply.Block{l.above}, l.pages[at].blocks...)}
	if options := l.pages[at].options; l.menu != nil && len(options) > 0 {
		r.Menus = []discordgo.SelectMenu{l.menu(e, options)}
	}
	turn := func(text, emoji string, to int) {
		id := event.ID{Action: actionTurn, User: e.User, About: binary.BigEndian.AppendUint16(slices.Clone(about), uint16(to))}
		r.Buttons = append(r.Buttons, p.signer.Button(e, text, emoji, id))
	}
	if at > 0 {
		turn(e.Say("button.back"), "◀️", at-1)
	}
	if at+1 < len(l.pages) {
		turn(e.Say("button.more"), "▶️", at+1)
	}
	if len(l.pages) > 1 {
		r.Add(reply.Ours("-# " + e.Say("list.page", "Page", at+1, "Pages", len(l.pages))))
	}
	return r
}

// turn shows another page.
func (p *Pages) turn(_ context.Context, e *event.Event) reply.Reply {
	n, ok := e.Used.Number()
	l, known := p.known.Get(n)
	if !ok || !known || l.user != e.User || l.server != e.Guild || len(e.Used.About) < 10 {
		return reply.Whisper(e.Say("problem.too-old"))
	}
	at := int(binary.BigEndian.Uint16(e.Used.About[8:]))
	return p.page(e, l, e.Used.About[:8], min(at, len(l.pages)-1)).Instead()
}
