package discordtest

import (
	"fmt"
	"regexp"
	"strings"

	"verbatim/bot/discordtest/sheet"
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
	private := ""
	switch {
	case m.deleted:
		return gone
	case m.onlyFor != nil && m.onlyFor != viewer:
		return noMessage
	case m.onlyFor != nil:
		private = fmt.Sprintf("(only %s sees this)\n", m.onlyFor.name)
	}
	if m.loading() {
		return private + thinking
	}
	return m.channel.d.named(strings.TrimSuffix(private+sheet.Message(m.body), "\n"))
}

var mention = regexp.MustCompile(`<(@!?|@&|#)(\d+)>`)

// named puts the names of people, channels and roles in. The caller holds the lock.
func (d *Discord) named(shown string) string {
	return mention.ReplaceAllStringFunc(shown, func(found string) string {
		id := mention.FindStringSubmatch(found)[2]
		if u := d.users[id]; u != nil {
			return "@" + u.name
		}
		if c := d.channels[id]; c != nil {
			return "#" + c.name
		}
		if role := d.roles[id]; role != "" {
			return "@" + role
		}
		return found
	})
}
