package file_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

// TestReadGoldens checks every file in the archives of testdata/files: the
// section after each has the problems that are found in it.
func TestReadGoldens(t *testing.T) {
	archives, err := filepath.Glob("testdata/files/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives:", err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) { checkArchive(t, name) })
	}
}

func checkArchive(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		section, golden := archive.Files[i], &archive.Files[i+1]
		if want := "problems of " + section.Name; golden.Name != want {
			t.Fatalf("section %q, want %q", golden.Name, want)
		}
		got := problemsOf(t, section.Name, string(section.Data))
		if *kbtest.Update {
			golden.Data = []byte(got)
		} else if got != string(golden.Data) {
			t.Errorf("%s: got\n%swant\n%s", section.Name, got, golden.Data)
		}
	}
	if *kbtest.Update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// problemsOf checks a file and reads it too: the one may find nothing that lets
// the other through.
func problemsOf(t *testing.T, name, content string) string {
	t.Helper()
	problems := file.Check(nil, file.Part{Name: name, Content: []byte(content)})
	var lines strings.Builder
	for _, p := range problems {
		lines.WriteString(p.String() + "\n")
	}
	statements, err := file.Read(name, strings.NewReader(content))
	if refused := len(problems.Errors()) > 0; refused != (err != nil) || refused != (statements == nil) {
		t.Errorf("%s: read gives %d statements and error %v, with the problems\n%s", name, len(statements), err, lines.String())
	}
	return lines.String()
}
