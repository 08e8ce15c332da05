package discordtest

import (
	"maps"

	"verbatim/bot/discordtest/fault"
)

// fixed are fields that Discord adds to a command when the bot left them out.
var fixed = object{
	"type": float64(1), "nsfw": false, "default_member_permissions": nil, "dm_permission": true,
	"contexts": nil, "integration_types": []any{float64(0)},
	"name_localizations": nil, "description_localizations": nil,
}

func (c *call) listCommands() answer {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	list := []any{}
	for _, command := range c.d.commands[c.PathValue("guild")] {
		list = append(list, command)
	}
	return list
}

func (c *call) overwriteCommands() answer {
	var sent []object
	if !c.decode(&sent) {
		return fault.InvalidForm
	}
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	kept := []object{}
	list := []any{}
	for _, command := range sent {
		stored := maps.Clone(fixed)
		maps.Copy(stored, prune(command))
		stored["id"], stored["application_id"], stored["version"] = c.d.nextID(), c.d.application, c.d.nextID()
		if _, described := stored["description"]; !described {
			stored["description"] = ""
		}
		kept = append(kept, stored)
		list = append(list, stored)
	}
	c.d.commands[c.PathValue("guild")] = kept
	c.d.change()
	return list
}

// prune leaves out what Discord leaves out of the commands that it gives back:
// nulls, empty lists, and a no that goes without saying.
func prune(o object) object {
	out := object{}
	for name, value := range o {
		switch v := value.(type) {
		case nil:
			continue
		case bool:
			if !v {
				continue
			}
		case []any:
			if len(v) == 0 {
				continue
			}
			list := []any{}
			for _, e := range v {
				if inner, ok := e.(object); ok {
					e = prune(inner)
				}
				list = append(list, e)
			}
			value = list
		}
		out[name] = value
	}
	return out
}

// command finds a registered command: a server's own first. The caller holds
// the lock.
func (d *Discord) command(g *Guild, kind int, name string) object {
	lists := [][]object{d.commands[""]}
	if g != nil {
		lists = [][]object{d.commands[g.id], d.commands[""]}
	}
	for _, list := range lists {
		for _, c := range list {
			if c["name"] == name && c["type"] == float64(kind) {
				return c
			}
		}
	}
	return nil
}

// Commands are the names of the commands that are registered everywhere.
func (d *Discord) Commands() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var names []string
	for _, c := range d.commands[""] {
		name, _ := c["name"].(string)
		names = append(names, name)
	}
	return names
}

// WaitCommands waits until the bot has registered commands.
func (d *Discord) WaitCommands() {
	d.t.Helper()
	if !d.await(2*d.patience, func() bool { return len(d.commands[""]) > 0 }) {
		d.t.Fatal("discordtest: the bot registered no commands")
	}
}
