package file_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

// A draft comes back as one, whatever is written around it, and never as a fact.
func TestDraftsAreNoFacts(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts, s.Drafts = s.Facts[:1], s.Facts[1:] })
	content := kbtest.Written(t, s)
	if n := strings.Count(content, "    draft: true\n"); n != 1 {
		t.Fatalf("%d lines say that they are of a draft:\n%s", n, content)
	}
	read := func(content string) *kb.Statement {
		all, err := file.Read("f.yaml", strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		return all[0]
	}
	if diff := cmp.Diff(s, read(content)); diff != "" {
		t.Error(diff)
	}
	for what, line := range map[string]string{"taken out": "", "denied": "    draft: false\n"} {
		approved := read(strings.Replace(content, "    draft: true\n", line, 1))
		if len(approved.Facts) != 2 || len(approved.Drafts) != 0 {
			t.Errorf("the line is %s: %d facts and %d drafts, want 2 and 0", what, len(approved.Facts), len(approved.Drafts))
		}
	}
	for _, slip := range []string{"yes", "'false'", "no thanks", "[false]"} {
		got := checked(t, strings.Replace(content, "draft: true", "draft: "+slip, 1))
		if len(got) != 1 || !strings.Contains(got[0], "draft must be true or false") {
			t.Errorf("draft: %s gives %q", slip, got)
		}
	}
}

// A draft is held to the rules of facts, but for who says it and where it stands.
func TestLintDrafts(t *testing.T) {
	drafts := func(change func(f *kb.Fact)) *kb.Statement {
		return kbtest.ValidStatement(func(s *kb.Statement) {
			s.Facts, s.Drafts = s.Facts[1:], s.Facts[:1]
			change(&s.Drafts[0])
		})
	}
	checkOne := func(s *kb.Statement, want string) {
		t.Helper()
		for _, got := range [][]string{checked(t, kbtest.Written(t, s)), {file.Lint(s)[0].String()}} {
			if len(got) != 1 || !strings.Contains(got[0], want) {
				t.Errorf("got %q, want one problem with %q", got, want)
			}
		}
	}
	checkOne(drafts(func(f *kb.Fact) { f.Citations[0].Quote = "no pretence" }), "does not stand in the text")
	checkOne(drafts(func(f *kb.Fact) { f.Party = "" }), `warning: the draft "orders" has no party`)
	checkOne(drafts(func(f *kb.Fact) { f.Citations[0].Source = "" }), `warning: the draft "orders" names no source`)
	checkOne(drafts(func(f *kb.Fact) { f.Citations = nil }), `the fact "orders" has no citation`)
	checkOne(drafts(func(f *kb.Fact) { f.Citations[0].Source = "none" }), `the source "none" is not among the sources`)
	checkOne(drafts(func(f *kb.Fact) { f.ID = "music" }), `another fact has the id "music"`)
}

// A text that does not say who made it, when, or who published it can be kept as it is.
func TestWhatATextDoesNotSayIsLeftOut(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		s.Date, s.Place, s.Parties, s.Facts, s.Aliases, s.Sources = "", "", nil, nil, nil, s.Sources[:1]
		s.Sources[0].Publisher, s.Sources[0].Published, s.Sources[0].URL, s.Sources[0].Language = "", "", "", ""
	})
	if errs := file.Lint(s).Errors(); len(errs) > 0 {
		t.Errorf("got %q", errs)
	}
	content := kbtest.Written(t, s)
	for _, field := range []string{"date:", "place:", "parties:", "publisher:", "published:", "url:", "language:"} {
		if strings.Contains(content, field) {
			t.Errorf("the file has %s", field)
		}
	}
	sameAfterWriting(t, s)
}
