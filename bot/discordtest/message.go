package discordtest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"verbatim/bot/discordtest/socket"
)

// Flags of a message.
const (
	flagEphemeral = 1 << 6
	flagLoading   = 1 << 7
	flagV2        = 1 << 15
)

// message is one message, with the fields that its author sent.
type message struct {
	id      string
	channel *Channel
	author  *user
	body    object
	at      time.Time
	edits   int
	onlyFor *user    // of an ephemeral one
	replyTo *message // the one that it refers to
	of      *interaction
	deleted bool
	nonce   string
}

// Message is a message as a test sees it.
type Message struct {
	d *Discord
	m *message
}

// ID is the message's id.
func (m *Message) ID() string { return m.m.id }

// flags is called with the lock held.
func (m *message) flags() int64 {
	f, _ := m.body["flags"].(float64)
	return int64(f)
}

func (m *message) loading() bool { return m.flags()&flagLoading != 0 }

// add keeps a new message and tells the bot of it, unless it is ephemeral. The
// caller holds the lock.
func (d *Discord) add(m *message) *message {
	m.id, m.at = d.nextID(), time.Now()
	if m.body == nil {
		m.body = object{}
	}
	d.messages = last(append(d.messages, m), d.remembers)
	intent := socket.IntentDirect
	if m.channel.guild != nil {
		if intent = socket.IntentGuilds; m.channel.guild.foreign {
			d.change()
			return m
		}
	}
	if m.onlyFor == nil {
		d.dispatch(socket.Event{Kind: "MESSAGE_CREATE", Data: m.told(d, m.readable(d)), Whole: m.told(d, true), Intent: intent})
	}
	d.change()
	return m
}

// edit changes what a body names, and leaves the rest.
func (m *message) edit(d *Discord, body object, files []File) {
	flags := m.flags() &^ flagLoading
	if f, ok := body["flags"].(float64); ok {
		flags |= int64(f)
	}
	maps.Copy(m.body, body)
	m.body["flags"] = float64(flags)
	m.attach(d, files)
	m.edits++
	d.change()
}

// attach keeps files so that they can be downloaded.
func (m *message) attach(d *Discord, files []File) {
	if len(files) == 0 {
		return
	}
	list := []any{}
	for i, f := range files {
		list = append(list, d.keep(m.id+"/"+strconv.Itoa(i)+"/"+f.Name, f))
	}
	m.body["attachments"] = list
}

// keep stores a file and returns it as an attachment.
func (d *Discord) keep(path string, f File) object {
	d.files[path] = f.Body
	return object{
		"id": d.nextID(), "filename": f.Name, "size": len(f.Body), "content_type": f.Type,
		"url": d.server.URL + "/files/" + path, "proxy_url": d.server.URL + "/files/" + path,
	}
}

// json is the whole message. The caller holds the lock.
func (m *message) json() object {
	o := object{
		"id": m.id, "channel_id": m.channel.id, "author": m.author.json(), "type": 0,
		"timestamp": m.at.UTC().Format(time.RFC3339Nano), "edited_timestamp": nil,
		"tts": false, "mention_everyone": false, "mention_roles": []any{}, "pinned": false,
		"content": "", "embeds": []any{}, "components": []any{}, "attachments": []any{}, "flags": m.flags(),
		"mentions": m.mentions(),
	}
	for _, field := range []string{"content", "embeds", "components", "attachments"} {
		if v := m.body[field]; v != nil {
			o[field] = v
		}
	}
	if m.edits > 0 {
		o["edited_timestamp"] = time.Now().UTC().Format(time.RFC3339Nano)
	}
	if m.of != nil {
		o["type"], o["application_id"], o["webhook_id"] = 20, m.of.d.application, m.of.d.application
	}
	if m.replyTo != nil {
		o["type"] = 19
		o["message_reference"] = object{"message_id": m.replyTo.id, "channel_id": m.channel.id}
		o["referenced_message"] = m.replyTo.json()
	}
	return o
}

// told is the message as the bot's gateway shows it: with who is where, and
// without the content unless the bot may read it.
func (m *message) told(d *Discord, readable bool) object {
	o := m.json()
	if g := m.channel.guild; g != nil {
		o["guild_id"] = g.id
		if member := g.members[m.author.id]; member != nil {
			partial := member.json()
			delete(partial, "user")
			o["member"] = partial
		}
		if !readable {
			o["content"], o["embeds"], o["components"], o["attachments"] = "", []any{}, []any{}, []any{}
		}
	}
	return o
}

// readable tells whether the bot may read a message of a server without the
// privileged intent: its own, and those that mention it.
func (m *message) readable(d *Discord) bool {
	return m.author == d.bot || m.mentioned(d.bot) || m.replyTo != nil && m.replyTo.author == d.bot
}

func (m *message) mentioned(u *user) bool {
	content, _ := m.body["content"].(string)
	return strings.Contains(content, "<@"+u.id+">") || strings.Contains(content, "<@!"+u.id+">")
}

// mentions are the users that the text names.
func (m *message) mentions() []any {
	list := []any{}
	if content, _ := m.body["content"].(string); m.replyTo == nil && !strings.Contains(content, "<@") {
		return list
	}
	for _, u := range m.channel.d.sortedUsers() {
		if m.mentioned(u) || m.replyTo != nil && m.replyTo.author == u && m.author != m.channel.d.bot {
			list = append(list, u.json())
		}
	}
	return list
}

func (d *Discord) sortedUsers() []*user {
	return slices.SortedFunc(maps.Values(d.users), func(a, b *user) int { return strings.Compare(a.id, b.id) })
}

// find is the message of an id, unless it is deleted. The caller holds the
// lock.
func (d *Discord) find(id string) *message {
	for _, m := range slices.Backward(d.messages) {
		if m.id == id && !m.deleted {
			return m
		}
	}
	return nil
}
