package kb

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
	line    int // of offset
	start   int // byte offset of that line
	offset  int
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
	j := &jsonReader{findings: f, content: content, tokens: json.NewDecoder(bytes.NewReader(content)), line: 1}
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
	if err == nil {
		_, err = j.tokens.Token()
	}
	j.depth--
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
	return &tree{line: j.line, column: utf8.RuneCount(j.content[j.start:offset]) + 1}
}

// advance counts the lines up to an offset.
func (j *jsonReader) advance(offset int) {
	passed := j.content[j.offset:offset]
	if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
		j.line += bytes.Count(passed, []byte{'\n'})
		j.start = j.offset + last + 1
	}
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

// syntaxError notes where the file stops being JSON.
func (j *jsonReader) syntaxError(err error) {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooDeep):
		j.wrong(j.line, "%v", err)
		return
	case errors.As(err, &syntax):
		j.advance(max(j.offset, min(int(syntax.Offset)-1, len(j.content))))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		j.advance(len(j.content))
		j.wrong(j.line, "not JSON: the file ends before its last brace is closed")
		return
	}
	j.wrong(j.line, "not JSON: %v", err)
}
