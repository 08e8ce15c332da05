// Package reply is what is shown: an answer, a verdict on a quotation, a page of a
// message, made of blocks that are never cut.
//
// # How an answer looks
//
// An answer is plain content in Markdown: the answer first, each quote as a block,
// below it who said it and the source as a link. What does not fit the 2,000
// characters of a message stands in embeds below it, and what does not fit those
// in a file.
//
// Why not embeds for all: whoever switched them off in the settings, and every
// channel where the bot may not embed links, would see an answer without its
// source; they are small on a phone; notifications and Discord's search leave
// them out. Why not components V2: discordgo v0.29.0 cannot set their flag in
// the edit that fills in an answer put off, a message of them can never become a
// plain one when it is corrected, and a notification shows nothing of them.
//
// # What it must never do
//
// It never shows text of people or facts as it came: escape.go makes it harmless,
// in one place. A quote keeps its words: only backslashes are added, which Discord
// does not show. It asks nobody and knows no event; handlers call it, and package
// bot sends what it made.
package reply

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/catalog"
)

// Reply is what a handler gives back.
type Reply struct {
	Blocks  []Block // in this order; none is ever cut
	Buttons []discordgo.Button
	Menus   []discordgo.SelectMenu
	Private bool // only the person sees it, wherever Discord can do that
	Update  bool // it takes the place of the message whose component was used

	Form  *discordgo.InteractionResponseData // a form instead of a message
	Files []*discordgo.File                  // attached
	Shows Fact                               // that it answers with
	After func(context.Context) Reply        // what takes its place when that is done

	Language catalog.Language // of what this package says of itself; English if none

	laid *Page
}

// Laid is the same reply with its page made already, which is given the next time: so
// that it is made while there is time. It is not to be changed any more.
func (r Reply) Laid() Reply {
	p := r.Page()
	r.laid = &p
	return r
}

// Add puts blocks below the others.
func (r *Reply) Add(blocks ...Block) { r.Blocks = append(r.Blocks, blocks...) }

// Instead is the same reply in the place of the message whose component was used.
func (r Reply) Instead() Reply {
	r.Update = true
	return r
}

// Block is a piece of a reply that stays in one piece.
type Block struct {
	Shown string // Markdown
	Words string // the same as plain text, for a file
}

// Say is a reply of one sentence of our own.
func Say(sentence string) Reply { return Reply{Blocks: []Block{Ours(sentence)}} }

// Whisper is a private reply of one sentence of our own.
func Whisper(sentence string) Reply {
	return Reply{Blocks: []Block{Ours(sentence)}, Private: true}
}

// Ours is a block of our own Markdown.
func Ours(markdown string) Block { return Block{Shown: markdown, Words: markdown} }

// A Span is a stretch of a text, in byte offsets.
type Span struct{ Start, End int }

// A Fact is the fact that a reply shows.
type Fact struct {
	ID     string
	Saying string // kb.Answer.Saying; empty for a passage
}

// Showing is the fact that an answer is made of.
func Showing(a kb.Answer) Fact { return Fact{a.ID, a.Saying()} }
