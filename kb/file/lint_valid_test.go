package file_test

import (
	"slices"
	"strings"
	"testing"

	"verbatim/kb/file"
)

// checked gives all problems of a file as text.
func checked(t testing.TB, content string) []string {
	t.Helper()
	problems := file.Check(nil, file.Part{Name: "f.yaml", Content: []byte(content)})
	var all []string
	for _, p := range problems {
		all = append(all, p.String())
	}
	return all
}

// lineWith is the number of the only line that has a text.
func lineWith(t testing.TB, content, text string) int {
	t.Helper()
	lines := strings.Split(content, "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, text) })
	if i < 0 || slices.ContainsFunc(lines[i+1:], func(l string) bool { return strings.Contains(l, text) }) {
		t.Fatalf("want one line with %q in\n%s", text, content)
	}
	return i + 1
}
