package reply

import (
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Discord's limits of a message, in UTF-16 code units, and of lists.
const (
	ContentMost   = 2000
	embedMost     = 4096
	embedsMost    = 6000
	embedsCount   = 10
	labelMost     = 80
	OptionMost    = 100
	OptionsMost   = 25
	buttonsInARow = 5
)

// Page is a reply as the parts of a message, each as Discord takes it. No list
// of it but Files is nil, for an edit would leave what was there.
type Page struct {
	Content string
	Embeds  []*discordgo.MessageEmbed
	Rows    []discordgo.MessageComponent
	Files   []*discordgo.File

	rest string // what stands in a file
}

// inFile says that the rest stands in a file.
func (r Reply) inFile() string { return "-# " + r.Language.Say("file.rest") }

// Page sets the blocks: in the content as long as there is room, then in
// embeds, then in a file.
func (r Reply) Page() Page {
	if r.laid != nil {
		return *r.laid
	}
	p := Page{Embeds: []*discordgo.MessageEmbed{}, Rows: r.rows(), Files: r.Files}
	left := p.fillEmbeds(p.fillContent(r.Blocks, r.inFile()))
	if len(left) == 0 {
		return p
	}
	p.rest = wordsOf(left, "\n\n"+r.Language.Say("file.more")+"\n")
	p.Files = append(p.Files, TextFile("rest.txt", p.rest))
	p.Content = strings.TrimPrefix(p.Content+"\n\n"+r.inFile(), "\n\n")
	return p
}

// restMost is how many bytes the file of what does not fit may have. Discord takes ten
// million of a message.
const restMost = 8_000_000

// wordsOf are blocks as plain text, as many as fit a file; tooMuch ends one that would
// be longer.
func wordsOf(blocks []Block, tooMuch string) string {
	var all strings.Builder
	for i, b := range blocks {
		if i > 0 {
			all.WriteString("\n\n")
		}
		if room := restMost - len(tooMuch) - all.Len(); len(b.Words) > room {
			all.WriteString(strings.ToValidUTF8(b.Words[:max(room, 0)], ""))
			all.WriteString(tooMuch)
			break
		}
		all.WriteString(b.Words)
	}
	return all.String()
}

// TextFile is a text as a file.
func TextFile(name, content string) *discordgo.File {
	return &discordgo.File{Name: name, ContentType: "text/plain; charset=utf-8", Reader: strings.NewReader(content)}
}

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

// fillContent leaves room for the sentence about the file.
func (p *Page) fillContent(blocks []Block, inFile string) []Block {
	room := ContentMost - Units("\n\n"+inFile)
	var content strings.Builder
	defer func() { p.Content = content.String() }()
	for i, b := range blocks {
		gap := ""
		if i > 0 {
			gap = "\n\n"
		}
		if room -= len(gap) + Units(b.Shown); room < 0 {
			return blocks[i:]
		}
		content.WriteString(gap)
		content.WriteString(b.Shown)
	}
	return nil
}

func (p *Page) fillEmbeds(blocks []Block) []Block {
	room := embedsMost
	for i, b := range blocks {
		n := Units(b.Shown)
		if room -= n; room < 0 || n > embedMost || i == embedsCount {
			return blocks[i:]
		}
		p.Embeds = append(p.Embeds, &discordgo.MessageEmbed{Description: b.Shown})
	}
	return nil
}
