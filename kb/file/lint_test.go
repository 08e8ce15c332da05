package file_test

import (
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

// A lintCase breaks one thing of a valid statement. The message is found on the
// line of the written file that has the text on; so both are known to be right.
type lintCase struct {
	what    string
	breakIt func(s *kb.Statement)
	on      string // text of the line; empty for the first
	message string // its beginning, after file and line
}

func checkLint(t *testing.T, cases []lintCase) {
	t.Helper()
	for _, c := range cases {
		s := kbtest.ValidStatement(c.breakIt)
		content := kbtest.Written(t, s)
		line := 1
		if c.on != "" {
			line = lineWith(t, content, c.on)
		}
		want := (file.Problem{File: "f.yaml", Line: line, Message: c.message}).String()
		got := checked(t, content)
		if len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%s: got %q, want one problem %q", c.what, got, want)
		}
		bare := file.Lint(s)
		if len(bare) != 1 || !strings.HasPrefix(bare[0].String(), c.message) {
			t.Errorf("%s: without a file got %q, want %q", c.what, bare, c.message)
		}
		_, err := file.Read("f.yaml", strings.NewReader(content))
		if refused := !strings.HasPrefix(c.message, "warning: "); refused != (err != nil) {
			t.Errorf("%s: read gives %v", c.what, err)
		}
	}
}

func TestAValidStatementHasNoProblem(t *testing.T) {
	s := kbtest.ValidStatement(func(*kb.Statement) {})
	if got := file.Lint(s); len(got) > 0 {
		t.Errorf("got %q", got)
	}
	if got := checked(t, kbtest.Written(t, s)); len(got) > 0 {
		t.Errorf("as a file: %q", got)
	}
}

func TestLintStatement(t *testing.T) {
	checkLint(t, []lintCase{
		{"no id", func(s *kb.Statement) { s.ID = "" }, `id: ''`, "the statement has no id"},
		{"an id with capitals", func(s *kb.Statement) { s.ID = "Notes" }, "id: Notes", `the id "Notes" may only`},
		{"an id with a slash", func(s *kb.Statement) { s.ID = "a/b" }, "id: a/b", `the id "a/b" may only`},
		{"a long id", func(s *kb.Statement) { s.ID = strings.Repeat("a", 49) }, "id: aaaa", "warning: the id"},
		{"no title", func(s *kb.Statement) { s.Title = " " }, `title: ' '`, "the statement has no title"},
		{"no date", func(s *kb.Statement) { s.Date = "" }, "statement:", "warning: the statement has no date"},
		{"a month", func(s *kb.Statement) { s.Date = "1843-08" }, "date: 1843-08", `"1843-08" is no day`},
		{"a day that there is not", func(s *kb.Statement) { s.Date = "1843-02-30" }, "1843-02-30", `"1843-02-30" is no day`},
		{"no place", func(s *kb.Statement) { s.Place = "" }, "statement:", "warning: the statement has no place"},
		{"an empty party", func(s *kb.Statement) { s.Parties[1] = "" }, "parties:", "a party is empty"},
		{"both sides as a party", func(s *kb.Statement) { s.Parties[1] = kb.BothSides }, "parties:", `"both sides" cannot be`},
		{"a party twice", func(s *kb.Statement) { s.Parties[1] = s.Parties[0] }, "parties:", "warning: the party"},
	})
}

func TestLintSources(t *testing.T) {
	checkLint(t, []lintCase{
		{"a source without an id", func(s *kb.Statement) { s.Sources = append(s.Sources, s.Sources[1]); s.Sources[2].ID = "" }, `id: ''`, "the source has no id"},
		{"no title", func(s *kb.Statement) { s.Sources[1].Title = "" }, `title: ''`, `the source "unheld" has no title`},
		{"no publisher", func(s *kb.Statement) { s.Sources[1].Publisher = "\t" }, `publisher: "\t"`, `warning: the source "unheld" has no publisher`},
		{"a date in words", func(s *kb.Statement) { s.Sources[1].Published = "May 1843" }, "May 1843", `"May 1843" is no date`},
		{"a month that there is not", func(s *kb.Statement) { s.Sources[1].Published = "1843-13" }, "1843-13", `"1843-13" is no date`},
		{"a script as address", func(s *kb.Statement) { s.Sources[1].URL = "javascript:alert(1)" }, "alert", `"javascript:alert(1)" is no web address`},
		{"an address without a host", func(s *kb.Statement) { s.Sources[1].URL = "https:///a" }, "https:///a", `"https:///a" is no web address`},
		{"an address with a space", func(s *kb.Statement) { s.Sources[1].URL = "https://a.org/b c" }, "b c", `"https://a.org/b c" is no web address`},
		{"no language", func(s *kb.Statement) { s.Sources[1].Language = "" }, "id: unheld", `warning: the source "unheld" has no language`},
		{"a language in words", func(s *kb.Statement) { s.Sources[1].Language = "English" }, "language: English", `warning: "English" is no language code`},
		{"no kind", func(s *kb.Statement) { s.Sources[1].Kind = "" }, `kind: ''`, `the kind of source "unheld" must be`},
		{"an unknown kind", func(s *kb.Statement) { s.Sources[1].Kind = "blog" }, "kind: blog", `the kind of source "unheld" must be`},
		{"a hash cut short", func(s *kb.Statement) { s.Sources[1].TextSHA256 = "9f2c" }, "9f2c", "text_sha256 must be 64"},
		{"a hash of the file cut short", func(s *kb.Statement) { s.Sources[1].OriginalSHA256 = "9f2c" }, "9f2c", "original_sha256 must be 64"},
		{"a hash of another text", func(s *kb.Statement) { s.Sources[0].TextSHA256 = strings.Repeat("0", 64) }, "text_sha256", "text_sha256 is not the hash"},
	})
}

func TestLintFindsDoubleIDs(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		s.Sources = append(s.Sources, s.Sources[1])
		s.Facts = append(s.Facts, s.Facts[1])
		s.Facts[2].Question = "Another?"
	})
	got := checked(t, kbtest.Written(t, s, s))
	for _, want := range []string{`another source has the id "unheld"`, `another fact has the id "music"`, `a statement before this one has the id "notes"`} {
		if !slices.ContainsFunc(got, func(p string) bool { return strings.Contains(p, want) }) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}

func TestLintWantsSomethingToAnswerWith(t *testing.T) {
	checkLint(t, []lintCase{
		{"no sources and no facts", func(s *kb.Statement) { s.Facts, s.Aliases, s.Sources[0].Text = nil, nil, "" }, "", "the statement has no facts and no source has a text"},
	})
	passages := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts = nil })
	if got := file.Lint(passages); len(got) > 0 {
		t.Errorf("a text without facts: got %q, want no problem", got)
	}
	got := file.Lint(&kb.Statement{})
	for _, want := range []string{"no id", "no title", "no date", "no parties", "no sources", "no facts", "no place"} {
		if !slices.ContainsFunc(got, func(p file.Problem) bool { return strings.Contains(p.Message, want) }) {
			t.Errorf("an empty statement: no %q in %q", want, got)
		}
	}
}
