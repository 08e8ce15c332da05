// Package picture draws a reply of the bot as Discord shows it in its dark
// theme, for README: one SVG without fonts or pictures from elsewhere. It reads
// the Markdown that the bot writes, and no more. The picture is made anew from a
// real reply by
//
//	go test ./bot/picture -update
package picture

import (
	"fmt"
	"html"
	"strings"
)

// A Message is what is drawn.
type Message struct {
	Asked   string   // what the person typed, such as "/ask What is it?"
	By      string   // the bot's name
	Content string   // Markdown
	Buttons []string // labels, with their emoji before them
}

// Sizes in pixels, and Discord's colours.
const (
	width   = 760
	left    = 76 // of the text
	right   = 24
	size    = 16 // of letters
	leading = 22
	small   = 13
	avatar  = 40

	ground  = "#313338"
	ink     = "#dbdee1"
	bright  = "#f2f3f5"
	faint   = "#949ba4"
	address = "#00a8fc"
	bar     = "#4e5058"
	accent  = "#5865f2"
)

const fonts = `'gg sans','Noto Sans','Helvetica Neue',Helvetica,Arial,'Noto Sans CJK SC','Noto Naskh Arabic',sans-serif`

// SVG draws a message. The same message gives the same bytes.
func SVG(m Message) []byte {
	var d drawing
	d.y = 30
	d.heading(m)
	for line := range strings.SplitSeq(m.Content, "\n") {
		d.paragraph(line)
	}
	d.buttons(m.Buttons)
	var out strings.Builder
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="%s" font-size="%d">`,
		width, d.y, width, d.y, fonts, size)
	fmt.Fprintf(&out, "\n<title>%s</title>\n", html.EscapeString("Discord: "+m.Asked))
	fmt.Fprintf(&out, `<rect width="%d" height="%d" rx="8" fill="%s"/>`+"\n", width, d.y, ground)
	out.WriteString(d.body.String() + "</svg>\n")
	return []byte(out.String())
}

// A drawing grows downwards.
type drawing struct {
	body strings.Builder
	y    int
}

func (d *drawing) put(format string, a ...any) { fmt.Fprintf(&d.body, format+"\n", a...) }

// heading is what was asked, and who answers.
func (d *drawing) heading(m Message) {
	d.put(`<path d="M36 %d v-4 a6 6 0 0 1 6 -6 h24" fill="none" stroke="%s" stroke-width="2"/>`, d.y+6, bar)
	d.put(`<text x="%d" y="%d" font-size="%d" fill="%s">%s</text>`, left, d.y, small, faint, html.EscapeString(m.Asked))
	d.y += 30
	d.put(`<circle cx="36" cy="%d" r="%d" fill="%s"/>`, d.y+8, avatar/2, accent)
	d.put(`<text x="36" y="%d" text-anchor="middle" font-size="24" font-weight="700" fill="#fff">“”</text>`, d.y+20)
	d.put(`<text x="%d" y="%d" font-weight="600" fill="%s">%s</text>`, left, d.y, bright, html.EscapeString(m.By))
	tag := left + int(wide(m.By, size)) + 10
	d.put(`<rect x="%d" y="%d" width="34" height="16" rx="3" fill="%s"/>`, tag, d.y-13, accent)
	d.put(`<text x="%d" y="%d" text-anchor="middle" font-size="11" font-weight="600" fill="#fff">APP</text>`, tag+17, d.y-1)
	d.y += leading + 2
}

// paragraph is a line of Markdown, in as many lines as it takes.
func (d *drawing) paragraph(line string) {
	if line == "" {
		d.y += leading / 2
		return
	}
	x, letters, colour := left, size, ink
	quoted, isQuote := strings.CutPrefix(line, "> ")
	if isQuote {
		line, x = quoted, left+16
	}
	if print, isSmall := strings.CutPrefix(line, "-# "); isSmall {
		line, letters, colour = print, small, faint
	}
	from := d.y - letters
	for _, runs := range wrapped(runsOf(line), letters, float64(width-right-x)) {
		d.put(`<text x="%d" y="%d" font-size="%d" fill="%s" xml:space="preserve">%s</text>`, x, d.y, letters, colour, tspans(runs))
		d.y += leading
	}
	if isQuote {
		d.put(`<rect x="%d" y="%d" width="4" height="%d" rx="2" fill="%s"/>`, left, from-2, d.y-leading-from+8, bar)
	}
}

func tspans(runs []run) string {
	var out strings.Builder
	for _, r := range runs {
		style := ""
		if r.bold {
			style += ` font-weight="700" fill="` + bright + `"`
		}
		if r.link {
			style += ` fill="` + address + `"`
		}
		if r.struck {
			style += ` text-decoration="line-through"`
		}
		fmt.Fprintf(&out, "<tspan%s>%s</tspan>", style, html.EscapeString(r.text))
	}
	return out.String()
}

// buttons are a row of them.
func (d *drawing) buttons(labels []string) {
	x := left
	for _, label := range labels {
		w := int(wide(label, 14)) + 28
		d.put(`<rect x="%d" y="%d" width="%d" height="32" rx="8" fill="%s"/>`, x, d.y-6, w, bar)
		d.put(`<text x="%d" y="%d" text-anchor="middle" font-size="14" font-weight="500" fill="#fff">%s</text>`, x+w/2, d.y+15, html.EscapeString(label))
		x += w + 8
	}
	d.y += 44
}
