package file_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/data"
	"verbatim/kb"
	"verbatim/kb/file"
)

// referenceTexts is where the texts lie that shipped quotes were checked against.
// They are not ours to ship.
const referenceTexts = "../../shared/reference"

func TestShippedStatementsHaveNoProblems(t *testing.T) {
	ids := make(map[string]string)
	err := fs.WalkDir(data.Statements, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := data.Statements.Open(name)
		if err != nil {
			return err
		}
		problems, err := file.Check("data/"+name, content, nil)
		for _, p := range problems {
			t.Error(p)
		}
		if err != nil || len(problems.Errors()) > 0 {
			return err
		}
		statements := readShipped(t, name)
		if len(statements) != 1 || statements[0].ID+".yaml" != name {
			t.Errorf("data/%s: want one statement with the id of the file's name", name)
		}
		for _, s := range statements {
			if other, twice := ids[s.ID]; twice {
				t.Errorf("data/%s has the id of data/%s", name, other)
			}
			ids[s.ID] = name
			sameAfterWriting(t, s)
		}
		return nil
	})
	if err != nil || len(ids) == 0 {
		t.Errorf("%d statements, error %v", len(ids), err)
	}
}

// TestExamplesHaveNoMistakes reads the statements that lie beside the shipped ones, for
// whoever wants to load one: each has its whole text, and all quotes stand in it.
func TestExamplesHaveNoMistakes(t *testing.T) {
	names, err := filepath.Glob("../../data/examples/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		statements, err := file.Read(name, strings.NewReader(string(content)))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range statements {
			texts := map[string]string{}
			for _, source := range s.Sources {
				texts[source.ID] = source.Text
			}
			if len(s.Drafts) > 0 {
				t.Errorf("%s has drafts", name)
			}
			for _, f := range s.Facts {
				if c := f.Citations[0]; c.At == nil || !c.StandsAt(texts[c.Source]) {
					t.Errorf("%s: the quote of %s does not stand in its text", name, f.ID)
				}
			}
		}
	}
}

func readShipped(t *testing.T, name string) []*kb.Statement {
	t.Helper()
	content, err := data.Statements.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	statements, err := file.Read("data/"+name, content)
	if err != nil {
		t.Fatal(err)
	}
	return statements
}

// TestShippedQuotesStandInTheirTexts checks every quote whose text is at hand,
// and that nothing that can be proven is left to be recorded.
func TestShippedQuotesStandInTheirTexts(t *testing.T) {
	found, err := filepath.Glob(filepath.Join(referenceTexts, "*.txt"))
	if err != nil || len(found) == 0 {
		t.Skipf("SKIPPED: no texts in %s, so no shipped quote was checked", referenceTexts)
	}
	used := make(map[string]bool)
	entries, err := data.Statements.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		content, err := data.Statements.ReadFile(entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		filled, problems := file.Fill("data/"+entry.Name(), content, os.DirFS(referenceTexts))
		for _, p := range problems.Errors() {
			t.Error(p)
		}
		if string(filled) != string(content) {
			t.Errorf("data/%s lacks hashes or offsets; run check --texts DIR --write", entry.Name())
		}
		for _, s := range readShipped(t, entry.Name()) {
			for _, source := range s.Sources {
				used[source.ID+".txt"] = true
			}
		}
	}
	for _, text := range found {
		if !used[filepath.Base(text)] {
			t.Errorf("no shipped statement has a source %s", strings.TrimSuffix(filepath.Base(text), ".txt"))
		}
	}
}

// TestPublicSetsAreTaken reads the public question sets in this format.
func TestPublicSetsAreTaken(t *testing.T) {
	sets, err := filepath.Glob("../../shared/eval/*.knowledge.json")
	if err != nil || len(sets) == 0 {
		t.Skip("SKIPPED: no public question sets at hand")
	}
	for _, name := range sets {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := checked(t, string(content)); len(got) > 0 {
			t.Errorf("%s: %q", filepath.Base(name), got)
		}
		statements, err := file.Read(name, strings.NewReader(string(content)))
		if err != nil {
			t.Fatal(err)
		}
		sameAfterWriting(t, statements...)
	}
}
