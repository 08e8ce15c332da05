package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/kb"
	"verbatim/kb/document"
	"verbatim/kb/draft"
	"verbatim/kb/file"
)

// TestTexts drafts from small texts of several kinds and languages; beside each stands
// what is drafted from it.
func TestTexts(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) < 5 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(name, ".txt")
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, base+".want", shown(of(t, string(content))))
	}
}

// of drafts from a text.
func of(t *testing.T, content string) (string, draft.Drafts) {
	t.Helper()
	d, err := document.Read(t.Context(), "pasted.txt", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	source := kb.Source{ID: "text", Title: d.Title, Language: d.Language, Text: d.Text}
	return d.Text, draft.Of(&kb.Statement{}, &source)
}

// shown writes drafts down: whose, the question, others, and the words.
func shown(_ string, d draft.Drafts) string {
	var b strings.Builder
	fmt.Fprintf(&b, "parties: %s\n", strings.Join(d.Parties, "; "))
	for _, f := range d.Facts {
		fmt.Fprintf(&b, "\n%s\n? %s\n", f.ID, f.Question)
		for _, q := range f.AlsoAsked {
			fmt.Fprintf(&b, "? %s\n", q)
		}
		fmt.Fprintf(&b, "%s [%s] %s\n“%s”\n", kb.SaidBy(f), strings.Join(f.Topics, ", "), f.Citations[0].Locator, f.Citations[0].Quote)
	}
	return b.String()
}

// What a statement has already is not drafted under the same id or question, and its
// parties are kept.
func TestBesideFacts(t *testing.T) {
	s := &kb.Statement{Parties: []string{"The League"}, Facts: []kb.Fact{{ID: "ferry", Question: "What did the League say about the ferry?"}}}
	d := draft.Of(s, &kb.Source{ID: "text", Language: "en", Text: "We thank the towns for the ferry of Harl."})
	if len(d.Facts) != 1 || d.Facts[0].ID == "ferry" || d.Facts[0].Party != "The League" || len(d.Parties) != 1 {
		t.Errorf("%+v", d)
	}
}

// FuzzOf drafts from anything: every draft is a fact that kb/file takes, but for who
// says it, and its quote stands where it says.
func FuzzOf(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content))
	}
	f.Add("A: B\n\nQ: C?\n\nA: D (E) and F.\n\nU.S.-G’s will, we’ll.\n\n| a | b |")
	f.Fuzz(func(t *testing.T, content string) {
		if !utf8.ValidString(content) || strings.TrimSpace(content) == "" {
			return
		}
		source := kb.Source{ID: "text", Title: "T", Kind: kb.KindStatement, Language: "en", Text: content}
		s := &kb.Statement{ID: "s", Title: "T", Sources: []kb.Source{source}}
		d := draft.Of(s, &source)
		s.Parties, s.Drafts = d.Parties, d.Facts
		for _, f := range d.Facts {
			if !f.Citations[0].StandsAt(content) {
				t.Errorf("%q does not stand at %d", f.Citations[0].Quote, *f.Citations[0].At)
			}
		}
		for _, p := range file.Lint(s) {
			if p.Severity == file.Error && p.Code != file.NothingToAsk || strings.Contains(p.Message, "cannot be told which") {
				t.Error(p)
			}
		}
	})
}
