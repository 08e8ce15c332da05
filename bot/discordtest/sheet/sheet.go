// Package sheet shows what a message or a form of Discord has as readable lines.
package sheet

import (
	"fmt"
	"strings"
)

// object is a JSON object.
type object = map[string]any

// sheet gathers lines, each after the margin of what they stand in.
type sheet struct {
	margin string
	lines  []string
}

func (s *sheet) line(format string, a ...any) {
	s.lines = append(s.lines, strings.TrimRight(s.margin+fmt.Sprintf(format, a...), " "))
}

func (s *sheet) block(text string) {
	if text == "" {
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		s.line("%s", line)
	}
}

// inside runs f with a wider margin.
func (s *sheet) inside(margin string, f func()) {
	old := s.margin
	s.margin += margin
	f()
	s.margin = old
}

func linked(title, url any) string {
	if Text(url) == "" {
		return Text(title)
	}
	return Text(title) + " <" + Text(url) + ">"
}

func (s *sheet) embed(e object) {
	field := func(of, name string) any {
		o, _ := e[of].(object)
		return o[name]
	}
	s.inside("| ", func() {
		s.block(linked(field("author", "name"), field("author", "url")))
		s.block(linked(e["title"], e["url"]))
		s.block(Text(e["description"]))
		for _, f := range List(e["fields"]) {
			s.line("%s:", Text(f["name"]))
			s.inside("  ", func() { s.block(Text(f["value"])) })
		}
		if url := Text(field("image", "url")); url != "" {
			s.line("(picture: %s)", url)
		}
		s.block(Text(field("footer", "text")))
	})
}

// Message shows the content, embeds, components and attachments of a message, each on
// lines of its own.
func Message(m map[string]any) string {
	var s sheet
	s.block(Text(m["content"]))
	for _, e := range List(m["embeds"]) {
		s.embed(e)
	}
	s.components(List(m["components"]))
	for _, a := range List(m["attachments"]) {
		s.line("(file: %v, %v bytes)", a["filename"], a["size"])
	}
	return strings.Join(s.lines, "\n")
}
