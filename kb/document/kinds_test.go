package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKindsOfFiles reads files as people have them, of many kinds; testdata/kinds.golden
// has what came out of each, and why what was refused was.
func TestKindsOfFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/kinds/*")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	var got strings.Builder
	for _, name := range append(names, "testdata/office.docx", "testdata/office-ar.pdf", "testdata/locked.pdf") {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "# %s\n", filepath.Base(name))
		d, err := Read(t.Context(), name, content)
		if err != nil {
			fmt.Fprintf(&got, "refused: %s\n\n", err)
			continue
		}
		text := []rune(strings.TrimSpace(shown(d)))
		if len(text) > 600 {
			text = append(text[:600], '…')
		}
		got.WriteString(string(text) + "\n\n")
	}
	const golden = "testdata/kinds.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(golden)
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Error(diff)
	}
}
