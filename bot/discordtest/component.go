package discordtest

import (
	"slices"

	"verbatim/bot/discordtest/sheet"
)

// component is the first one of the reply that fits; it ends the test when
// there is none that the viewer can use.
func (r *Reply) component(what string, fits func(object) bool) (*message, object) {
	r.d.t.Helper()
	m := r.message()
	if m == nil {
		r.d.t.Fatalf("discordtest: no message came, so %s cannot be used", what)
	}
	r.d.mu.Lock()
	all := sheet.Flatten(sheet.List(m.body["components"]))
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
	return visible && slices.ContainsFunc(sheet.Flatten(sheet.List(m.body["components"])), fits)
}

// HasButton waits, and tells whether the viewer sees a button of a label.
func (r *Reply) HasButton(label string) bool { return r.shows(sheet.IsButton(label)) }

// HasMenu waits, and tells whether the viewer sees a menu with an option of a label.
func (r *Reply) HasMenu(label string) bool { return r.shows(sheet.IsMenu(label)) }

// Press presses the button of a label.
func (r *Reply) Press(label string) *Reply {
	r.d.t.Helper()
	m, b := r.component("button "+label, sheet.IsButton(label))
	if b["custom_id"] == nil {
		r.d.t.Fatalf("discordtest: the button %s is a link to %v", label, b["url"])
	}
	return r.use(m, b, nil)
}

// Choose chooses from the menu that has an option of the first label, and all
// the other labels too.
func (r *Reply) Choose(labels ...string) *Reply {
	r.d.t.Helper()
	m, menu := r.component("menu with "+labels[0], sheet.IsMenu(labels[0]))
	var values []any
	for _, label := range labels {
		values = append(values, sheet.Value(menu, label))
	}
	return r.use(m, menu, values)
}

// Options are the labels of the reply's menus.
func (r *Reply) Options() []string {
	var labels []string
	for _, c := range sheet.Flatten(sheet.List(r.JSON()["components"])) {
		for _, o := range sheet.List(c["options"]) {
			labels = append(labels, sheet.Text(o["label"]))
		}
	}
	return labels
}

// CustomIDs are the ids of the reply's components, for tests that forge them.
func (r *Reply) CustomIDs() []string {
	var ids []string
	for _, c := range sheet.Flatten(sheet.List(r.JSON()["components"])) {
		if id := sheet.Text(c["custom_id"]); id != "" {
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
