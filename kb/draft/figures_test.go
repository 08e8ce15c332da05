package draft_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/draft"
	"verbatim/kb/file"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shared is where texts with questions lie that are not ours to ship.
const shared = "../../../shared"

// measured are the texts that drafting is measured on: whole texts with questions and
// the words that answer them, and texts with facts that people made.
var measured = []struct{ text, questions, knowledge string }{
	{"devset/text/camp-david-trilateral-2023-08-18.txt", "devset/text/camp-david-trilateral-2023-08-18.questions.jsonl", ""},
	{"devset/text/names-order-2025-01-20.txt", "devset/text/names-order-2025-01-20.questions.jsonl", ""},
	{"devset/text/nordic-nato-2022-05-19.txt", "devset/text/nordic-nato-2022-05-19.questions.jsonl", ""},
	{"devset/text/us-brazil-2023-02-10.txt", "devset/text/us-brazil-2023-02-10.questions.jsonl", ""},
	{"eval/texts/g7-syria-2024-12-12.txt", "devset/few/g7-syria-2024-12-12.questions.jsonl", "devset/few/g7-syria-2024-12-12.knowledge.json"},
	{"eval/texts/us-egypt-jeddah-2022-07-16.txt", "devset/few/us-egypt-jeddah-2022-07-16.questions.jsonl", "devset/few/us-egypt-jeddah-2022-07-16.knowledge.json"},
	{"eval/texts/us-japan-2025-02-07.txt", "devset/few/us-japan-2025-02-07.questions.jsonl", "devset/few/us-japan-2025-02-07.knowledge.json"},
}

// TestFigures measures how much of what people ask stands in a draft's quote, on texts
// that it never saw; figures.golden has the numbers.
func TestFigures(t *testing.T) {
	var got strings.Builder
	for _, m := range measured {
		text, drafts := drafted(t, m.text)
		exact := 0
		for _, f := range drafts.Facts {
			if f.Citations[0].StandsAt(text) {
				exact++
			}
		}
		if exact != len(drafts.Facts) {
			t.Errorf("%s: %d of %d quotes stand where they are said to", m.text, exact, len(drafts.Facts))
		}
		asked, covered := 0, 0
		for _, places := range answersIn(t, m.questions, m.knowledge) {
			asked++
			if slices.ContainsFunc(places, func(words string) bool { return quoted(drafts.Facts, words) }) {
				covered++
			}
		}
		if asked == 0 || 100*covered < 80*asked {
			t.Errorf("%s: of %d questions, %d are answered by a place that is drafted", m.text, asked, covered)
		}
		fmt.Fprintf(&got, "%-36s %4d words %4d drafts  quotes exact %d/%d  questions whose place is drafted %d/%d\n",
			strings.TrimSuffix(filepath.Base(m.text), ".txt"), len(strings.Fields(text)), len(drafts.Facts), exact, len(drafts.Facts), covered, asked)
	}
	golden(t, "testdata/figures.golden", got.String())
}

// TestAttribution holds who says a draft against what was read by a person, for every
// third draft of these texts: testdata/attribution.tsv has the place, the party and the
// speaker that are right.
func TestAttribution(t *testing.T) {
	table, err := os.ReadFile("testdata/attribution.tsv")
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string]kb.Fact{}
	for _, m := range measured {
		_, drafts := drafted(t, m.text)
		for _, f := range drafts.Facts {
			facts[strings.TrimSuffix(filepath.Base(m.text), ".txt")+"\t"+strconv.Itoa(*f.Citations[0].At)] = f
		}
	}
	rows, right := 0, 0
	for row := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		f, there := facts[cells[0]+"\t"+cells[1]]
		if rows++; there && f.Party == cells[2] && f.Speaker == cells[3] {
			right++
			continue
		}
		t.Logf("%s at %s: %q for %q, want %q for %q", cells[0], cells[1], f.Speaker, f.Party, cells[3], cells[2])
	}
	if t.Logf("%d of %d are right", right, rows); rows < 100 || 100*right < 95*rows {
		t.Errorf("%d of %d are right", right, rows)
	}
}

// drafted reads a text and drafts from it.
func drafted(t *testing.T, name string) (string, draft.Drafts) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("SKIPPED: the text %s is not at hand, so nothing was measured", name)
	}
	d, err := document.Read(t.Context(), name, content)
	if err != nil {
		t.Fatal(err)
	}
	source := kb.Source{ID: "text", Title: d.Title, Language: d.Language, Text: d.Text}
	return d.Text, draft.Of(&kb.Statement{}, &source)
}

// answersIn gives, for each question that can be answered, the words that do.
func answersIn(t *testing.T, questions, knowledge string) [][]string {
	t.Helper()
	quotes := map[string][]string{}
	if knowledge != "" {
		content, err := os.ReadFile(filepath.Join(shared, knowledge))
		if err != nil {
			t.Fatal(err)
		}
		statements, err := file.Read(knowledge, bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range statements[0].Facts {
			for _, c := range f.Citations {
				quotes[statements[0].ID+"/"+f.ID] = append(quotes[statements[0].ID+"/"+f.ID], c.Quote)
			}
		}
	}
	f, err := os.Open(filepath.Join(shared, questions))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all [][]string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var q struct {
			Needle     string
			NeedleOr   []string `json:"needle_or"`
			Answerable *bool
			Fact       []string
		}
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		var places []string
		if q.Needle != "" && q.Answerable != nil && *q.Answerable {
			places = append(q.NeedleOr, q.Needle)
		}
		for _, id := range q.Fact {
			places = append(places, quotes[id]...)
		}
		if len(places) > 0 {
			all = append(all, places)
		}
	}
	return all
}

// quoted reports whether words stand in the quote of a draft.
func quoted(facts []kb.Fact, words string) bool {
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return words != "" && slices.ContainsFunc(facts, func(f kb.Fact) bool {
		return strings.Contains(flat(f.Citations[0].Quote), flat(words))
	})
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(name)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}
