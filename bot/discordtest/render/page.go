package render

import (
	_ "embed"
	"strconv"
	"strings"
)

// Look is how a reply is looked at.
type Look struct {
	Light bool   // Discord's light theme; else the dark one
	Width int    // of the page in pixels; Desktop when zero
	Asker string // who asked, by a command; empty: the reply answers no command
	With  string // the command, such as "/ask"
}

// Widths of pages, in CSS pixels.
const (
	Desktop = 760
	Phone   = 360
)

//go:embed page.css
var style string

// Page is a reply as a page of HTML, which asks for nothing from elsewhere. The
// same reply gives the same page.
func Page(r Reply, look Look) []byte {
	if look.Width <= 0 {
		look.Width = Desktop
	}
	theme := "dark"
	if look.Light {
		theme = "light"
	}
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Discord</title>\n<style>" + style + "</style></head>\n")
	b.WriteString("<body class=\"" + theme + "\" style=\"width:" + strconv.Itoa(look.Width) + "px\">\n")
	if r.Title != "" {
		form(&b, r)
	} else {
		message(&b, r, look)
	}
	b.WriteString("</body></html>\n")
	return []byte(b.String())
}

func message(b *strings.Builder, r Reply, look Look) {
	b.WriteString("<article>\n")
	if look.Asker != "" {
		b.WriteString("<div class=\"asked\"><span class=\"spine\"></span><span class=\"face small\"></span><bdi class=\"who\">" +
			escape(look.Asker) + "</bdi><span>used</span><span class=\"with\">" + escape(look.With) + "</span></div>\n")
	}
	b.WriteString("<div class=\"face\">V</div><div class=\"body\">\n" +
		"<div class=\"head\"><span class=\"name\">Verbatim</span><span class=\"app\">APP</span><span class=\"when\">Today at 12:00</span></div>\n")
	if r.Content != "" {
		b.WriteString("<div class=\"content\">" + markdown(r.Content) + "</div>\n")
	}
	for _, e := range r.Embeds {
		embed(b, e)
	}
	for _, f := range r.Files {
		b.WriteString("<div class=\"file\">📄 <bdi>" + escape(f.Name) + "</bdi></div>\n")
	}
	for _, c := range r.Components {
		row(b, c)
	}
	if r.Flags&flagEphemeral != 0 {
		b.WriteString("<div class=\"only\">👁 Only you can see this • <a>Dismiss message</a></div>\n")
	}
	b.WriteString("</div></article>\n")
}

func embed(b *strings.Builder, e Embed) {
	b.WriteString("<div class=\"embed\">")
	if e.Title != "" {
		b.WriteString("<div dir=\"auto\" class=\"title\">" + inline(e.Title) + "</div>\n")
	}
	b.WriteString(markdown(e.Description) + "</div>\n")
}

// row is a row of buttons, or one menu.
func row(b *strings.Builder, c Component) {
	if c.Type != typeRow {
		c = Component{Components: []Component{c}}
	}
	b.WriteString("<div class=\"row\">")
	for _, one := range c.Components {
		switch one.Type {
		case typeButton:
			button(b, one)
		case typeMenu:
			menu(b, one)
		}
	}
	b.WriteString("</div>\n")
}

// buttons are the classes of the styles of buttons, by Discord's numbers.
var buttons = map[int]string{1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary"}

func button(b *strings.Builder, c Component) {
	class := buttons[c.Style]
	if c.Disabled {
		class += " disabled"
	}
	b.WriteString("<span class=\"button " + class + "\">")
	if c.Emoji != nil {
		b.WriteString("<span class=\"emoji\">" + escape(c.Emoji.Name) + "</span>")
	}
	b.WriteString("<bdi>" + escape(c.Label) + "</bdi>")
	if c.Style == 5 {
		b.WriteString("<span class=\"out\">↗</span>")
	}
	b.WriteString("</span>")
}

// menu shows what is chosen, or else what stands in its place.
func menu(b *strings.Builder, c Component) {
	shown, class := c.Placeholder, "faint"
	for _, o := range c.Options {
		if o.Default {
			shown, class = o.Label, ""
		}
	}
	b.WriteString("<span class=\"menu\"><bdi class=\"" + class + "\">" + escape(shown) + "</bdi><span class=\"down\">⌄</span></span>")
}

// form is a form to fill in.
func form(b *strings.Builder, r Reply) {
	b.WriteString("<section class=\"form\"><h1 dir=\"auto\">" + escape(r.Title) + "</h1>\n")
	for _, of := range r.Components {
		for _, c := range of.Components {
			if c.Type == typeInput {
				input(b, c)
			}
		}
	}
	b.WriteString("<div class=\"row end\"><span class=\"button secondary\">Cancel</span><span class=\"button primary\">Submit</span></div></section>\n")
}

func input(b *strings.Builder, c Component) {
	needed := ""
	if c.Required {
		needed = "<span class=\"needed\"> *</span>"
	}
	shown, class := c.Value, "value"
	if shown == "" {
		shown, class = c.Placeholder, "value faint"
	}
	if c.Style == 2 {
		class += " long"
	}
	b.WriteString("<div dir=\"auto\" class=\"label\">" + escape(c.Label) + needed + "</div><div dir=\"auto\" class=\"" + class + "\">" + escape(shown) + "</div>\n")
}
