package eval_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/file"
	"verbatim/kb/index"
)

// devset is where the development set lies, if it is there: knowledge as moderators
// type it, and whole texts, with what members ask.
const devset = "../../../shared/devset"

// asked of the development set, as its files have it.
type devQuestion struct {
	Question   string
	Answerable bool
	Kind       string
	Fact       []string
	Needle     string
	NeedleOr   []string `json:"needle_or"`
}

// TestDevset bounds what is answered of the development set. What was learned was
// learned from it too, so that these figures say only that nothing was lost; how well
// statements do that were left out of the learning is printed by kb/eval/learn.
func TestDevset(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	few, err := filepath.Glob(devset + "/few/*.questions.jsonl")
	if err != nil || len(few) == 0 {
		t.Skipf("SKIPPED, the development set is not at %s", devset)
	}
	facts := tally(t, few, func(base string) *kb.Statement {
		f, err := os.Open(base + ".knowledge.json")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		statements, err := file.Read(f.Name(), f)
		if err != nil {
			t.Fatal(err)
		}
		return statements[0]
	})
	texts, err := filepath.Glob(devset + "/text/*.questions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	whole := tally(t, texts, func(base string) *kb.Statement {
		content, err := os.ReadFile(base + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		return &kb.Statement{ID: "text", Title: "A text", Date: "2000-01-01", Parties: []string{"A party"}, Sources: []kb.Source{{
			ID: "text", Title: "A text", Publisher: "A publisher", Kind: kb.KindStatement, Text: string(content),
		}}}
	})
	t.Logf("facts: %+v", facts)
	t.Logf("texts: %+v", whole)
	bound(t, "facts right", facts.right, 75*facts.known/100, true)
	bound(t, "facts guessed", facts.guessed, 8*facts.unknown/100, false)
	bound(t, "facts wrong", facts.wrong, 2*facts.known/100, false)
	bound(t, "texts right", whole.right, 60*whole.known/100, true)
	bound(t, "texts guessed", whole.guessed, 6*whole.unknown/100, false)
	bound(t, "mentions shown", whole.shown, 36, true)
	bound(t, "mentions denied", whole.denied, 0, false)
}

type devTally struct{ known, right, wrong, unknown, guessed, mentions, shown, denied int }

func bound(t *testing.T, what string, got, want int, least bool) {
	t.Helper()
	if least && got < want || !least && got > want {
		t.Errorf("%s: %d; the bound is %d", what, got, want)
	}
}

func tally(t *testing.T, names []string, statement func(base string) *kb.Statement) (all devTally) {
	t.Helper()
	for _, name := range names {
		s := statement(strings.TrimSuffix(name, ".questions.jsonl"))
		x, err := index.Of(index.Usual(), []*kb.Statement{s})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range devQuestions(t, name) {
			q.addQuotes(s)
			x.View("", func(v *index.View) { all.add(q, answer.To(v, kb.Question{Text: q.Question})) })
		}
	}
	return all
}

func (d *devTally) add(q devQuestion, a kb.Answer) {
	said := a.Answered && !a.Kind.IsTalk()
	right := said && (slices.Contains(q.Fact, a.ID) || q.has(a.Text))
	switch {
	case q.Kind == "mention":
		d.mentions++
		if right {
			d.shown++
		}
		if a.Reason == kb.ReasonNotInText {
			d.denied++
		}
	case q.Answerable:
		d.known++
		if right {
			d.right++
		} else if said {
			d.wrong++
		}
	default:
		d.unknown++
		if said && a.Note == "" {
			d.guessed++
		}
	}
}

// addQuotes takes a passage that has the words which an acceptable fact quotes for right.
func (q *devQuestion) addQuotes(s *kb.Statement) {
	for _, f := range s.Facts {
		if slices.Contains(q.Fact, s.ID+"/"+f.ID) {
			for _, c := range f.Citations {
				q.NeedleOr = append(q.NeedleOr, c.Quote)
			}
		}
	}
}

var blank = regexp.MustCompile(`[\s\x{00a0}]+`)

// has reports whether a text has the words that answer the question.
func (q *devQuestion) has(s string) bool {
	flat := func(s string) string { return blank.ReplaceAllString(s, " ") }
	return slices.ContainsFunc(append([]string{q.Needle}, q.NeedleOr...), func(needle string) bool {
		return needle != "" && strings.Contains(flat(s), flat(needle))
	})
}

func devQuestions(t *testing.T, name string) (all []devQuestion) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q devQuestion
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		all = append(all, q)
	}
	return all
}
