package discordtest

// Person is somebody at a place: in a channel of a server, or in direct
// messages with the bot. Somebody of the same name elsewhere is the same user.
type Person struct {
	d       *Discord
	user    *user
	channel *Channel
}

// Member is somebody in the server's channel "general". Rights are added to
// those that everyone has.
func (g *Guild) Member(name string, rights ...Right) *Person {
	u := g.d.user(name, false)
	channel := g.Channel("general")
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	m := g.members[u.id]
	if m == nil {
		m = &member{user: u, rights: everyone}
		g.members[u.id] = m
	}
	for _, r := range rights {
		m.rights |= r
	}
	return &Person{d: g.d, user: u, channel: channel}
}

// User is somebody in direct messages with the bot.
func (d *Discord) User(name string) *Person {
	u := d.user(name, false)
	d.mu.Lock()
	defer d.mu.Unlock()
	return &Person{d: d, user: u, channel: d.direct(u)}
}

// ID is the user's id.
func (p *Person) ID() string { return p.user.id }

// In is the same person in another channel.
func (p *Person) In(c *Channel) *Person {
	return &Person{d: p.d, user: p.user, channel: c}
}

// Alone is the same person in direct messages with the bot.
func (p *Person) Alone() *Person { return p.d.User(p.user.name) }

// IsAlone tells whether the person is in direct messages.
func (p *Person) IsAlone() bool { return p.channel.guild == nil }

// Speaks sets the language of the person's Discord, as in "zh-CN".
func (p *Person) Speaks(locale string) *Person {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	p.user.locale = locale
	return p
}

// Wears gives the person a role of the server that they are in.
func (p *Person) Wears(role string) *Person {
	id := p.channel.guild.Role(role)
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	m := p.channel.guild.members[p.user.id]
	m.roles = append(m.roles, id)
	return p
}

// TakesNoDirect closes the person's direct messages: Discord then refuses the
// bot's with 50007.
func (p *Person) TakesNoDirect() *Person {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	p.user.deaf = true
	return p
}

// Leaves takes the person out of the server that they are in.
func (p *Person) Leaves() {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	delete(p.channel.guild.members, p.user.id)
}

// membership is the person's member object. The caller holds the lock.
func (p *Person) membership() object {
	m := p.channel.guild.members[p.user.id]
	if m == nil {
		m = &member{user: p.user, rights: everyone}
	}
	return m.json()
}

func (m *member) json() object {
	roles := []any{}
	for _, r := range m.roles {
		roles = append(roles, r)
	}
	return object{
		"user": m.user.json(), "roles": roles, "permissions": number(m.rights), "nick": nil, "avatar": nil,
		"joined_at": "2026-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0, "pending": false,
	}
}
