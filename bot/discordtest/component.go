package discordtest

import (
	"slices"
	"strings"
)

// list are the objects of a JSON list.
func list(v any) []object {
	var out []object
	elements, _ := v.([]any)
	for _, e := range elements {
		o, _ := e.(object)
		out = append(out, o)
	}
	return out
}

// flatten lists components with all that stand inside them.
func flatten(components []object) []object {
	var all []object
	for _, c := range components {
		all = append(all, c)
		all = append(all, flatten(list(c["components"]))...)
		if accessory, ok := c["accessory"].(object); ok {
			all = append(all, accessory)
		}
	}
	return all
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

// labelled tells whether a label is the one asked for; an emoji may stand
// before it.
func labelled(have, want string) bool {
	return have == want || strings.HasSuffix(have, " "+want)
}

// component is the first one of the reply that fits; it ends the test when
// there is none that the viewer can use.
func (r *Reply) component(what string, fits func(object) bool) (*message, object) {
	r.d.t.Helper()
	m := r.message()
	if m == nil {
		r.d.t.Fatalf("discordtest: no message came, so %s cannot be used", what)
	}
	r.d.mu.Lock()
	all := flatten(list(m.body["components"]))
	hidden := m.deleted || m.onlyFor != nil && m.onlyFor != r.viewer
	r.d.mu.Unlock()
	i := slices.IndexFunc(all, fits)
	switch {
	case hidden:
		r.d.t.Fatalf("discordtest: %s cannot see the message with %s", r.viewer.name, what)
	case i < 0:
		r.d.t.Fatalf("discordtest: there is no %s in\n%s", what, r.Text())
	case all[i]["disabled"] == true:
		r.d.t.Fatalf("discordtest: %s is switched off", what)
	}
	return m, all[i]
}

// shows waits, and tells whether the viewer can use such a component.
func (r *Reply) shows(fits func(object) bool) bool {
	m := r.message()
	if m == nil {
		return false
	}
	r.d.mu.Lock()
	defer r.d.mu.Unlock()
	visible := !m.deleted && (m.onlyFor == nil || m.onlyFor == r.viewer)
	return visible && slices.ContainsFunc(flatten(list(m.body["components"])), fits)
}

func buttonOf(label string) func(object) bool {
	return func(c object) bool {
		return c["type"] == float64(2) && labelled(text(c["label"]), label)
	}
}

func menuOf(label string) func(object) bool {
	return func(c object) bool { return valueOf(c, label) != nil }
}

// valueOf is the value of a menu's option, or nil.
func valueOf(menu object, label string) any {
	for _, o := range list(menu["options"]) {
		if labelled(text(o["label"]), label) {
			return o["value"]
		}
	}
	return nil
}

// Press presses the button of a label.
func (r *Reply) Press(label string) *Reply {
	r.d.t.Helper()
	m, b := r.component("button "+label, buttonOf(label))
	if b["custom_id"] == nil {
		r.d.t.Fatalf("discordtest: the button %s is a link to %v", label, b["url"])
	}
	return r.use(m, b, nil)
}

// Choose chooses from the menu that has an option of the first label, and all
// the other labels too.
func (r *Reply) Choose(labels ...string) *Reply {
	r.d.t.Helper()
	m, menu := r.component("menu with "+labels[0], menuOf(labels[0]))
	var values []any
	for _, label := range labels {
		values = append(values, valueOf(menu, label))
	}
	return r.use(m, menu, values)
}

// Options are the labels of the reply's menus.
func (r *Reply) Options() []string {
	var labels []string
	for _, c := range flatten(list(r.JSON()["components"])) {
		for _, o := range list(c["options"]) {
			labels = append(labels, text(o["label"]))
		}
	}
	return labels
}

// CustomIDs are the ids of the reply's components, for tests that forge them.
func (r *Reply) CustomIDs() []string {
	var ids []string
	for _, c := range flatten(list(r.JSON()["components"])) {
		if id := text(c["custom_id"]); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// Forge uses a component that the message does not have: one of this id, a
// button without values and a menu with some.
func (r *Reply) Forge(customID string, values ...any) *Reply {
	r.d.t.Helper()
	m := r.message()
	if m == nil {
		r.d.t.Fatal("discordtest: no message came, so nothing on it can be forged")
	}
	kind := float64(2)
	if len(values) > 0 {
		kind = 3
	}
	return r.use(m, object{"type": kind, "custom_id": customID}, values)
}

func (r *Reply) use(m *message, component object, values []any) *Reply {
	data := object{"custom_id": component["custom_id"], "component_type": component["type"]}
	if values != nil {
		data["values"] = values
	}
	where := &Person{d: r.d, user: r.viewer, channel: m.channel}
	return where.interact(kindComponent, data, m)
}
