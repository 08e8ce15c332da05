package bot

import (
	"context"
	"errors"
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// membership is a question to Discord: is the user a member of the server?
type membership struct{ server, user string }

// enter says which server's own facts count for an event: those of the server
// that it comes from, and in direct messages those of the server that the user
// last asked in, as long as they are its member. In a server without the bot,
// and in a group of people, only those count that count everywhere.
func (b *Bot) enter(ctx context.Context, e *Event) {
	switch {
	case e.Guild != "":
		e.Server = e.Guild
		b.last.put(e.User, e.Guild)
		b.members.put(membership{e.Guild, e.User}, true)
	case e.Direct:
		if server, ok := b.last.get(e.User); ok && b.member(ctx, server, e.User) {
			e.Server = server
		}
	}
}

// mayShow tells whether facts of a server may be shown where an event comes
// from: to somebody in it, or in direct messages to its member.
func (b *Bot) mayShow(ctx context.Context, e *Event, server string) bool {
	return server == "" || server == e.Guild || e.Direct && b.member(ctx, server, e.User)
}

// member asks Discord, and remembers the answer for minutes. Nobody is a member
// of a server that Discord tells nothing of.
func (b *Bot) member(ctx context.Context, server, user string) bool {
	key := membership{server, user}
	if is, ok := b.members.get(key); ok {
		return is
	}
	_, err := b.Discord.Member(ctx, server, user)
	if err == nil || refused(err) {
		b.members.put(key, err == nil)
	} else {
		b.Log.Warn("a membership could not be looked up", "error", err)
	}
	return err == nil
}

// refused tells whether Discord said no: not found, or not for the bot.
func refused(err error) bool {
	var rest *discordgo.RESTError
	return errors.As(err, &rest) && rest.Response != nil &&
		(rest.Response.StatusCode == http.StatusNotFound || rest.Response.StatusCode == http.StatusForbidden)
}
