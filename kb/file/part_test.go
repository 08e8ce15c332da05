package file_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

func TestLanguageFilesAddToTheFactsOfAStatement(t *testing.T) {
	statements, err := file.ReadFolder(fstest.MapFS{
		"engine.yaml": {Data: []byte(kbtest.Notes)},
		"engine.ar.yaml": {Data: []byte(`facts:
  originates-nothing:
    answer: لا. إنه يفعل ما نعرف كيف نأمره به.
    also_asked:
      - هل تستطيع الآلة أن تفكر؟
`)},
		"engine.zh-Hant.yaml": {Data: []byte("facts:\n  originates-nothing:\n    also_asked: [機器會思考嗎？]\n")},
		"readme.txt":          {Data: []byte("no knowledge")},
	})
	if err != nil || len(statements) != 1 {
		t.Fatal(statements, err)
	}
	i := slices.IndexFunc(statements[0].Facts, func(f kb.Fact) bool { return f.ID == "originates-nothing" })
	f := statements[0].Facts[i]
	if !strings.HasPrefix(f.Answers["ar"], "لا.") {
		t.Errorf("answers %q", f.Answers)
	}
	if n := len(f.AlsoAsked); n < 2 || f.AlsoAsked[n-2] != "هل تستطيع الآلة أن تفكر؟" || f.AlsoAsked[n-1] != "機器會思考嗎？" {
		t.Errorf("also asked %q", f.AlsoAsked)
	}
}

func TestProblemsOfALanguageFileSayWhereTheyAre(t *testing.T) {
	for _, c := range []struct{ what, content, want string }{
		{"a fact that is not there", "facts:\n  nowhere:\n    answer: Nein.\n", `engine.de.yaml:2: the statement has no fact "nowhere"; correct the id, or take it out`},
		{"an empty answer", "facts:\n  originates-nothing:\n    answer: ' '\n", `engine.de.yaml:3: the answer of "originates-nothing" in the language "de" is empty; write it or remove it`},
		{"a phrasing twice", "facts:\n  originates-nothing:\n    also_asked:\n      - Denkt sie?\n      - denkt  sie?\n", `engine.de.yaml:5: warning: the fact "originates-nothing" has the question "denkt  sie?" twice; keep one`},
		{"an answer that is no text", "facts:\n  originates-nothing:\n    answer: [a]\n", "engine.de.yaml:3: answer must be text, not a list"},
		{"facts as a list", "facts:\n  - id: x\n", "engine.de.yaml:1: facts must be the ids of facts, each with its also_asked and answer, not a list"},
		{"another field", "statement: {}\n", `engine.de.yaml:1: a language file has no field "statement"; its fields are facts`},
		{"nothing", "# later\n", "engine.de.yaml:1: a language file is one document, the facts by their ids, each with also_asked and answer; this has 0"},
		{"bytes that are no text", "facts:\n  \xff: {}\n", "engine.de.yaml:2: the line is not UTF-8; save the file as UTF-8"},
	} {
		var got []string
		for _, p := range file.Check(nil, file.Part{Name: "engine.yaml", Content: []byte(kbtest.Notes)}, file.Part{Name: "engine.de.yaml", Content: []byte(c.content)}) {
			if p.File == "engine.de.yaml" {
				got = append(got, p.String())
			}
		}
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestGroup(t *testing.T) {
	got := file.Group([]string{"b.txt", "a.fr.yaml", "a.v2.yaml", "a.yaml", "c.ar.yaml", "a.ar.json", "a.de.txt"})
	want := [][]string{{"b.txt"}, {"a.v2.yaml"}, {"a.yaml", "a.fr.yaml", "a.ar.json"}, {"c.ar.yaml"}, {"a.de.txt"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAnErrorBehindVeryManyWarningsIsSeen has more warnings than are listed before what is
// wrong.
func TestAnErrorBehindVeryManyWarningsIsSeen(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		for range 10_001 {
			s.Facts[0].AlsoAsked = append(s.Facts[0].AlsoAsked, "Is it so?")
		}
		wrong := s.Facts[0]
		wrong.ID, wrong.Answer, wrong.AlsoAsked = "wrong", "", nil
		s.Facts = append(s.Facts, wrong)
	})
	content := kbtest.Written(t, s)
	if _, err := file.Read("f.yaml", strings.NewReader(content)); err == nil {
		t.Error("a file with a fact without an answer was taken")
	}
	if got := file.Check(nil, file.Part{Name: "f.yaml", Content: []byte(content)}); len(got.Errors()) == 0 {
		t.Errorf("%d problems, and no error among them", len(got))
	}
}

// FuzzLanguageFile holds reading to no panic, and to lines that are there.
func FuzzLanguageFile(f *testing.F) {
	f.Add("facts:\n  originates-nothing:\n    also_asked: [a, b]\n    answer: Nein.\n")
	f.Add("facts: {originates-nothing: {answer: [], also_asked: {a: b}}}")
	f.Fuzz(func(t *testing.T, content string) {
		for _, p := range file.Check(nil, file.Part{Name: "e.yaml", Content: []byte(kbtest.Notes)}, file.Part{Name: "e.de.yaml", Content: []byte(content)}) {
			if lines := strings.Count(content, "\n") + 1; p.File == "e.de.yaml" && (p.Line < 1 || p.Line > lines) {
				t.Errorf("%s: the file has %d lines", p, lines)
			}
		}
	})
}
