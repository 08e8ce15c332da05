package member

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/catalog"
)

// place is where somebody is while looking around: among the statements, the
// topics of one, or the questions of one topic.
type place struct {
	level            level
	page             uint16  // from 0
	statement, topic [8]byte // see event.Short
}

type level byte

const (
	atStatements level = iota
	atTopics
	atQuestions // of a topic
	atAll       // questions of a statement
)

// bytes is a place for an id.
func (p place) bytes() []byte {
	b := binary.BigEndian.AppendUint16([]byte{byte(p.level)}, p.page)
	return append(append(b, p.statement[:]...), p.topic[:]...)
}

// value is a place for an option of a menu.
func (p place) value() string { return base64.RawURLEncoding.EncodeToString(p.bytes()) }

// placeOf reads a place; what is none is the first page of all.
func placeOf(b []byte) (p place) {
	if len(b) != len(p.bytes()) || level(b[0]) > atAll {
		return place{}
	}
	p.level, p.page = level(b[0]), binary.BigEndian.Uint16(b[1:])
	copy(p.statement[:], b[3:])
	copy(p.topic[:], b[11:])
	return p
}

// statements answers /statements.
func (h *Handlers) statements(_ context.Context, e *event.Event) reply.Reply {
	r := h.look(e, place{})
	r.Private = true
	return r
}

// browse shows another place instead of the one before.
func (h *Handlers) browse(_ context.Context, e *event.Event) reply.Reply {
	about := e.Used.About
	if e.Chosen() != "" {
		about, _ = base64.RawURLEncoding.DecodeString(e.Chosen())
	}
	return h.look(e, placeOf(about)).Instead()
}

// look shows a place.
func (h *Handlers) look(e *event.Event, p place) reply.Reply {
	all := h.Knowledge.Heads(e.Server)
	if p.level == atStatements {
		return h.lookAtStatements(e, p, all)
	}
	for _, head := range all {
		if !bytes.Equal(event.Short(head.ID), p.statement[:]) {
			continue
		}
		if s, ok := h.Knowledge.Statement(head.ID, e.Server); ok {
			return h.lookInto(e, p, s)
		}
	}
	return h.lookAtStatements(e, place{}, all)
}

func (h *Handlers) lookAtStatements(e *event.Event, p place, all []kb.Head) reply.Reply {
	if len(all) == 0 {
		return reply.Say(e.Say("statements.none"))
	}
	slices.SortStableFunc(all, func(a, b kb.Head) int { return cmp.Compare(b.Date, a.Date) })
	var options []discordgo.SelectMenuOption
	for _, s := range all {
		to := place{level: atTopics, statement: [8]byte(event.Short(s.ID))}
		options = append(options, reply.Option(s.Title, fmt.Sprintf("%s · %s", e.Language.Date(s.Date), e.Say("statements.questions", catalog.Count, s.Facts)), to.value()))
	}
	above := reply.Ours(e.Say("statements.here", catalog.Count, len(all)))
	return h.menuPage(e, p, above, e.Say("menu.statements"), actionBrowse, options)
}

// lookInto shows the topics of a statement, or its questions when there is at
// most one topic.
func (h *Handlers) lookInto(e *event.Event, p place, s *kb.Statement) reply.Reply {
	topics, above := topicsOf(s), heading(e.Language, s)
	if p.level == atTopics && p.page == 0 {
		above = h.overviewOf(e, s)
	}
	if p.level == atTopics && len(topics) > 1 {
		var options []discordgo.SelectMenuOption
		options = append(options, reply.Option(e.Say("menu.all-questions"), e.Say("statements.questions", catalog.Count, len(s.Facts)),
			place{level: atAll, statement: p.statement}.value()))
		for _, t := range topics {
			to := place{level: atQuestions, statement: p.statement, topic: [8]byte(event.Short(t.name))}
			options = append(options, reply.Option(t.name, e.Say("statements.questions", catalog.Count, t.facts), to.value()))
		}
		return h.menuPage(e, p, above, e.Say("menu.topics"), actionBrowse, options)
	}
	var options []discordgo.SelectMenuOption
	for _, f := range s.Facts {
		if p.level != atQuestions || slices.ContainsFunc(f.Topics, func(t string) bool { return bytes.Equal(event.Short(t), p.topic[:]) }) {
			options = append(options, reply.Option(f.Question, "", event.OptionID(s.ID+"/"+f.ID)))
		}
	}
	return h.menuPage(e, p, above, e.Say("menu.questions"), actionQuestion, options)
}

