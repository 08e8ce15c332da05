package file_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

func TestReadGivesAllProblemsAsAnError(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) { s.ID, s.Title, s.Place = "", "", "" })
	_, err := file.Read("f.yaml", strings.NewReader(kbtest.Written(t, s)))
	var problems file.Problems
	if !errors.As(err, &problems) || len(problems) != 3 || len(problems.Errors()) != 2 {
		t.Fatalf("got %v, want three problems, two of them errors", problems)
	}
	if got := err.Error(); !strings.HasPrefix(got, "f.yaml:2: the statement has no id") || !strings.HasSuffix(got, "(and one more problem)") {
		t.Errorf("the error is %q", got)
	}
}

func TestReadTellsThatTheFileCannotBeRead(t *testing.T) {
	fault := errors.New("disk on fire")
	if _, err := file.Read("f.yaml", iotest.ErrReader(fault)); !errors.Is(err, fault) || !strings.Contains(err.Error(), "f.yaml") {
		t.Errorf("read: %v", err)
	}
}

func TestBytesThatNoFileMayHave(t *testing.T) {
	for _, c := range []struct {
		what, content string
		want          []string
	}{
		{"invalid UTF-8, each line of it", "a: b\nc: \xff\nd: \xc3\n", []string{"f.yaml:2: the line is not UTF-8", "f.yaml:3: the line is not UTF-8"}},
		{"UTF-16", "\xff\xfea\x00", []string{"f.yaml:1: the file is UTF-16"}},
		{"NUL", "a: b\x00\n", []string{"f.yaml:1: the line has the control character U+0000"}},
		{"an escape sequence in a comment", "a: b\n# \x1b[2J\n", []string{"f.yaml:2: the line has the control character U+001B"}},
		{"a C1 control", "a: \u009b\n", []string{"f.yaml:1: the line has the control character U+009B"}},
		{"a carriage return inside a line", "a: b\rc\n", []string{"f.yaml:1: the line has the control character U+000D"}},
		{"a Unicode line break in YAML", "a: |\n  b\u2028c\n", []string{"f.yaml:2: the line has a Unicode line break"}},
		{"an empty file", "", []string{"f.yaml:1: the file is empty"}},
		{"white space", " \n\n", []string{"f.yaml:1: the file is empty"}},
		{"a byte order mark alone", "\ufeff", []string{"f.yaml:1: the file is empty"}},
	} {
		got := checked(t, c.content)
		same := len(got) == len(c.want)
		for i := 0; same && i < len(got); i++ {
			same = strings.HasPrefix(got[i], c.want[i])
		}
		if !same {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestLineEndsAndMarksOfOtherSystemsAreTaken(t *testing.T) {
	want := kbtest.ValidStatement(func(*kb.Statement) {})
	content := "\ufeff" + strings.ReplaceAll(kbtest.Written(t, want), "\n", "\r\n")
	got, err := file.Read("f.yaml", strings.NewReader(content))
	if err != nil || got[0].Sources[0].Text != kbtest.FileText {
		t.Errorf("got %v", err)
	}
}

// TestHostileFilesTakeBoundedTime reads files that are made to take long. The
// bound is generous: without the limits each takes minutes, or all memory.
func TestHostileFilesTakeBoundedTime(t *testing.T) {
	many := strings.Repeat
	for what, content := range map[string]string{
		"open brackets":      many("[", 1<<20),
		"open braces":        many("{a: ", 1<<18),
		"dashes in a line":   many("- ", 1<<18),
		"question marks":     many("? ", 1<<18),
		"JSON open brackets": `{"facts":` + many("[", 1<<20),
		"anchors":            many("- &a [x]\n- *a\n", 1<<14),
		"unknown fields":     many("a: b\n", 1<<16),
		"distinct fields":    numbered(1<<16, "k%d: v\n"),
		"flow pairs":         "{" + many(`a: b, `, 1<<15) + "}",
		"JSON fields":        "{" + many(`"a": 1, `, 1<<16) + `"b": 1}`,
		"blank lines":        "a: b" + many("\n", 1<<20),
		"comments":           many("# c\n", 1<<18),
		"empty documents":    many("---\n", 1<<15),
		"documents":          many("---\na: b\n", 1<<14),
		"aliases":            "aliases:\n" + numbered(1<<15, "  k%d: [x]\n"),
		"entries past limit": many("- a\n", 2_000_001),
		"a byte too many":    many(" ", file.FileBytes+1),
	} {
		begun := time.Now()
		_, err := file.Read("f.yaml", strings.NewReader(content))
		if took := time.Since(begun); err == nil || took > 30*time.Second {
			t.Errorf("%s: error %v after %v", what, err, took)
		}
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: the error has several lines", what)
		}
	}
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	f.Add(kbtest.Written(f, kbtest.ValidStatement(func(*kb.Statement) {})))
	f.Add(`{"statement": {"id": "a", "title": "\ud83d\ude00"}, "sources": [{}], "facts": [{"citations": [{"at": 1}]}]}`)
	f.Add("a: &x [*x]\n---\n? - b\n: !!binary c\n")
	f.Add("{0")
	f.Add("{statement: {id: a, parties: [b, 'c']}, aliases: {d: [e]}}")
	f.Fuzz(func(t *testing.T, content string) {
		statements, err := file.Read("f.yaml", strings.NewReader(content))
		if err == nil {
			sameAfterWriting(t, statements...)
			return
		}
		var problems file.Problems
		if !errors.As(err, &problems) || statements != nil {
			t.Fatalf("%d statements with error %v", len(statements), err)
		}
		lines := strings.Count(content, "\n") + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines || strings.ContainsAny(p.Message, "\n\r") {
				t.Fatalf("problem %q of a file of %d lines", p, lines)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		for i := range 5000 {
			f := s.Facts[0]
			f.ID, f.Question, f.AlsoAsked = fmt.Sprint("f", i), fmt.Sprintf("What of %d?", i), nil
			for j := range 4 {
				f.AlsoAsked = append(f.AlsoAsked, fmt.Sprintf("phrasing %d of the question on %d", j, i))
			}
			s.Facts = append(s.Facts, f)
		}
	})
	content := kbtest.Written(b, s)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := file.Read("f.yaml", strings.NewReader(content)); err != nil {
			b.Fatal(err)
		}
	}
}
