package discordtest

import (
	"maps"
	"slices"
	"strconv"

	"verbatim/bot/discordtest/socket"
)

// Right is a permission of a member, as a bit of Discord's.
type Right int64

// Rights that moderators have.
const (
	Administrator Right = 1 << 3
	ManageServer  Right = 1 << 5

	// everyone may view channels, send messages and use commands.
	everyone Right = 1<<10 | 1<<11 | 1<<31
)

type user struct {
	id, name string
	bot      bool
	locale   string
	deaf     bool     // takes no direct messages
	direct   *Channel // with the bot
}

func (d *Discord) user(name string, bot bool) *user {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, u := range d.users {
		if u.name == name {
			return u
		}
	}
	u := &user{id: d.nextID(), name: name, bot: bot, locale: "en-US"}
	d.users[u.id] = u
	return u
}

func (u *user) json() object {
	return object{
		"id": u.id, "username": u.name, "global_name": u.name, "discriminator": "0",
		"avatar": nil, "bot": u.bot, "public_flags": 0,
	}
}

// Guild is a server. The bot is installed in it unless it is Foreign.
type Guild struct {
	d        *Discord
	id, name string
	foreign  bool
	channels []*Channel
	roles    map[string]string // id by name
	members  map[string]*member
}

type member struct {
	user   *user
	rights Right
	roles  []string
}

// Guild makes a server in which the bot is installed, with a channel
// "general", or returns the one of that name.
func (d *Discord) Guild(name string) *Guild { return d.guild(name, false) }

// Foreign makes a server in which the bot is not installed. People in it can
// use the bot only because they installed it for themselves.
func (d *Discord) Foreign(name string) *Guild { return d.guild(name, true) }

func (d *Discord) guild(name string, foreign bool) *Guild {
	d.mu.Lock()
	for _, g := range d.guilds {
		if g.name == name {
			d.mu.Unlock()
			return g
		}
	}
	g := &Guild{
		d: d, id: d.nextID(), name: name, foreign: foreign,
		roles: map[string]string{}, members: map[string]*member{},
	}
	d.guilds = append(d.guilds, g)
	g.members[d.bot.id] = &member{user: d.bot, rights: everyone}
	d.mu.Unlock()
	g.Channel("general")
	if !foreign {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.dispatch(socket.Event{Kind: "GUILD_CREATE", Data: g.json()})
	}
	return g
}

// ID is the server's id.
func (g *Guild) ID() string { return g.id }

// json is called with the lock held.
func (g *Guild) json() object {
	channels := []any{}
	for _, c := range g.channels {
		channels = append(channels, c.json())
	}
	roles := []any{object{"id": g.id, "name": "@everyone", "permissions": number(everyone)}}
	for _, name := range slices.Sorted(maps.Keys(g.roles)) {
		roles = append(roles, object{"id": g.roles[name], "name": name, "permissions": "0"})
	}
	return object{
		"id": g.id, "name": g.name, "owner_id": "1", "preferred_locale": "en-US", "roles": roles,
		"channels": channels, "members": []any{}, "member_count": len(g.members), "emojis": []any{},
		"features": []any{}, "joined_at": "2026-01-01T00:00:00Z", "voice_states": []any{},
		"presences": []any{}, "threads": []any{}, "large": false, "unavailable": false,
	}
}

// Role makes a role, or returns the id of the one of that name.
func (g *Guild) Role(name string) (id string) {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	if g.roles[name] == "" {
		g.roles[name] = g.d.nextID()
	}
	return g.roles[name]
}

// Channel is a place for messages: in a server, or between a person and the
// bot.
type Channel struct {
	d        *Discord
	id, name string
	guild    *Guild // nil for direct messages
	with     *user  // the person of direct messages
	closed   bool   // the bot may not write in it
}

// Close takes the bot's permission to write in the channel away, or gives it back,
// and tells the bot of it, as Discord does.
func (c *Channel) Close(closed bool) {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	c.closed = closed
	c.d.dispatch(socket.Event{Kind: "CHANNEL_UPDATE", Data: c.json()})
}

// Channel makes a channel, or returns the one of that name.
func (g *Guild) Channel(name string) *Channel {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	for _, c := range g.channels {
		if c.name == name {
			return c
		}
	}
	c := &Channel{d: g.d, id: g.d.nextID(), name: name, guild: g}
	g.channels = append(g.channels, c)
	g.d.channels[c.id] = c
	return c
}

// direct is the channel of a user with the bot. The caller holds the lock.
func (d *Discord) direct(u *user) *Channel {
	if u.direct == nil {
		u.direct = &Channel{d: d, id: d.nextID(), name: u.name, with: u}
		d.channels[u.direct.id] = u.direct
	}
	return u.direct
}

// ID is the channel's id.
func (c *Channel) ID() string { return c.id }

func (c *Channel) json() object {
	if c.guild == nil {
		return object{"id": c.id, "type": 1, "recipients": []any{c.with.json()}}
	}
	return object{"id": c.id, "type": 0, "guild_id": c.guild.id, "name": c.name, "position": 0}
}

func number[N ~int64](n N) string { return strconv.FormatInt(int64(n), 10) }
