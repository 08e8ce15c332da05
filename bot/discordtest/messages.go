package discordtest

import (
	"slices"

	"verbatim/bot/discordtest/fault"
)

// These are the requests about messages and channels. Each is answered with
// the lock held.

func (c *call) readMessage() answer {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	m := c.d.find(c.PathValue("message"))
	if m == nil || m.channel.id != c.PathValue("channel") {
		return fault.UnknownMessage
	}
	return m.json()
}

func (c *call) createMessage() answer {
	body := c.fields()
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	channel := c.d.channels[c.PathValue("channel")]
	switch {
	case channel == nil:
		return fault.UnknownChannel
	case channel.guild != nil && channel.guild.foreign:
		return fault.MissingAccess
	case channel.closed:
		return fault.MayNot
	case channel.with != nil && channel.with.deaf:
		return fault.TakesNoDirect
	}
	nonce, _ := body["nonce"].(string)
	if body["enforce_nonce"] == true && nonce != "" {
		for _, m := range slices.Backward(c.d.messages) {
			if m.nonce == nonce && m.channel == channel {
				return m.json()
			}
		}
	}
	m := &message{channel: channel, author: c.d.bot, body: body, nonce: nonce}
	if reference, ok := body["message_reference"].(object); ok {
		id, _ := reference["message_id"].(string)
		if m.replyTo = c.d.find(id); m.replyTo == nil && reference["fail_if_not_exists"] != false {
			return fault.UnknownMessage
		}
	}
	m.attach(c.d, c.files)
	return c.d.add(m).json()
}

func (c *call) editMessage() answer {
	body := c.fields()
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	m := c.d.find(c.PathValue("message"))
	switch {
	case m == nil || m.channel.id != c.PathValue("channel"):
		return fault.UnknownMessage
	case m.author != c.d.bot:
		return fault.NotTheAuthor
	}
	m.edit(c.d, body, c.files)
	return m.json()
}

func (c *call) deleteMessage() answer {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	m := c.d.find(c.PathValue("message"))
	if m == nil || m.channel.id != c.PathValue("channel") {
		return fault.UnknownMessage
	}
	m.deleted = true
	c.d.change()
	return nil
}

func (c *call) openDirect() answer {
	body := c.fields()
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	id, _ := body["recipient_id"].(string)
	u := c.d.users[id]
	if u == nil || u.bot {
		return fault.UnknownUser
	}
	return c.d.direct(u).json()
}

func (c *call) channel() answer {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	if channel := c.d.channels[c.PathValue("channel")]; channel != nil {
		return channel.json()
	}
	return fault.UnknownChannel
}

func (c *call) member() answer {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	for _, g := range c.d.guilds {
		if g.id != c.PathValue("guild") || g.foreign {
			continue
		}
		if m := g.members[c.PathValue("user")]; m != nil {
			return m.json()
		}
		return fault.UnknownMember
	}
	return fault.UnknownGuild
}

func (c *call) gatewayBot() answer {
	return object{
		"url": c.d.gatewayURL(), "shards": 1,
		"session_start_limit": object{"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": c.d.AtOnce()},
	}
}

func (c *call) application() answer {
	return object{
		"id": c.d.application, "name": c.d.bot.name, "description": "", "bot_public": true,
		"bot": c.d.bot.json(), "flags": 0, "verify_key": c.d.posts.Key(),
	}
}