// heading is a statement with who issued it, where and when.
func heading(l catalog.Language, s *kb.Statement) reply.Block {
	small := strings.Join(reply.NonEmpty(l.List(s.Parties...), s.Place, l.Date(s.Date)), " · ")
	return reply.Block{Shown: "**" + reply.OneLine(s.Title) + "**\n-# " + reply.OneLine(small), Words: s.Title + "\n" + small}
}

// overviewOf is the heading of a statement with what it says below.
func (h *Handlers) overviewOf(e *event.Event, s *kb.Statement) reply.Block {
	b := heading(e.Language, s)
	a, ok := h.Knowledge.Overview(s.ID, e.Server, e.Language)
	if _, below, more := strings.Cut(a.Text, "\n"); ok && more {
		b = reply.Join(b, reply.Block{Shown: reply.Plain(below), Words: below})
	}
	return b
}

// topic is a topic with how many facts have it.
type topic struct {
	name  string
	facts int
}

// topicsOf are the topics of a statement, those of most facts first.
func topicsOf(s *kb.Statement) []topic {
	facts := map[string]int{}
	for _, f := range s.Facts {
		for _, t := range f.Topics {
			facts[t]++
		}
	}
	var topics []topic
	for name, n := range facts {
		topics = append(topics, topic{name, n})
	}
	slices.SortFunc(topics, func(a, b topic) int {
		return cmp.Or(cmp.Compare(b.facts, a.facts), cmp.Compare(a.name, b.name))
	})
	return topics
}

// menuPage is one page of a menu, with buttons to the pages beside it and back.
func (h *Handlers) menuPage(e *event.Event, p place, above reply.Block, name string, act event.Action, options []discordgo.SelectMenuOption) reply.Reply {
	pages := max(1, (len(options)+reply.OptionsMost-1)/reply.OptionsMost)
	p.page = min(p.page, uint16(pages-1))
	r := reply.Reply{Blocks: []reply.Block{above}}
	from := int(p.page) * reply.OptionsMost
	if shown := options[from:min(from+reply.OptionsMost, len(options))]; len(shown) > 0 {
		if pages > 1 {
			name = e.Say("menu.page", "Name", name, "Page", int(p.page)+1, "Pages", pages)
		}
		r.Menus = []discordgo.SelectMenu{h.Signer.Menu(e, name, event.ID{Action: act, User: e.User, About: p.bytes()}, shown)}
	} else {
		r.Add(reply.Ours(e.Say("statements.no-questions")))
	}
	r.Buttons = h.turns(e, p, pages)
	return r
}

// turns are the buttons to other pages, and back.
func (h *Handlers) turns(e *event.Event, p place, pages int) []discordgo.Button {
	var buttons []discordgo.Button
	to := func(label, emoji string, to place) {
		buttons = append(buttons, h.Signer.Button(e, label, emoji, event.ID{Action: actionBrowse, User: e.User, About: to.bytes()}))
	}
	switch p.level {
	case atTopics:
		to(e.Say("button.statements"), "↩️", place{})
	case atQuestions, atAll:
		to(e.Say("button.topics"), "↩️", place{level: atTopics, statement: p.statement})
	}
	if there := p; p.page > 0 {
		there.page--
		to(e.Say("button.back"), "◀️", there)
	}
	if there := p; int(p.page)+1 < pages {
		there.page++
		to(e.Say("button.more"), "▶️", there)
	}
	return buttons
}
