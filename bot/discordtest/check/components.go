package check

import "fmt"

// The types of components that the rules name.
const (
	typeRow       = 1
	typeButton    = 2
	typeMenu      = 3
	typeInput     = 4
	typeMenuLast  = 8 // 5 to 8 are menus of users, roles, both and channels
	typeText      = 10
	typeContainer = 17

	styleLink    = 5
	stylePremium = 6
)

// Discord's limits of components.
const (
	greatestRows        = 5
	greatestButtons     = 5
	greatestOptions     = 25
	greatestLabel       = 80
	greatestOption      = 100
	greatestPlaceholder = 150
	greatestV2          = 40
	greatestV2Text      = 4000
)

// components checks the components of a message that has these flags.
func (f *findings) components(m object, flags int) {
	top := m.objects("components")
	all := flatten(top)
	v2 := flags&flagComponentsV2 != 0
	if v2 {
		f.v2(m, all)
	} else {
		f.v1(top)
	}
	seen := map[string]bool{}
	for _, c := range all {
		f.unique(seen, "the custom_id", c.string("custom_id"))
		f.component(c)
		if t := c.int("type"); !v2 && t > typeMenuLast {
			f.add("a component of type %d needs the flag of components V2 (1 << 15).", t)
		}
	}
}

// flatten lists components with all that stand inside them.
func flatten(components []object) []object {
	var all []object
	for _, c := range components {
		all = append(all, c)
		all = append(all, flatten(c.objects("components"))...)
		if accessory := c.object("accessory"); accessory != nil {
			all = append(all, accessory)
		}
	}
	return all
}

func (f *findings) v1(top []object) {
	if len(top) > greatestRows {
		f.add("there are %d rows of components; Discord takes %d.", len(top), greatestRows)
	}
	for _, c := range top {
		if t := c.int("type"); t > typeRow && t <= typeMenuLast {
			f.add("a component of type %d stands outside a row.", t)
		}
	}
}

func (f *findings) v2(m object, all []object) {
	if m.string("content") != "" || len(m.list("embeds")) > 0 {
		f.add("a message of components V2 has content or embeds too.")
	}
	if len(all) > greatestV2 {
		f.add("there are %d components; Discord takes %d.", len(all), greatestV2)
	}
	total := 0
	for _, c := range all {
		if c.int("type") == typeText {
			total += length(c.string("content"))
			f.text("a text", c.string("content"), 1, greatestV2Text)
		}
	}
	if total > greatestV2Text {
		f.add("the texts have %d characters together; Discord takes %d.", total, greatestV2Text)
	}
}

func (f *findings) component(c object) {
	switch t := c.int("type"); {
	case t == typeRow:
		f.row(c)
	case t == typeButton:
		f.button(c)
	case t == typeMenu || t > typeInput && t <= typeMenuLast:
		f.menu(c)
	}
}

func (f *findings) row(row object) {
	inside := row.objects("components")
	if len(inside) == 0 {
		f.add("a row of components is empty.")
	}
	if len(inside) > greatestButtons {
		f.add("a row has %d components; Discord takes %d.", len(inside), greatestButtons)
	}
	for _, c := range inside {
		if t := c.int("type"); t != typeButton && len(inside) > 1 {
			f.add("a menu shares its row with other components.")
			return
		}
	}
}

func (f *findings) button(b object) {
	name := fmt.Sprintf("the button %q", b.string("label"))
	f.text("the label of "+name, b.string("label"), 0, greatestLabel)
	if b.string("label") == "" && !b.has("emoji") && b.int("style") != stylePremium {
		f.add("a button has neither a label nor an emoji.")
	}
	id, url := b.string("custom_id"), b.string("url")
	switch b.int("style") {
	case styleLink:
		if url == "" {
			f.add("%s is a link without a URL.", name)
		}
		if id != "" {
			f.add("%s is a link and has a custom_id.", name)
		}
	case stylePremium:
	default:
		f.text("the custom_id of "+name, id, 1, greatestCustomID)
		if url != "" {
			f.add("%s has a URL and is no link.", name)
		}
	}
}

func (f *findings) menu(m object) {
	f.text("the custom_id of a menu", m.string("custom_id"), 1, greatestCustomID)
	f.text("the placeholder of a menu", m.string("placeholder"), 0, greatestPlaceholder)
	options := m.objects("options")
	if m.int("type") == typeMenu && (len(options) == 0 || len(options) > greatestOptions) {
		f.add("a menu has %d options; Discord takes 1 to %d.", len(options), greatestOptions)
	}
	seen := map[string]bool{}
	for _, o := range options {
		f.unique(seen, "the value of an option", o.string("value"))
		f.text("the label of an option", o.string("label"), 1, greatestOption)
		f.text("the value of an option", o.string("value"), 1, greatestOption)
		f.text("the description of an option", o.string("description"), 0, greatestOption)
	}
}
