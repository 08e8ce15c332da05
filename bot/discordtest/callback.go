package discordtest

import (
	"encoding/json"
	"strings"
	"time"

	"verbatim/bot/discordtest/fault"
)

// The types of interactions and of the answers to them.
const (
	kindCommand   = 2
	kindComponent = 3
	kindTyping    = 4
	kindForm      = 5

	answerMessage     = 4
	answerLater       = 5
	updateLater       = 6
	answerUpdate      = 7
	answerSuggestions = 8
	answerForm        = 9
)

// tokenLife is how long follow-ups and edits are taken.
const tokenLife = 15 * time.Minute

// interaction is something that a person did with the bot.
type interaction struct {
	d      *Discord
	id     string
	token  string
	kind   int
	person *Person
	sent   time.Time
	on     *message // the one whose component was used
	edits  int      // that it had then

	answered  int // the type of the answer; 0 while there is none
	acked     time.Time
	data      object
	original  *message
	followups []*message
}

// decode reads the body into v, and fails the test when it cannot.
func (c *call) decode(v any) bool {
	if err := json.Unmarshal(c.body, v); err != nil {
		c.d.problem("%s %s: %v", c.Method, c.URL.Path, err)
		return false
	}
	return true
}

// callback is the answer to an interaction. Who asks for it is told what has come of it.
func (c *call) callback() answer {
	var body struct {
		Type int    `json:"type"`
		Data object `json:"data"`
	}
	if !c.decode(&body) {
		return fault.InvalidForm
	}
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	i := c.d.interactions[c.PathValue("token")]
	switch {
	case i == nil || i.id != c.PathValue("id"):
		return fault.UnknownInteraction
	case i.answered != 0:
		return fault.Acknowledged
	case time.Since(i.sent) > c.d.ackWithin:
		return fault.UnknownInteraction
	case !i.takes(body.Type):
		c.d.problem("an interaction of type %d cannot be answered with type %d", i.kind, body.Type)
		return fault.InvalidForm
	}
	i.answered, i.acked, i.data = body.Type, time.Now(), body.Data
	i.take(c.files)
	c.d.change()
	if c.URL.Query().Get("with_response") != "true" || i.original == nil {
		return nil
	}
	return object{
		"interaction": object{"id": i.id, "type": i.kind, "response_message_id": i.original.id},
		"resource":    object{"type": body.Type, "message": i.original.json()},
	}
}

// takes tells whether an answer of a type fits the interaction.
func (i *interaction) takes(answer int) bool {
	switch answer {
	case answerMessage, answerLater:
		return i.kind != kindTyping
	case updateLater, answerUpdate:
		return i.kind == kindComponent || i.kind == kindForm && i.on != nil
	case answerSuggestions:
		return i.kind == kindTyping
	case answerForm:
		return i.kind == kindCommand || i.kind == kindComponent
	}
	return false
}

// take does what the answer says. The caller holds the lock.
func (i *interaction) take(files []File) {
	switch i.answered {
	case answerMessage:
		i.original = i.say(i.data, files)
	case answerLater:
		flags, _ := i.data["flags"].(float64)
		i.original = i.say(object{"flags": float64(int64(flags) | flagLoading)}, nil)
	case updateLater:
		i.original = i.on
	case answerUpdate:
		i.original = i.on
		i.on.edit(i.d, i.data, files)
	}
}

// say makes a message of the bot in the interaction's channel.
func (i *interaction) say(body object, files []File) *message {
	m := &message{channel: i.person.channel, author: i.d.bot, body: body, of: i}
	if m.flags()&flagEphemeral != 0 {
		m.onlyFor = i.person.user
	}
	i.d.add(m)
	m.attach(i.d, files)
	return m
}

// webhook is the interaction whose token a path has, if it still takes
// follow-ups. The caller holds the lock.
func (c *call) webhook() *interaction {
	return c.d.open(c.PathValue("app"), c.PathValue("token"))
}

func (d *Discord) open(application, token string) *interaction {
	i := d.interactions[token]
	if i == nil || application != d.application || i.answered == 0 || time.Since(i.sent) > tokenLife {
		return nil
	}
	return i
}

// message is the one that a webhook's path names.
func (i *interaction) message(id string) *message {
	if id == "@original" {
		if i.original == nil || i.original.deleted {
			return nil
		}
		return i.original
	}
	if m := i.d.find(id); m != nil && m.of == i {
		return m
	}
	return nil
}

// edited is the message that a request changes, if it is one that does. The
// caller holds the lock.
func (c *call) edited(below string) *message {
	parts := strings.Split(strings.Trim(below, "/"), "/")
	switch {
	case c.Method == "PATCH" && len(parts) == 5 && parts[0] == "webhooks":
		if i := c.d.open(parts[1], parts[2]); i != nil {
			return i.message(parts[4])
		}
	case c.Method == "PATCH" && len(parts) == 4 && parts[0] == "channels":
		return c.d.find(parts[3])
	case len(parts) == 4 && parts[3] == "callback":
		var body struct{ Type int }
		if i := c.d.interactions[parts[2]]; i != nil && json.Unmarshal(c.body, &body) == nil && body.Type == answerUpdate {
			return i.on
		}
	}
	return nil
}

func (c *call) followUp() answer {
	body := c.fields()
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	i := c.webhook()
	if i == nil {
		return fault.UnknownWebhook
	}
	var m *message
	if i.original != nil && i.original.loading() {
		// The first follow-up takes the place of "thinking…".
		i.original.edit(c.d, body, c.files)
		m = i.original
	} else {
		m = i.say(body, c.files)
		i.followups = append(i.followups, m)
	}
	c.d.change()
	return m.json()
}

// onMessage does something with the message that a webhook's path names.
func (c *call) onMessage(do func(*message) answer) answer {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	i := c.webhook()
	if i == nil {
		return fault.UnknownWebhook
	}
	if m := i.message(c.PathValue("message")); m != nil {
		return do(m)
	}
	return fault.UnknownMessage
}

func (c *call) webhookMessage() answer {
	return c.onMessage(func(m *message) answer { return m.json() })
}

func (c *call) webhookEdit() answer {
	body := c.fields()
	return c.onMessage(func(m *message) answer {
		m.edit(c.d, body, c.files)
		return m.json()
	})
}

func (c *call) webhookDelete() answer {
	return c.onMessage(func(m *message) answer {
		m.deleted = true
		c.d.change()
		return nil
	})
}
