package file_test

import (
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
	for _, parts := range shippedParts(t) {
		name := parts[0].Name
		problems := file.Check(nil, parts...)
		for _, p := range problems {
			t.Error(p)
		}
		if len(problems.Errors()) > 0 {
			continue
		}
		statements := readParts(t, parts)
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
	}
	if len(ids) == 0 {
		t.Error("no statements")
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

// shippedParts are the shipped knowledge files, each with its language files.
func shippedParts(t *testing.T) [][]file.Part {
	t.Helper()
	all, err := file.Folder(data.Statements)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readParts(t *testing.T, parts []file.Part) []*kb.Statement {
	t.Helper()
	statements, err := file.ReadParts(parts...)
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
	for _, parts := range shippedParts(t) {
		name, content := parts[0].Name, parts[0].Content
		filled, problems := file.Fill("data/"+name, content, os.DirFS(referenceTexts))
		for _, p := range problems.Errors() {
			t.Error(p)
		}
		if string(filled) != string(content) {
			t.Errorf("data/%s lacks hashes or offsets; run check --texts DIR --write", name)
		}
		for _, s := range readParts(t, parts) {
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
