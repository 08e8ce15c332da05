package bot

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"
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
	Shows shownFact                          // that it answers with
	After func(context.Context) Reply        // what takes its place when that is done
}

// Block is a piece of a reply that stays in one piece.
type Block struct {
	Shown string // Markdown
	Words string // the same as plain text, for a file
}

// say is a reply of one sentence of our own.
func say(sentence string) Reply { return Reply{Blocks: []Block{ours(sentence)}} }

// whisper is a private reply of one sentence of our own.
func whisper(sentence string) Reply {
	return Reply{Blocks: []Block{ours(sentence)}, Private: true}
}

// ours is a block of our own Markdown.
func ours(markdown string) Block { return Block{Shown: markdown, Words: markdown} }

// Discord's limits of a message, in UTF-16 code units, and of lists.
const (
	contentMost   = 2000
	embedMost     = 4096
	embedsMost    = 6000
	embedsCount   = 10
	labelMost     = 80
	optionMost    = 100
	optionsMost   = 25
	buttonsInARow = 5
)

// rows are the buttons and menus as Discord wants them: a menu alone in its row.
func (r Reply) rows() []discordgo.MessageComponent {
	rows := []discordgo.MessageComponent{}
	for _, m := range r.Menus {
		rows = append(rows, discordgo.ActionsRow{Components: []discordgo.MessageComponent{m}})
	}
	for start := 0; start < len(r.Buttons); start += buttonsInARow {
		row := discordgo.ActionsRow{}
		for _, button := range r.Buttons[start:min(start+buttonsInARow, len(r.Buttons))] {
			row.Components = append(row.Components, button)
		}
		rows = append(rows, row)
	}
	return rows
}

// page is a reply as the parts of a message.
type page struct {
	content string
	embeds  []*discordgo.MessageEmbed
	rest    string // for a file

	attached []*discordgo.File
}

const inFile = "-# The rest is longer than a message may be. It stands whole in the file below."

// page sets the blocks: in the content as long as there is room, then in
// embeds, then in a file.
func (r Reply) page() page {
	p := page{attached: r.Files}
	left := r.Blocks
	left = p.fillContent(left)
	left = p.fillEmbeds(left)
	if len(left) == 0 {
		return p
	}
	for i, b := range left {
		if i > 0 {
			p.rest += "\n\n"
		}
		p.rest += b.Words
	}
	if p.content == "" {
		p.content = inFile
	} else {
		p.content += "\n\n" + inFile
	}
	return p
}

// fillContent leaves room for the sentence about the file.
func (p *page) fillContent(blocks []Block) []Block {
	room := contentMost - units("\n\n"+inFile)
	var content strings.Builder
	defer func() { p.content = content.String() }()
	for i, b := range blocks {
		gap := ""
		if i > 0 {
			gap = "\n\n"
		}
		if room -= len(gap) + units(b.Shown); room < 0 {
			return blocks[i:]
		}
		content.WriteString(gap)
		content.WriteString(b.Shown)
	}
	return nil
}

func (p *page) fillEmbeds(blocks []Block) []Block {
	room := embedsMost
	for i, b := range blocks {
		n := units(b.Shown)
		if room -= n; room < 0 || n > embedMost || i == embedsCount {
			return blocks[i:]
		}
		p.embeds = append(p.embeds, &discordgo.MessageEmbed{Description: b.Shown})
	}
	return nil
}
