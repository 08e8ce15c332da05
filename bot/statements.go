package bot

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

	"verbatim/kb"
)

// place is where somebody is while looking around: among the statements, the
// topics of one, or the questions of one topic.
type place struct {
	level            level
	page             uint16  // from 0
	statement, topic [8]byte // see short
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
func (b *Bot) statements(_ context.Context, e *Event) Reply {
	r := b.look(e, place{})
	r.Private = true
	return r
}

// browse shows another place instead of the one before.
func (b *Bot) browse(_ context.Context, e *Event) Reply {
	about := e.Used.about
	if len(e.Values) == 1 {
		about, _ = base64.RawURLEncoding.DecodeString(e.Values[0])
	}
	r := b.look(e, placeOf(about))
	r.Update = true
	return r
}

// look shows a place.
func (b *Bot) look(e *Event, p place) Reply {
	all := b.Knowledge.Heads(e.Server)
	if p.level == atStatements {
		return b.lookAtStatements(e, p, all)
	}
	for _, head := range all {
		if !bytes.Equal(short(head.ID), p.statement[:]) {
			continue
		}
		if s, ok := b.Knowledge.Statement(head.ID, e.Server); ok {
			return b.lookInto(e, p, s)
		}
	}
	return b.lookAtStatements(e, place{}, all)
}

func (b *Bot) lookAtStatements(e *Event, p place, all []kb.Head) Reply {
	if len(all) == 0 {
		return say("There is no statement here yet.")
	}
	slices.SortStableFunc(all, func(a, b kb.Head) int { return cmp.Compare(b.Date, a.Date) })
	var options []discordgo.SelectMenuOption
	for _, s := range all {
		to := place{level: atTopics, statement: [8]byte(short(s.ID))}
		options = append(options, option(s.Title, fmt.Sprintf("%s · %s", date(s.Date), count(s.Facts, "question")), to.value()))
	}
	heading := count(len(all), "statement") + " here. Choose one to see what it is asked about."
	return b.menuPage(e, p, ours(heading), "Statements", actionBrowse, options)
}

// lookInto shows the topics of a statement, or its questions when there is at
// most one topic.
func (b *Bot) lookInto(e *Event, p place, s *kb.Statement) Reply {
	topics := topicsOf(s)
	if p.level == atTopics && len(topics) > 1 {
		var options []discordgo.SelectMenuOption
		options = append(options, option("All questions", count(len(s.Facts), "question"),
			place{level: atAll, statement: p.statement}.value()))
		for _, t := range topics {
			to := place{level: atQuestions, statement: p.statement, topic: [8]byte(short(t.name))}
			options = append(options, option(t.name, count(t.facts, "question"), to.value()))
		}
		return b.menuPage(e, p, heading(s), "Topics", actionBrowse, options)
	}
	var options []discordgo.SelectMenuOption
	for _, f := range s.Facts {
		if p.level != atQuestions || slices.ContainsFunc(f.Topics, func(t string) bool { return bytes.Equal(short(t), p.topic[:]) }) {
			options = append(options, option(f.Question, "", handle(s.ID+"/"+f.ID)))
		}
	}
	return b.menuPage(e, p, heading(s), "Questions", actionQuestion, options)
}

func option(text, about, value string) discordgo.SelectMenuOption {
	return discordgo.SelectMenuOption{Label: visible(text), Description: label(about, optionMost), Value: value}
}

// heading is a statement with who issued it, where and when.
func heading(s *kb.Statement) Block {
	small := strings.Join(nonEmpty(strings.Join(s.Parties, ", "), s.Place, date(s.Date)), " · ")
	return Block{"**" + oneLine(s.Title) + "**\n-# " + oneLine(small), s.Title + "\n" + small}
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
func (b *Bot) menuPage(e *Event, p place, above Block, name string, act action, options []discordgo.SelectMenuOption) Reply {
	pages := max(1, (len(options)+optionsMost-1)/optionsMost)
	p.page = min(p.page, uint16(pages-1))
	r := Reply{Blocks: []Block{above}}
	from := int(p.page) * optionsMost
	if shown := options[from:min(from+optionsMost, len(options))]; len(shown) > 0 {
		if pages > 1 {
			name = fmt.Sprintf("%s, page %d of %d", name, p.page+1, pages)
		}
		r.Menus = []discordgo.SelectMenu{{
			MenuType: discordgo.StringSelectMenu, Placeholder: name, Options: shown,
			CustomID: b.signer.seal(id{action: act, user: e.User, server: e.Server, about: p.bytes()}),
		}}
	} else {
		r.Blocks = append(r.Blocks, ours("No questions are on record there."))
	}
	r.Buttons = b.turns(e, p, pages)
	return r
}

// turns are the buttons to other pages, and back.
func (b *Bot) turns(e *Event, p place, pages int) []discordgo.Button {
	var buttons []discordgo.Button
	to := func(label, emoji string, to place) {
		buttons = append(buttons, b.button(e, label, emoji, id{action: actionBrowse, user: e.User, about: to.bytes()}))
	}
	switch p.level {
	case atTopics:
		to("Statements", "↩️", place{})
	case atQuestions, atAll:
		to("Topics", "↩️", place{level: atTopics, statement: p.statement})
	}
	if there := p; p.page > 0 {
		there.page--
		to("Back", "◀️", there)
	}
	if there := p; int(p.page)+1 < pages {
		there.page++
		to("More", "▶️", there)
	}
	return buttons
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
