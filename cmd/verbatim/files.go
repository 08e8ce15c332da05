package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"verbatim/kb/document"
	"verbatim/kb/file"
)

// readWhole reads a file that somebody named, as far as a knowledge file may be
// long and one byte more.
func readWhole(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, cannotRead(name, err)
	}
	defer func() { _ = f.Close() }()
	content, err := io.ReadAll(io.LimitReader(f, file.FileBytes+1))
	if err != nil {
		return nil, cannotRead(name, err)
	}
	return content, nil
}

// standardInput stands for standard input in place of the name of a file.
const standardInput = "-"

// An input is a file that somebody named, or what came from standard input.
type input struct {
	name    string // as it was named
	as      string // with the ending of what it is
	content []byte
}

// open reads a file, or standard input.
func (p *program) open(name string) (input, error) {
	if name != standardInput {
		content, err := readWhole(name)
		return input{name, name, content}, err
	}
	content, err := io.ReadAll(io.LimitReader(p.in, file.FileBytes+1))
	if err != nil {
		return input{}, fmt.Errorf("read standard input: %w", err)
	}
	ending := document.Ending(content)
	if ending == ".txt" && knowledge.Match(content) {
		ending = ".yaml"
	}
	return input{name, "input" + ending, content}, nil
}

// knowledge is how a knowledge file begins that has no name.
var knowledge = regexp.MustCompile(`^(?:\x{FEFF}|\s|#.*\n|---\n)*(?:statement:|\{\s*"?statement"?\s*:)`)

// isKnowledge reports whether it is a knowledge file, by its name or by how it begins.
// What is neither that nor a text that can be read is taken for a text, which says
// what can be.
func (in input) isKnowledge() bool {
	switch strings.ToLower(filepath.Ext(in.as)) {
	case ".yaml", ".yml", ".json", ".jsonl", "":
		return true
	}
	return !document.IsDocument(in.as) && knowledge.Match(in.content)
}

func cannotRead(name string, err error) error {
	why := "it cannot be read: " + cause(err).Error()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "there is no such file; look at the name"
	case errors.Is(err, fs.ErrPermission):
		why = "this user may not read it; change its permissions"
	case isFolder(name):
		why = "it is a folder; give the name of a file"
	}
	return fmt.Errorf("%s: %s", name, why)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// replaceFile makes content the whole of a file: all of it or, if that cannot
// be done, nothing, and the file stays as it was.
func replaceFile(name string, content []byte) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	draft, err := os.CreateTemp(filepath.Dir(name), ".verbatim-*")
	if err != nil {
		return cannotWrite(name, err)
	}
	defer func() { _ = os.Remove(draft.Name()) }()
	_, err = draft.Write(content)
	err = errors.Join(err, draft.Chmod(mode), draft.Sync(), draft.Close())
	if err == nil {
		err = os.Rename(draft.Name(), name)
	}
	if err != nil {
		return cannotWrite(name, err)
	}
	return nil
}

func cannotWrite(name string, err error) error {
	switch {
	case isFolder(name):
		return fmt.Errorf("%s is a folder; give the name of a file", name)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("the folder of %s is not there; make it, or give another name", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s may not be written by this user; change the permissions of its folder, or give another name", name)
	}
	return fmt.Errorf("%s could not be written and was left as it was: %w", name, cause(err))
}

// cause takes the operation and the path off an error of the operating system.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
