// Package files has the files that people name: knowledge files, whole texts and
// standard input line by line, and what is written at their wish.
//
// It must never know a database: what is read is given to the commands, the only ones
// that call it.
package files

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

// Read reads a file that somebody named, as far as a knowledge file may be
// long and one byte more.
func Read(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, CannotRead(name, err)
	}
	defer func() { _ = f.Close() }()
	content, err := io.ReadAll(io.LimitReader(f, file.FileBytes+1))
	if err != nil {
		return nil, CannotRead(name, err)
	}
	return content, nil
}

// standardInput stands for standard input in place of the name of a file.
const standardInput = "-"

// An Input is a file that somebody named, or what came from standard input.
type Input struct {
	Name    string // as it was named
	As      string // with the ending of what it is
	Content []byte
}

// Open reads a file, or standard input, which in is.
func Open(in io.Reader, name string) (Input, error) {
	if name != standardInput {
		content, err := Read(name)
		return Input{name, name, content}, err
	}
	content, err := io.ReadAll(io.LimitReader(in, file.FileBytes+1))
	if err != nil {
		return Input{}, fmt.Errorf("read standard input: %w", err)
	}
	ending := document.Ending(content)
	if ending == ".txt" && knowledge.Match(content) {
		ending = ".yaml"
	}
	return Input{name, "input" + ending, content}, nil
}

// knowledge is how a knowledge file begins that has no name.
var knowledge = regexp.MustCompile(`^(?:\x{FEFF}|\s|#.*\n|---\n)*(?:statement:|\{\s*"?statement"?\s*:)`)

// isKnowledge reports whether it is a knowledge file, by its name or by how it begins.
// What is neither that nor a text that can be read is taken for a text, which says
// what can be.
func (in Input) isKnowledge() bool {
	switch strings.ToLower(filepath.Ext(in.As)) {
	case ".yaml", ".yml", ".json", ".jsonl", "":
		return true
	}
	return !document.IsDocument(in.As) && knowledge.Match(in.Content)
}

// CannotRead says why a file could not be read, and what to do.
func CannotRead(name string, err error) error {
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

// Replace makes content the whole of a file: all of it or, if that cannot
// be done, nothing, and the file stays as it was.
func Replace(name string, content []byte) error {
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
