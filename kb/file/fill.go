package file

import (
	"bytes"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/kb"
)

// Fill gives a knowledge file with every text_sha256 and at filled in that it
// lacks and that texts, which holds <source id>.txt, proves. Nothing else of the
// file is changed, comments and layout neither: where it can, it only adds lines.
// A file with errors is not filled in; the problems say why. They have the
// warnings and notes of [Check] in any case.
func Fill(name string, content []byte, texts fs.FS) ([]byte, Problems) {
	f := open(name, content)
	f.lint()
	gaps := f.prove(texts)
	switch {
	case f.refused():
		return nil, f.sorted()
	case len(gaps) == 0:
		return content, f.sorted()
	}
	filled := f.insert(gaps)
	again := open(name, filled)
	if again.refused() || len(again.prove(texts)) > 0 || again.refused() || !sameButFilled(f, again) {
		f.wrong(gaps[0].record.line, "the hashes and offsets cannot be filled in without changing something else; write the quotes on one line each")
		return nil, f.sorted()
	}
	return append(slices.Clone(content[:len(content)-len(f.content)]), filled...), f.sorted()
}

// An insertion is text that goes into the file at a byte offset.
type insertion struct {
	offset int
	text   string
}

// insert fills the gaps of the file.
func (f *knowledgeFile) insert(gaps []gap) []byte {
	lines := newLines(f.content)
	insertions := make([]insertion, 0, len(gaps))
	for _, g := range gaps {
		insertions = append(insertions, lines.insertion(g))
	}
	slices.SortStableFunc(insertions, func(a, b insertion) int { return a.offset - b.offset })
	var filled []byte
	done := 0
	for _, i := range insertions {
		filled = append(append(filled, f.content[done:i.offset]...), i.text...)
		done = i.offset
	}
	return append(filled, f.content[done:]...)
}

// fileLines is a file by its lines.
type fileLines struct {
	content []byte
	starts  []int // of each line, and of what would follow the last one
	end     string
}

func newLines(content []byte) *fileLines {
	l := &fileLines{content: content, starts: []int{0}, end: "\n"}
	for i, b := range content {
		if b == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	if bytes.Contains(content, []byte("\r\n")) {
		l.end = "\r\n"
	}
	if l.starts[len(l.starts)-1] < len(content) {
		l.starts = append(l.starts, len(content))
	}
	return l
}

// line is a line, from 1, with its break.
func (l *fileLines) line(n int) string { return string(l.content[l.starts[n-1]:l.starts[n]]) }

// insertion says how a gap is filled: in a record of lines by a line after the
// field's value, in one within braces before the field.
func (l *fileLines) insertion(g gap) insertion {
	i := slices.IndexFunc(g.record.fields, func(b branch) bool { return b.name == g.after })
	key := g.record.fields[i]
	if g.record.flow {
		return l.before(key, g)
	}
	n := key.line + 1
	end := n // the line after the last one of the value
	for ; n < len(l.starts); n++ {
		line := l.line(n)
		text := strings.TrimLeft(line, " ")
		if strings.TrimSpace(text) == "" {
			continue
		}
		if len(line)-len(text) < key.column {
			break
		}
		end = n + 1
	}
	text := strings.Repeat(" ", key.column-1) + g.name + ": " + g.value + l.end
	if offset := l.starts[end-1]; offset > 0 && l.content[offset-1] != '\n' {
		return insertion{offset, l.end + strings.TrimSuffix(text, l.end)}
	}
	return insertion{l.starts[end-1], text}
}

// before fills a gap within braces. A field on a line of its own gets another
// such line.
func (l *fileLines) before(key branch, g gap) insertion {
	start := l.starts[key.line-1]
	offset := start
	for range key.column - 1 {
		_, size := utf8.DecodeRune(l.content[offset:])
		offset += size
	}
	before := string(l.content[start:offset])
	name, value, between := g.name, g.value, " "
	if l.content[offset] == '"' {
		name = `"` + name + `"`
		if g.name == "text_sha256" {
			value = `"` + value + `"`
		}
	}
	if strings.TrimSpace(before) == "" {
		between = l.end + before
	}
	return insertion{offset, name + ": " + value + "," + between}
}

// sameButFilled says whether two files say the same but for hashes and offsets.
func sameButFilled(a, b *knowledgeFile) bool {
	return reflect.DeepEqual(unproven(a.statements()), unproven(b.statements()))
}

// withoutPlaces gives copies of facts whose citations have no place.
func withoutPlaces(facts []kb.Fact) []kb.Fact {
	all := slices.Clone(facts)
	for i := range all {
		all[i].Citations = slices.Clone(all[i].Citations)
		for j := range all[i].Citations {
			all[i].Citations[j].At = nil
		}
	}
	return all
}

// unproven gives copies of statements without hashes and offsets.
func unproven(statements []*kb.Statement) []kb.Statement {
	var all []kb.Statement
	for _, s := range statements {
		c := *s
		c.Sources = slices.Clone(s.Sources)
		for i := range c.Sources {
			c.Sources[i].TextSHA256 = ""
		}
		c.Facts, c.Drafts = withoutPlaces(s.Facts), withoutPlaces(s.Drafts)
		all = append(all, c)
	}
	return all
}
