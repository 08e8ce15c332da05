package file

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
func (f *findings) parseYAML(content []byte) (documents []*tree) {
	defer func() {
		if fault := recover(); fault != nil { // the library's, on a file that nobody thought of
			f.wrong(1, "the file cannot be read as YAML: %s", clip(fmt.Sprint(fault)))
		}
	}()
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
	for {
		var n yaml.Node
		switch err := loader.Load(&n); {
		case errors.Is(err, io.EOF):
			return documents
		case err != nil:
			f.yamlError(err, 1+bytes.Count(bytes.TrimRight(content, " \t\r\n"), []byte{'\n'}))
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
		f.wrong(n.Line, anchorsRefused)
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
	case yaml.AliasNode:
		t.kind = treeRefused
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

// A hint says in plain words what a parser's message means.
type hint struct{ message, meaning string }

// explain gives the meaning of a message, or the message if there is no hint.
func explain(message string, hints []hint) string {
	for _, h := range hints {
		if strings.Contains(message, h.message) {
			return h.meaning
		}
	}
	return message
}

var yamlHints = []hint{
	{"mapping values are not allowed", `a colon followed by a space stands inside a text, or the line is indented more than its neighbours; put the text in quotation marks, line the fields up`},
	{"cannot start any token", "a value begins with @, ` or %, or a line with a tab; put the text in quotation marks, indent with spaces"},
	{"could not find expected ':'", `a field needs a colon and a space after its name, and the further lines of a text must be indented`},
	{"did not find expected key", `a field is indented differently from its neighbours, or a quotation mark stands inside a quoted text; line the fields up, double the mark`},
	{"did not find expected '-' indicator", `an entry of a list is not in line with the others; begin each with "- " in the same column`},
	{"did not find expected ',' or", `a list or record in brackets is not closed, or a comma is missing`},
	{"unexpected end of stream", `a quotation mark is not closed`},
	{"unknown escape character", `in double quotes a backslash begins an escape; write it twice or use single quotes`},
	{"unknown anchor", anchorsRefused},
}

const anchorsRefused = "anchors (&) and aliases (*) are not taken; write the value out, in quotation marks if it begins with & or *"

// yamlError notes what the parser could not read. At the end of the file it names
// a line after the last one.
func (f *findings) yamlError(err error, last int) {
	var at *yaml.LoadError
	if !errors.As(err, &at) {
		f.wrong(1, "the file cannot be read as YAML: %v", err)
		return
	}
	line, begun := min(max(1, at.Mark.Line), last), at.ContextMark.Line
	switch {
	case strings.Contains(at.Message, errTooDeep.Error()):
		f.wrong(line, "%v", errTooDeep)
	case strings.Contains(at.Message, "expected ':'") && begun > 0, strings.Contains(at.Message, "end of stream") && begun > 0:
		f.wrong(begun, "not YAML: %s", explain(at.Message, yamlHints))
	case strings.Contains(at.Message, "expected ',' or") && begun > 0 && begun < line:
		f.wrong(line, "not YAML: %s; it begins on line %d", explain(at.Message, yamlHints), begun)
	default:
		f.wrong(line, "not YAML: %s", explain(at.Message, yamlHints))
	}
}
