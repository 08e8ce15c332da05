package block_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"verbatim/kb/document/block"
	"verbatim/kb/quote/locate"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each archive has texts, and after each, under its name and ".want", the blocks
// that are read from it.
func TestBlocks(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal(archives, err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var files []txtar.File
			want := map[string]string{}
			for _, f := range a.Files {
				if text, ok := strings.CutSuffix(f.Name, ".want"); ok {
					want[text] = string(f.Data)
				}
			}
			for _, f := range a.Files {
				if strings.HasSuffix(f.Name, ".want") {
					continue
				}
				got := shown(block.Blocks(string(f.Data)))
				if diff := cmp.Diff(want[f.Name], got); diff != "" && !*update {
					t.Errorf("%s: %s", f.Name, diff)
				}
				files = append(files, f, txtar.File{Name: f.Name + ".want", Data: []byte(got)})
			}
			if a.Files = files; *update {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// shown writes a block a line: its paragraph and kind, what is told of it, and its
// words.
func shown(blocks []block.Block) string {
	var s strings.Builder
	for i, b := range blocks {
		fmt.Fprintf(&s, "%d %d %s", i, b.Paragraph, b.Kind)
		for _, told := range []struct{ name, value string }{
			{"mark", b.Mark}, {"label", b.Label}, {"speaker", b.Speaker}, {"role", b.Role.String()},
		} {
			if told.value != "" {
				fmt.Fprintf(&s, " %s=%s", told.name, told.value)
			}
		}
		if b.Under >= 0 {
			fmt.Fprintf(&s, " under=%d", b.Under)
		}
		fmt.Fprintf(&s, ": %s\n", strings.ReplaceAll(b.Text, "\n", " ⏎ "))
	}
	return s.String()
}

// FuzzBlocks reads anything: every paragraph that kb/quote sees has its blocks, in
// order and without overlap, and every offset leads back to its character.
func FuzzBlocks(f *testing.F) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			f.Add(string(file.Data))
		}
	}
	f.Add("---\na: b\n---\nc-\nd\u00AD\ne\r\n\u00AD\n\nQ f\n| a | b |\n# g\n(a) h\n1. i\n")
	f.Fuzz(func(t *testing.T, text string) {
		blocks := block.Blocks(text)
		end, seen := 0, 0
		for i := range blocks {
			b := &blocks[i]
			if b.Start < end || b.End <= b.Start || b.Paragraph < seen || b.Paragraph > seen+1 || b.Under >= i {
				t.Fatalf("block %d of %q: %+v", i, text, b)
			}
			if end, seen = b.End, b.Paragraph; utf8.ValidString(text) {
				leadsBack(t, text, b)
			}
			if block.At(blocks, b.Start) != b || len(block.In(blocks, b.Paragraph)) == 0 {
				t.Fatalf("block %d of %q is not found", i, text)
			}
		}
		if n := len(locate.Paragraphs(text)); n != seen {
			t.Fatalf("%d paragraphs of %q, want %d", seen, text, n)
		}
	})
}

// leadsBack wants every character of a block to stand where it is said to, but for
// those that stand for a line break.
func leadsBack(t *testing.T, text string, b *block.Block) {
	for i, r := range b.Text {
		at := b.At(i)
		if at < b.Start || at >= b.End {
			t.Fatalf("%q: the character %d of %q is at %d, outside of %d to %d", text, i, b.Text, at, b.Start, b.End)
		}
		if r != ' ' && r != '\n' && !strings.HasPrefix(text[at:], string(r)) {
			t.Fatalf("%q: the character %d of %q is not at %d", text, i, b.Text, at)
		}
	}
	if b.At(len(b.Text)) != b.End {
		t.Fatalf("%q ends at %d, want %d", b.Text, b.At(len(b.Text)), b.End)
	}
}
