package main

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestEveryRowOfHold wants each row of bot/HOLD.md to name tests that are there.
func TestEveryRowOfHold(t *testing.T) {
	root := os.DirFS("../..")
	there := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := fs.WalkDir(root, ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		content, err := fs.ReadFile(root, path)
		for _, name := range declared.FindAllSubmatch(content, -1) {
			there[string(name[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	table, err := fs.ReadFile(root, "bot/HOLD.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, line := range strings.Split(string(table), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || strings.Contains(cells[1], "**") || strings.HasPrefix(cells[1], "---") || strings.Contains(cells[1], "attack or fault") {
			continue
		}
		rows++
		names := regexp.MustCompile(`Test\w+`).FindAllString(cells[3], -1)
		if len(names) == 0 {
			t.Errorf("no test shows: %s", cells[1])
		}
		for _, name := range names {
			if !there[name] {
				t.Errorf("%s is not there; it is to show: %s", name, cells[1])
			}
		}
	}
	if rows < 30 {
		t.Errorf("only %d rows were read", rows)
	}
}
