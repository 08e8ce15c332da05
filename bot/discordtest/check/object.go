package check

import (
	"fmt"
	"unicode/utf16"
)

// object is a JSON object. Its methods answer with the zero value where a
// field is missing or of another type.
type object map[string]any

func (o object) string(name string) string {
	s, _ := o[name].(string)
	return s
}

func (o object) int(name string) int {
	n, _ := o[name].(float64)
	return int(n)
}

func (o object) bool(name string) bool {
	b, _ := o[name].(bool)
	return b
}

func (o object) list(name string) []any {
	l, _ := o[name].([]any)
	return l
}

func (o object) object(name string) object {
	return asObject(o[name])
}

func (o object) has(name string) bool {
	return o[name] != nil
}

// objects are the JSON objects of a list; what is none comes as an empty one.
func (o object) objects(name string) []object {
	var out []object
	for _, e := range o.list(name) {
		out = append(out, asObject(e))
	}
	return out
}

func asObject(v any) object {
	m, _ := v.(map[string]any)
	return m
}

// length counts as Discord does, in UTF-16 code units.
func length(s string) int {
	return len(utf16.Encode([]rune(s)))
}

// findings gathers sentences.
type findings []string

func (f *findings) add(format string, a ...any) {
	*f = append(*f, fmt.Sprintf(format, a...))
}

// text adds a sentence when s is shorter or longer than Discord takes.
func (f *findings) text(what, s string, least, most int) {
	switch n := length(s); {
	case n < least:
		f.add("%s is empty.", what)
	case n > most:
		f.add("%s has %d characters; Discord takes %d.", what, n, most)
	}
}

// unique adds a sentence when s was there before.
func (f *findings) unique(seen map[string]bool, what, s string) {
	if s != "" && seen[s] {
		f.add("%s %q is there twice.", what, s)
	}
	seen[s] = true
}
