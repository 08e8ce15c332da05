// Package change has what every change of a moderator needs, whatever it changes: in
// whose name it is made, the file that comes with it, and the sentence for when it is
// not made. It must never change anything itself; the rooms of package moderator call
// it.
package change

import (
	"strings"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb/library"
)

// Editor is the moderator of an event, and the event as their act.
func Editor(e *event.Event) library.Editor {
	return library.Editor{Author: e.User, Server: e.Guild, Once: "discord-" + e.ID}
}

// Person is an author of the history: a user of Discord, or a name.
func Person(author string) string {
	if author != "" && strings.Trim(author, "0123456789") == "" {
		return "<@" + author + ">" // nobody is pinged by what this bot sends
	}
	return reply.OneLine(author)
}

// Split cuts a list with commas; nil when there is nothing.
func Split(list string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '，' || r == '،' || r == '、' }) {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// Bullets are lines as a list.
func Bullets(lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString("- " + reply.OneLine(l) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
