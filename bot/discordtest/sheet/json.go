package sheet

import (
	"strings"
)

// List are the objects of a JSON list.
func List(v any) []object {
	var out []object
	elements, _ := v.([]any)
	for _, e := range elements {
		o, _ := e.(object)
		out = append(out, o)
	}
	return out
}

// Flatten lists components with all that stand inside them.
func Flatten(components []object) []object {
	var all []object
	for _, c := range components {
		all = append(all, c)
		all = append(all, Flatten(List(c["components"]))...)
		if accessory, ok := c["accessory"].(object); ok {
			all = append(all, accessory)
		}
	}
	return all
}

// Text is a string of JSON, or empty.
func Text(v any) string {
	s, _ := v.(string)
	return s
}

// Labelled tells whether a label is the one asked for; an emoji may stand
// before it.
func Labelled(have, want string) bool {
	return have == want || strings.HasSuffix(have, " "+want)
}

// IsButton tells of a component whether it is a button of a label.
func IsButton(label string) func(object) bool {
	return func(c object) bool {
		return c["type"] == float64(2) && Labelled(Text(c["label"]), label)
	}
}

// IsMenu tells of a component whether it is a menu with an option of a label.
func IsMenu(label string) func(object) bool {
	return func(c object) bool { return Value(c, label) != nil }
}

// Value is the value of a menu's option, or nil.
func Value(menu object, label string) any {
	for _, o := range List(menu["options"]) {
		if Labelled(Text(o["label"]), label) {
			return o["value"]
		}
	}
	return nil
}

// Int is a number of JSON, or 0.
func Int(v any) int {
	n, _ := v.(float64)
	return int(n)
}
