// Package file is the knowledge file: [Read] takes it in and names every problem by
// line, [ReadFolder] does so for several, with the language files beside each, [Write]
// gives statements back as one, [Check] and [Fill] hold its quotes against texts outside
// of it, and [Lint] has its rules, whatever a statement comes from.
//
// It must never change what a file says, nor take a part of a file that has an error.
// It knows no database. The library reads what is shipped with it, kb/curate lints
// drafts, and cmd reads, checks and writes files.
package file

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"verbatim/kb"
)

// What a knowledge file may be, so that reading it takes bounded time and
// memory.
const (
	FileBytes   = 32 << 20  // size
	fileEntries = 2_000_000 // lines, and entries of lists and records written in one line
	treeDepth   = 16        // values within values
)

// Read reads a knowledge file: a statement, or a stream of several (YAML
// documents separated by ---, or JSON values one after the other), UTF-8. The
// name is that of the file, for the messages.
//
// A fact with "draft: true" is among the drafts of its statement and not among its
// facts, so that whoever loads it cannot answer with it.
//
// All of it is taken or nothing: with any error, be it of the syntax or of a
// rule that [Lint] knows, no statement is given, and the error is of type
// [Problems] and lists everything that is wrong. Warnings are passed over;
// [Check] tells them.
func Read(name string, r io.Reader) ([]*kb.Statement, error) {
	content, err := io.ReadAll(io.LimitReader(r, FileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return ReadParts(Part{name, content})
}

// knowledgeFile is a file as read: each document as parsed and as understood.
type knowledgeFile struct {
	findings
	content   []byte // without a byte order mark
	documents []document
}

type document struct {
	tree      *tree
	statement *kb.Statement // drafts among the facts
	drafts    []bool        // which of the facts are drafts
}

// open understands a file. What is wrong with it is among the findings.
func open(name string, content []byte) *knowledgeFile {
	f := &knowledgeFile{content: bytes.TrimPrefix(content, utf8Mark)}
	f.file = name
	for _, t := range f.parse() {
		if t.kind != treeNull {
			s, drafts := reader{&f.findings}.statement(t)
			f.documents = append(f.documents, document{t, s, drafts})
		}
	}
	if len(f.documents) == 0 && len(f.problems) == 0 {
		f.wrong(1, "the file is empty; a knowledge file has a statement, its sources and its facts")
	}
	return f
}

// parse gives the documents of the file.
func (f *knowledgeFile) parse() []*tree {
	switch content := f.content; {
	case len(f.content) > FileBytes:
		f.wrong(1, "the file is larger than %d MB; split it", FileBytes>>20)
	case !f.checkBytes(content):
	case entries(content) > fileEntries:
		f.wrong(1, "the file has more than %d lines and entries; split it", fileEntries)
	case looksJSON(content):
		return f.parseBraces(content)
	default:
		return f.parseYAML(content)
	}
	return nil
}

// parseBraces parses what looks like JSON, and may be YAML all the same: names
// without quotation marks, a comma after the last field. If it is neither, the
// problems are those of JSON.
func (f *knowledgeFile) parseBraces(content []byte) []*tree {
	documents := f.parseJSON(content)
	if f.refused() {
		other := findings{file: f.file}
		if flow := other.parseYAML(content); !other.refused() {
			f.findings, documents = other, flow
		}
	}
	return documents
}

// entries is at least half the number of values that a file can have.
func entries(content []byte) int {
	n := 0
	for _, b := range content {
		switch b {
		case '\n', ',', '[', '{':
			n++
		}
	}
	return n
}

func (f *knowledgeFile) statements() []*kb.Statement {
	var all []*kb.Statement
	for _, d := range f.documents {
		all = append(all, d.parted())
	}
	return all
}

// parted is the statement with its drafts apart from its facts.
func (d document) parted() *kb.Statement {
	if !slices.Contains(d.drafts, true) {
		return d.statement
	}
	s := *d.statement
	s.Facts = nil
	for i, fact := range d.statement.Facts {
		if d.drafts[i] {
			s.Drafts = append(s.Drafts, fact)
		} else {
			s.Facts = append(s.Facts, fact)
		}
	}
	return &s
}
