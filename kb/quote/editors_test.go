package quote

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/kb/quote/word"
)

// An editing case is a quotation as editors print them, with the verdict that is
// right and the change that must be named, if there is one.
type edit struct {
	text    string
	verdict Verdict
	change  string
}

// edits reads a set of testdata/editors, a quotation a line, with line breaks and
// invisible characters as \n and \u….
func edits(t *testing.T, file string) []edit {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer(`\n`, "\n", `\u00a0`, "\u00a0", `\u00ad`, "\u00ad", `\u200b`, "\u200b", `\u200f`, "\u200f", `\u0300`, "\u0300", `\u0301`, "\u0301", `\u0654`, "\u0654")
	var all []edit
	for line := range strings.Lines(string(content)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 3 {
			t.Fatalf("%s: %q has %d fields", file, line, len(fields))
		}
		all = append(all, edit{plain.Replace(fields[2]), Verdict(fields[0]), fields[1]})
	}
	return all
}

// TestWhatEditorsPrint holds the checker against quotations that were written by
// hand, in six languages; see testdata/editors/README.
func TestWhatEditorsPrint(t *testing.T) {
	files, _ := filepath.Glob("testdata/editors/*.tsv")
	x := New(read(t, "testdata/editors/*.txt")...)
	total, right, named := 0, 0, 0
	for _, file := range files {
		for _, e := range edits(t, file) {
			total++
			r := check(t, x, e.text)
			holds := r.Verdict == e.verdict
			says := e.change == "" || slices.Contains(r.Differ, e.change) || e.change == "word order" && reordered(r)
			if holds {
				right++
			}
			if says {
				named++
			}
			switch {
			case e.verdict == Altered && (r.Verdict.True() || r.Verdict == Edited || r.Verdict == Spliced):
				t.Errorf("%s: altered is called %s: %q", file, r.Verdict, e.text)
			case e.verdict.True() && !r.Verdict.True():
				t.Errorf("%s: %s is called %s: %q\n\t%s", file, e.verdict, r.Verdict, e.text, r.Differ)
			case !holds || !says:
				t.Logf("%s: %q is %s, %q; want %s, %q\n\t%s", filepath.Base(file), e.text, r.Verdict, r.Differ, e.verdict, e.change, inline(r.Diff))
			}
		}
	}
	t.Logf("%d quotations; right verdict: %d; the change named: %d", total, right, named)
	if total < 300 || len(files) < 6 || right*100 < total*99 || named*100 < total*99 {
		t.Errorf("%d of %d are right, %d named, in %d languages", right, total, named, len(files))
	}
}

// reordered reports whether as many words were dropped as added, and the same ones.
func reordered(r Result) bool {
	var dropped, added []string
	for _, c := range r.Changes {
		dropped, added = append(dropped, word.Spellings(c.Source)...), append(added, word.Spellings(c.Text)...)
	}
	slices.Sort(dropped)
	slices.Sort(added)
	return len(dropped) > 0 && slices.Equal(dropped, added)
}
