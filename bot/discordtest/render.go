package discordtest

import (
	"fmt"
	"regexp"
	"strings"
)

// What a person sees when nothing comes.
const (
	noResponse = "(The application did not respond)"
	noMessage  = "(nothing came)"
	thinking   = "(thinking…)"
	gone       = "(the message is deleted)"
)

// Text waits for the reply and shows it as readable lines:
//
//	(only ann sees this)
//	the content
//	| Title <https://link>
//	| the description of an embed, or what is in a container
//	[Context] [Cite] [Source ↗ https://…]
//	<the placeholder of a menu>
//	  - an option: its description
//
// A form is shown as Form.Text does, suggestions as one line each.
func (r *Reply) Text() string {
	answered := r.wait()
	r.d.mu.Lock()
	m := r.find()
	kind := 0
	if r.of != nil {
		kind = r.of.answered
	}
	r.d.mu.Unlock()
	switch {
	case r.of != nil && kind == 0:
		return noResponse
	case kind == answerForm:
		return r.Form().Text()
	case m == nil:
		return noMessage
	case kind == updateLater && !answered:
		return thinking
	}
	r.d.mu.Lock()
	defer r.d.mu.Unlock()
	return m.show(r.viewer)
}

// Text shows the message as whoever wrote it sees it.
func (m *Message) Text() string {
	m.d.mu.Lock()
	defer m.d.mu.Unlock()
	return m.m.show(m.m.onlyFor)
}

// show is the message as lines. The caller holds the lock.
func (m *message) show(viewer *user) string {
	var s sheet
	switch {
	case m.deleted:
		return gone
	case m.onlyFor != nil && m.onlyFor != viewer:
		return noMessage
	case m.onlyFor != nil:
		s.line("(only %s sees this)", m.onlyFor.name)
	}
	if m.loading() {
		s.line(thinking)
		return s.text(m.channel.d)
	}
	s.block(text(m.body["content"]))
	for _, e := range list(m.body["embeds"]) {
		s.embed(e)
	}
	s.components(list(m.body["components"]))
	for _, a := range list(m.body["attachments"]) {
		s.line("(file: %v, %v bytes)", a["filename"], a["size"])
	}
	return s.text(m.channel.d)
}

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

var mention = regexp.MustCompile(`<(@!?|#)(\d+)>`)

// text joins the lines, with people and channels by name.
func (s *sheet) text(d *Discord) string {
	return mention.ReplaceAllStringFunc(strings.Join(s.lines, "\n"), func(found string) string {
		id := mention.FindStringSubmatch(found)[2]
		if u := d.users[id]; u != nil {
			return "@" + u.name
		}
		if c := d.channels[id]; c != nil {
			return "#" + c.name
		}
		return found
	})
}

func linked(title, url any) string {
	if text(url) == "" {
		return text(title)
	}
	return text(title) + " <" + text(url) + ">"
}

func (s *sheet) embed(e object) {
	field := func(of, name string) any {
		o, _ := e[of].(object)
		return o[name]
	}
	s.inside("| ", func() {
		s.block(linked(field("author", "name"), field("author", "url")))
		s.block(linked(e["title"], e["url"]))
		s.block(text(e["description"]))
		for _, f := range list(e["fields"]) {
			s.line("%s:", text(f["name"]))
			s.inside("  ", func() { s.block(text(f["value"])) })
		}
		if url := text(field("image", "url")); url != "" {
			s.line("(picture: %s)", url)
		}
		s.block(text(field("footer", "text")))
	})
}
