package discordtest

import (
	"fmt"
	"strings"
	"time"
)

// Typing is a command that is being typed, with the suggestions for its last
// option.
type Typing struct {
	p       *Person
	command string
	options []any
	i       *interaction
}

// Type types a command up to the middle of its last option's value, so that
// the bot is asked for suggestions.
func (p *Person) Type(command string, options ...any) *Typing {
	p.d.t.Helper()
	data, err := p.typed(command, options, true)
	if err != nil || len(options) == 0 {
		p.d.t.Fatalf("discordtest: /%s: %v", command, err)
	}
	return &Typing{p: p, command: command, options: options, i: p.interact(kindTyping, data, nil).of}
}

// Suggestions are the names that the bot suggests. They are nil when it did
// not answer in time.
func (t *Typing) Suggestions() []string {
	var names []string
	for _, c := range t.choices() {
		names = append(names, fmt.Sprint(c["name"]))
	}
	return names
}

func (t *Typing) choices() []object {
	d := t.p.d
	d.await(d.ackWithin, func() bool { return t.i.answered != 0 })
	d.mu.Lock()
	defer d.mu.Unlock()
	list, _ := t.i.data["choices"].([]any)
	choices := []object{}
	for _, c := range list {
		c, _ := c.(object)
		choices = append(choices, c)
	}
	return choices
}

// Text shows the suggestions, one a line.
func (t *Typing) Text() string {
	names := t.Suggestions()
	if len(names) == 0 {
		return "(No options match your search)"
	}
	return strings.Join(names, "\n")
}

// Took is the time from the key stroke to the suggestions.
func (t *Typing) Took() time.Duration {
	t.choices()
	t.p.d.mu.Lock()
	defer t.p.d.mu.Unlock()
	return t.i.acked.Sub(t.i.sent)
}

// Take takes the suggestion of a number, from 1, and sends the command with
// the options that are left to give.
func (t *Typing) Take(n int, more ...any) *Reply {
	t.p.d.t.Helper()
	choices := t.choices()
	if n < 1 || n > len(choices) {
		t.p.d.t.Fatalf("discordtest: there is no suggestion %d among %q", n, t.Suggestions())
	}
	options := append(append([]any{}, t.options[:len(t.options)-1]...), choices[n-1]["value"])
	return t.p.Slash(t.command, append(options, more...)...)
}
