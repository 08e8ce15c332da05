package file

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// jsonReader parses a file in JSON, which it does faster than YAML's parser, and
// knows the line of everything.
type jsonReader struct {
	*findings
	content []byte
	tokens  *json.Decoder
	depth   int
	offset  int // how far line and column are counted
	line    int
	column  int
}

// looksJSON says whether a file is to be read as JSON: it begins with a brace,
// and then with a quotation mark or nothing.
func looksJSON(content []byte) bool {
	rest, braced := bytes.CutPrefix(bytes.TrimLeft(content, " \t\r\n"), []byte{'{'})
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return braced && (len(rest) == 0 || rest[0] == '"' || rest[0] == '}')
}

// parseJSON gives the values of a JSON file, one after the other. What cannot be
// parsed is a finding; then the values before it are given.
func (f *findings) parseJSON(content []byte) []*tree {
	j := &jsonReader{findings: f, content: content, tokens: json.NewDecoder(bytes.NewReader(content)), line: 1, column: 1}
	j.tokens.UseNumber()
	var documents []*tree
	for {
		t, err := j.next()
		if errors.Is(err, io.EOF) && j.depth == 0 {
			return documents
		}
		if err != nil {
			j.syntaxError(err)
			return documents
		}
		documents = append(documents, t)
	}
}

// next parses one value.
func (j *jsonReader) next() (*tree, error) {
	before := int(j.tokens.InputOffset())
	token, err := j.tokens.Token()
	if err != nil {
		return nil, err
	}
	t := j.place(before)
	switch v := token.(type) {
	case json.Delim:
		return t, j.open(t, v)
	case string:
		t.kind, t.value = treeText, v
		j.checkEscapes(t, v)
	case json.Number:
		t.kind, t.value = treeNumber, v.String()
	case bool:
		t.kind, t.value = treeTruth, strconv.FormatBool(v)
	}
	return t, nil
}

// open parses the inside of a list or a record.
func (j *jsonReader) open(t *tree, d json.Delim) (err error) {
	if j.depth++; j.depth > treeDepth {
		return errTooDeep
	}
	t.kind, t.flow = treeList, true
	if d == '{' {
		t.kind = treeRecord
	}
	for j.tokens.More() && err == nil {
		if t.kind == treeRecord {
			err = j.field(t)
			continue
		}
		var entry *tree
		if entry, err = j.next(); err == nil {
			t.entries = append(t.entries, entry)
		}
	}
	if err != nil {
		return err
	}
	_, err = j.tokens.Token()
	if err == nil {
		j.depth--
	}
	return err
}

func (j *jsonReader) field(t *tree) error {
	name, err := j.next()
	if err != nil {
		return err
	}
	value, err := j.next()
	if err != nil {
		return err
	}
	value.line = name.line
	t.fields = append(t.fields, branch{name.value, name.line, name.column, value})
	return nil
}

// place gives an empty tree at the first token after an offset.
func (j *jsonReader) place(offset int) *tree {
	for offset < len(j.content) && strings.IndexByte(" \t\r\n,:", j.content[offset]) >= 0 {
		offset++
	}
	j.advance(offset)
	return &tree{line: j.line, column: j.column}
}

// advance counts the lines and columns up to an offset.
func (j *jsonReader) advance(offset int) {
	passed := j.content[j.offset:offset]
	if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
		j.line += bytes.Count(passed, []byte{'\n'})
		j.column, passed = 1, passed[last+1:]
	}
	j.column += utf8.RuneCount(passed)
	j.offset = offset
}

// checkEscapes refuses half of a surrogate pair, for which the JSON library puts
// a replacement character in silently.
func (j *jsonReader) checkEscapes(t *tree, v string) {
	if !strings.ContainsRune(v, utf8.RuneError) {
		return
	}
	raw := bytes.ToLower(j.content[j.offset:j.tokens.InputOffset()])
	written := bytes.Count(raw, []byte("\uFFFD")) + bytes.Count(raw, []byte(`\ufffd`))
	if written < strings.Count(v, "\uFFFD") {
		j.wrong(t.line, `a \u escape is half of a character; write the character itself`)
	}
}

// jsonHints says in plain words what the library's commonest messages mean.
var jsonHints = []hint{
	{"after object key:value pair", "a comma or a closing brace is missing before this"},
	{"after array element", "a comma or a closing bracket is missing before this"},
	{"after object key", "a colon is missing after the name of a field"},
	{"beginning of object key string", "the name of a field in double quotes must stand here; there may be a comma too many before it"},
	{"looking for beginning of value", "a value must stand here: text in double quotes, a number, [ or {"},
	{"in string literal", `a line break stands inside a text, or its closing quotation mark is missing; write \n for a line break`},
	{"in string escape code", `a backslash in a text begins an escape; write it twice`},
}

// syntaxError notes where the file stops being JSON.
func (j *jsonReader) syntaxError(err error) {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooDeep):
		j.wrong(j.line, "%v", err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		j.advance(len(j.content))
		j.wrong(j.line, "not JSON: the file ends before its last brace is closed")
	case errors.As(err, &syntax):
		j.place(max(j.offset, min(int(syntax.Offset)-1, len(j.content))))
		j.wrong(j.line, "not JSON: %s", explain(err.Error(), jsonHints))
	default:
		j.wrong(j.line, "not JSON: %v", err)
	}
}
