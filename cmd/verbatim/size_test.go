package main

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// How much a room may hold, without its tests, so that it can be read in one go.
const (
	filesMost = 25
	linesMost = 2400
)

// rootLines are the bounds of the two roots, which have only the words of the domain and
// the way in and out.
var rootLines = map[string]int{"kb": 600, "bot": 700}

func TestRoomsCanBeRead(t *testing.T) {
	for name := range importsOf(t) {
		files, lines := roomSize(t, filepath.Join(root, name))
		most := cmp.Or(rootLines[name], linesMost)
		if files > filesMost || lines > most {
			t.Errorf("%s has %d lines in %d files, and may have %d in %d: cut it where its words part", name, lines, files, most, filesMost)
		}
	}
}

// roomSize counts the Go files of a folder that are no tests, and their lines.
func roomSize(t *testing.T, dir string) (files, lines int) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files++
		lines += bytes.Count(content, []byte("\n"))
	}
	return files, lines
}
