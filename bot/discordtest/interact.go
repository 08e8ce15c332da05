package discordtest

import (
	"time"

	"verbatim/bot/discordtest/socket"
)

// Interact sends an interaction of a type with any data, even such as no
// Discord would send. The methods that people have (Slash, Type, Apps, and of
// a Reply Press and Choose) are made of it.
func (p *Person) Interact(kind int, data map[string]any) *Reply {
	return p.interact(kind, data, nil)
}

func (p *Person) interact(kind int, data object, on *message) *Reply {
	d := p.d
	d.mu.Lock()
	defer d.mu.Unlock()
	i := &interaction{d: d, id: d.nextID(), kind: kind, person: p, on: on, sent: time.Now()}
	i.token = "aW50ZXJhY3Rpb24" + i.id
	d.interactions[i.token] = i
	d.tokens = append(d.tokens, i.token)
	if kept := last(d.tokens, d.remembers); len(kept) < len(d.tokens) {
		for _, token := range d.tokens[:len(d.tokens)-len(kept)] {
			delete(d.interactions, token)
		}
		d.tokens = kept
	}
	payload := i.payload(data)
	if on != nil {
		i.edits = on.edits
		payload["message"] = on.json()
	}
	if d.posts.Posts() {
		go d.post(d.posts.Next(), payload)
	} else {
		d.dispatch(socket.Event{Kind: "INTERACTION_CREATE", Data: payload})
	}
	return &Reply{d: d, viewer: p.user, of: i}
}

// PostTo has interactions posted to these addresses in turn instead, as Discord does once
// an application has an Interactions Endpoint URL.
func (d *Discord) PostTo(addresses ...string) {
	d.t.Helper()
	for _, address := range addresses {
		if err := d.posts.Try(address); err != nil {
			d.t.Fatalf("discordtest: %v", err)
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.posts.To(addresses)
}

func (d *Discord) post(address string, payload object) {
	if err := d.posts.Post(address, payload); err != nil {
		d.t.Errorf("discordtest: %v", err)
	}
}

// payload is what the bot is told of an interaction. The caller holds the
// lock.
func (i *interaction) payload(data object) object {
	p := i.person
	o := object{
		"id": i.id, "application_id": i.d.application, "type": i.kind, "token": i.token, "version": 1,
		"channel_id": p.channel.id, "channel": p.channel.json(), "locale": p.user.locale,
		"entitlements": []any{}, "app_permissions": number(everyone), "attachment_size_limit": 10 << 20,
		"data": data,
	}
	owners := object{}
	if g := p.channel.guild; g != nil {
		o["guild_id"], o["guild_locale"], o["context"] = g.id, "en-US", 0
		o["guild"] = object{"id": g.id, "locale": "en-US", "features": []any{}}
		o["member"] = p.membership()
		if g.foreign {
			owners["1"] = p.user.id
		} else {
			owners["0"] = g.id
		}
	} else {
		o["user"], o["context"] = p.user.json(), 1
		owners["1"] = p.user.id
	}
	o["authorizing_integration_owners"] = owners
	return o
}

// Apps uses a command of the menu Apps that a right click on a message opens.
func (p *Person) Apps(m *Message, command string) *Reply {
	p.d.t.Helper()
	p.d.mu.Lock()
	c := p.d.command(p.channel.guild, 3, command)
	target := m.m.json()
	p.d.mu.Unlock()
	if c == nil {
		p.d.t.Fatalf("discordtest: no command %q in the menu Apps of a message; there are %q", command, p.d.Commands())
	}
	return p.interact(kindCommand, object{
		"id": c["id"], "name": command, "type": 3, "target_id": m.m.id,
		"resolved": object{"messages": object{m.m.id: target}},
	}, nil)
}

// Says writes a message to the channel that the person is in. The bot gets it
// as Discord gives it: without its text, unless it is a direct message or
// mentions the bot.
func (p *Person) Says(text string) *Message { return p.says(text, nil) }

// Replies writes a message that replies to another.
func (p *Person) Replies(to *Message, text string) *Message { return p.says(text, to.m) }

func (p *Person) says(text string, to *message) *Message {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	m := &message{channel: p.channel, author: p.user, body: object{"content": text}, replyTo: to}
	return &Message{d: p.d, m: p.d.add(m)}
}

// Direct writes the bot a direct message.
func (p *Person) Direct(text string) *Reply {
	return p.expects(p.Alone().Says(text))
}

// Mention writes a message that begins with a mention of the bot.
func (p *Person) Mention(text string) *Reply {
	return p.expects(p.Says("<@" + p.d.bot.id + "> " + text))
}

// Answers writes a message that is a reply to one of the bot's.
func (p *Person) Answers(r *Reply, text string) *Reply {
	return p.expects(p.says(text, r.message()))
}

// Overhears writes a message that is not for the bot, and returns what the bot writes
// after it.
func (p *Person) Overhears(text string) *Reply { return p.expects(p.Says(text)) }

// expects is what the bot writes after a message.
func (p *Person) expects(m *Message) *Reply {
	return &Reply{d: p.d, viewer: p.user, to: m.m}
}

// Last is the last message in the channel that the person is in, or nil.
func (p *Person) Last() *Message {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	for i := len(p.d.messages) - 1; i >= 0; i-- {
		if m := p.d.messages[i]; m.channel == p.channel && !m.deleted && (m.onlyFor == nil || m.onlyFor == p.user) {
			return &Message{d: p.d, m: m}
		}
	}
	return nil
}

// Channel is the id of the channel that the message is in.
func (m *Message) Channel() string { return m.m.channel.id }
