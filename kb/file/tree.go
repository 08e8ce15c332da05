package file

import (
	"strconv"
)

// A tree is a knowledge file as parsed, from YAML or from JSON alike, with the
// place of everything in it.
type tree struct {
	kind         treeKind
	flow         bool   // written within braces or brackets
	line, column int    // from 1; the column counts characters
	file         string // that it stands in, if that is a language file
	value        string
	entries      []*tree  // of a list
	fields       []branch // of a record, in the order of the file
}

// A branch is a field of a record: its name, where the name stands (the column
// counts characters), and its value.
type branch struct {
	name         string
	line, column int
	value        *tree
}

type treeKind int

const (
	treeNull treeKind = iota
	treeText
	treeNumber
	treeTruth // true or false
	treeList
	treeRecord
	treeRefused // something that is an error already
)

// what names the kind as people know it.
func (k treeKind) what() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a list", "a record of fields", "a reference"}[k]
}

// A spot is a line of a file; the file is empty for the knowledge file itself, the line 0
// where nothing came from a file.
type spot struct {
	file string
	line int
}

// spotOf is where the field or entry stands that a path leads to, such as
// "facts", 3, "question"; where the path ends early, the last thing on it.
func (t *tree) spotOf(path place) (s spot) {
	if t == nil {
		return s
	}
	s.line = t.line
	for _, step := range path {
		if t = t.step(step); t == nil {
			return s
		}
		s = spot{t.file, t.line}
	}
	return s
}

// field is the list or record that a field has; one that was not there is added.
func (t *tree) field(name string, kind treeKind) *tree {
	if v := t.step(name); v != nil {
		return v
	}
	v := &tree{kind: kind, line: t.line, column: t.column}
	t.fields = append(t.fields, branch{name: name, line: t.line, column: t.column, value: v})
	return v
}

// at is what a path leads to; nil if nothing.
func (t *tree) at(path place) *tree {
	for _, step := range path {
		if t == nil {
			return nil
		}
		t = t.step(step)
	}
	return t
}

// step goes to a field by its name or to an entry by its index.
func (t *tree) step(step any) *tree {
	switch s := step.(type) {
	case string:
		for i := range t.fields {
			if t.fields[i].name == s {
				return t.fields[i].value
			}
		}
	case int:
		if s < len(t.entries) {
			return t.entries[s]
		}
	}
	return nil
}

// number reads the value as a whole number, not negative.
func (t *tree) number() (int, bool) {
	n, err := strconv.Atoi(t.value)
	return n, err == nil && n >= 0 && t.kind == treeNumber
}
