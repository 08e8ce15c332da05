package discordtest

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"verbatim/bot/discordtest/sheet"
)

// The types of a command's options.
const (
	optionSubcommand = 1
	optionGroup      = 2
	optionString     = 3
	optionInteger    = 4
	optionBoolean    = 5
	optionUser       = 6
	optionChannel    = 7
	optionRole       = 8
	optionNumber     = 10
	optionAttachment = 11
)

// Raw is the value of an option as it is sent, with a type that may be another
// than the one that the command was registered with.
type Raw struct {
	Type  int
	Value any
}

// Slash types a command and sends it: Slash("fact add", "source", "…"). Names
// and values of options alternate. A value is a string, which is read as the
// option's type wants, or a bool, an int, a float64, a *Person, a File, a Raw.
func (p *Person) Slash(command string, options ...any) *Reply {
	p.d.t.Helper()
	data, err := p.typed(command, options, false)
	if err != nil {
		p.d.t.Fatalf("discordtest: /%s: %v", command, err)
	}
	return p.interact(kindCommand, data, nil)
}

// typed is the data of a command as typed so far; the last option has the
// focus while typing.
func (p *Person) typed(command string, options []any, typing bool) (object, error) {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	words := strings.Fields(command)
	if len(words) == 0 || len(options)%2 != 0 {
		return nil, fmt.Errorf("a command has a name, and options in pairs")
	}
	c := p.d.command(p.channel.guild, 1, words[0])
	if c == nil {
		return nil, fmt.Errorf("no such command is registered")
	}
	t := typist{p: p, typing: typing, resolved: object{}}
	inside, err := t.inside(c, words[1:], options)
	if err != nil {
		return nil, err
	}
	data := object{"id": c["id"], "name": words[0], "type": 1, "options": inside}
	if len(t.resolved) > 0 {
		data["resolved"] = t.resolved
	}
	return data, nil
}

// typist gathers what a command's options refer to.
type typist struct {
	p        *Person
	typing   bool
	resolved object
}

// inside are the options of a command or subcommand.
func (t *typist) inside(c object, words []string, options []any) ([]any, error) {
	declared := byName(c)
	if len(words) > 0 {
		sub := declared[words[0]]
		if kind := sheet.Int(sub["type"]); kind != optionSubcommand && kind != optionGroup {
			return nil, fmt.Errorf("it has no subcommand %q", words[0])
		}
		inner, err := t.inside(sub, words[1:], options)
		return []any{object{"name": words[0], "type": sub["type"], "options": inner}}, err
	}
	out := []any{}
	given := map[string]bool{}
	for i := 0; i < len(options); i += 2 {
		name, _ := options[i].(string)
		if declared[name] == nil {
			return nil, fmt.Errorf("it has no option %q", name)
		}
		given[name] = true
		o, err := t.option(declared[name], options[i+1])
		if err != nil {
			return nil, fmt.Errorf("option %q: %w", name, err)
		}
		if t.typing && i+2 == len(options) {
			o["focused"] = true
		}
		out = append(out, o)
	}
	for name, o := range declared {
		if o["required"] == true && !given[name] && !t.typing {
			return nil, fmt.Errorf("the option %q is required", name)
		}
		if kind := sheet.Int(o["type"]); kind == optionSubcommand || kind == optionGroup {
			return nil, fmt.Errorf("it needs a subcommand")
		}
	}
	return out, nil
}

func byName(c object) map[string]object {
	out := map[string]object{}
	list, _ := c["options"].([]any)
	for _, o := range list {
		o, _ := o.(object)
		name, _ := o["name"].(string)
		out[name] = o
	}
	return out
}

// option is one option with its value.
func (t *typist) option(declared object, value any) (object, error) {
	kind := sheet.Int(declared["type"])
	if raw, ok := value.(Raw); ok {
		return object{"name": declared["name"], "type": raw.Type, "value": raw.Value}, nil
	}
	sent, err := t.value(kind, value)
	return object{"name": declared["name"], "type": kind, "value": sent}, err
}

// value is what is sent for a value of an option of a kind.
func (t *typist) value(kind int, value any) (any, error) {
	text := fmt.Sprint(value)
	switch kind {
	case optionString:
		return text, nil
	case optionInteger, optionNumber:
		return strconv.ParseFloat(text, 64)
	case optionBoolean:
		return strconv.ParseBool(text)
	case optionRole, optionChannel:
		return t.named(text), nil
	case optionUser:
		if who, ok := value.(*Person); ok {
			t.refer("users", who.user.id, who.user.json())
			return who.user.id, nil
		}
	case optionAttachment:
		if f, ok := value.(File); ok {
			a := t.p.d.keep("uploads/"+t.p.d.nextID()+"/"+f.Name, f)
			id, _ := a["id"].(string)
			t.refer("attachments", id, a)
			return id, nil
		}
	}
	return nil, fmt.Errorf("%v (%T) does not fit type %d", value, value, kind)
}

// named is the id of a channel or role of the server by its name, or else what was typed.
func (t *typist) named(typed string) string {
	g := t.p.channel.guild
	if g == nil {
		return typed
	}
	for _, c := range g.channels {
		if c.name == typed {
			return c.id
		}
	}
	return cmp.Or(g.roles[typed], typed)
}

func (t *typist) refer(kind, id string, what object) {
	all, ok := t.resolved[kind].(object)
	if !ok {
		all = object{}
		t.resolved[kind] = all
	}
	all[id] = what
}

// Options are the names of a slash command's options, and of those below them.
func (p *Person) Options(command string) []string {
	p.d.mu.Lock()
	defer p.d.mu.Unlock()
	return optionNames(p.d.command(p.channel.guild, 1, command))
}

func optionNames(c object) []string {
	var names []string
	for name, o := range byName(c) {
		names = append(names, name)
		names = append(names, optionNames(o)...)
	}
	return names
}
