// Package change has what every change of a moderator needs, whatever it changes: in
// whose name it is made, the file that comes with it, and the sentence for when it is
// not made. It must never change anything itself; the rooms of package moderator call
// it.
package change

import (
	"context"
	"strings"

	"verbatim/bot/event"
	"verbatim/bot/reply"
	"verbatim/kb/library"
)

// Editor is the moderator of an event, and the event as their act.
func Editor(e *event.Event) library.Editor {
	return library.Editor{Author: e.User, Server: e.Guild, Once: "discord-" + e.ID, OwnOnly: e.OwnOnly}
}

// ByAll is for those only who may change everything; others read why not.
func ByAll(run event.Run) event.Run {
	return func(ctx context.Context, e *event.Event) reply.Reply {
		if e.OwnOnly {
			return NotTheirs(e)
		}
		return run(ctx, e)
	}
}

// NotTheirs says that somebody may change only what they made.
func NotTheirs(e *event.Event) reply.Reply { return reply.Whisper(e.Say("refusal.own-only")) }

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
