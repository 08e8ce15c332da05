package kb

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// errTooDeep is what the parser is stopped with.
var errTooDeep = fmt.Errorf("values are nested more than %d deep; a knowledge file needs %d", treeDepth, 6)

// parseYAML gives the documents of a YAML stream. What cannot be parsed is a
// finding; then the documents before it are given.
func (f *findings) parseYAML(content []byte) []*tree {
	if i := bytes.IndexFunc(content, func(r rune) bool { return r == 0x85 || r == 0x2028 || r == 0x2029 }); i >= 0 {
		line := 1 + bytes.Count(content[:i], []byte{'\n'})
		f.wrong(line, `the line has a Unicode line break, which YAML does not keep; write it as \L (U+2028), \P (U+2029) or \N (U+0085) in double quotes`)
		return nil
	}
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
		if depth > treeDepth {
			return errTooDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(bytes.NewReader(content), yaml.WithPlugin(limits))
	if err != nil {
		f.wrong(1, "the file cannot be read as YAML: %v", err)
		return nil
	}
	var documents []*tree
	for {
		var n yaml.Node
		switch err := loader.Load(&n); {
		case errors.Is(err, io.EOF):
			return documents
		case err != nil:
			f.yamlError(err)
			return documents
		}
		documents = append(documents, f.yamlTree(&n))
	}
}

// yamlTree turns a node of the YAML library into a tree. Anchors, aliases and
// tags are refused: a reader would have to follow them to see what a fact says,
// and a small file can unfold to a huge one.
func (f *findings) yamlTree(n *yaml.Node) *tree {
	t := &tree{line: n.Line, column: n.Column, flow: n.Style&yaml.FlowStyle != 0}
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		f.wrong(n.Line, "anchors (&) and aliases (*) are not taken; write the value out, in quotation marks if it begins with & or *")
	}
	if n.Style&yaml.TaggedStyle != 0 {
		f.wrong(n.Line, "tags (%s) are not taken; write the value alone, in quotation marks if it begins with !", n.Tag)
	}
	switch n.Kind {
	case yaml.DocumentNode:
		if len(n.Content) == 1 {
			return f.yamlTree(n.Content[0])
		}
	case yaml.SequenceNode:
		t.kind = treeList
		for _, c := range n.Content {
			t.entries = append(t.entries, f.yamlTree(c))
		}
	case yaml.MappingNode:
		t.kind = treeRecord
		for i := 0; i+1 < len(n.Content); i += 2 {
			t.fields = append(t.fields, f.yamlField(n.Content[i], n.Content[i+1]))
		}
	case yaml.ScalarNode:
		t.kind, t.value = scalarKind(n), n.Value
	}
	return t
}

func (f *findings) yamlField(key, value *yaml.Node) branch {
	if key.Kind != yaml.ScalarNode {
		f.wrong(key.Line, "the name of a field must be text")
	}
	t := f.yamlTree(value)
	t.line = key.Line
	return branch{key.Value, key.Line, key.Column, t}
}

// scalarKind says what a scalar is. A date is text here, quoted or not.
func scalarKind(n *yaml.Node) treeKind {
	switch n.ShortTag() {
	case "!!null":
		return treeNull
	case "!!int", "!!float":
		return treeNumber
	case "!!bool":
		return treeTruth
	}
	return treeText
}

// yamlHints says in plain words what the parser's commonest messages mean.
var yamlHints = []struct{ has, hint string }{
	{"mapping values are not allowed", `a colon followed by a space stands inside a text; put the text in quotation marks`},
	{"cannot start any token", "a text may not begin with @, ` or %, nor a line with a tab; put the text in quotation marks, indent with spaces"},
	{"could not find expected ':'", `a field needs a colon and a space after its name; a text over several lines must be indented, or begin with | or >-`},
	{"did not find expected key", `a field is indented differently from its neighbours, or a quotation mark stands inside a quoted text; line the fields up, double the mark`},
	{"did not find expected '-' indicator", `an entry of a list is not in line with the others; begin each with "- " in the same column`},
	{"did not find expected ',' or", `a list or record in brackets is not closed; add the comma or the closing bracket`},
	{"unexpected end of stream", `a quotation mark is not closed`},
	{"unknown escape character", `in double quotes a backslash begins an escape; write it twice or use single quotes`},
}

// yamlError notes what the parser could not read.
func (f *findings) yamlError(err error) {
	var at *yaml.LoadError
	if !errors.As(err, &at) {
		f.wrong(1, "the file cannot be read as YAML: %v", err)
		return
	}
	line := max(1, at.Mark.Line)
	if at.ContextMark.Line > 0 && strings.Contains(at.Message, "could not find expected ':'") {
		line = at.ContextMark.Line
	}
	if strings.Contains(at.Message, errTooDeep.Error()) {
		f.wrong(line, "%v", errTooDeep)
		return
	}
	for _, h := range yamlHints {
		if strings.Contains(at.Message, h.has) {
			f.wrong(line, "not YAML: %s", h.hint)
			return
		}
	}
	f.wrong(line, "not YAML: %s", at.Message)
}
