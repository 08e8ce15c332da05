package file_test

import (
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

func TestLintFacts(t *testing.T) {
	checkLint(t, []lintCase{
		{"no id", func(s *kb.Statement) { s.Facts[1].ID = "" }, `id: ''`, "the fact has no id"},
		{"an Arabic id", func(s *kb.Statement) { s.Facts[1].ID = "حقيقة" }, "id: حقيقة", `the id "حقيقة" may only`},
		{"no question", func(s *kb.Statement) { s.Facts[1].Question = "" }, `question: ''`, `the fact "music" has an empty question`},
		{"an empty phrasing", func(s *kb.Statement) { s.Facts[0].AlsoAsked[1] = " " }, `- ' '`, `the fact "orders" has an empty question`},
		{"a long phrasing", func(s *kb.Statement) { s.Facts[0].AlsoAsked[1] = strings.Repeat("中", 301) }, "中中", "warning: the question is longer"},
		{"a phrasing of its own again", func(s *kb.Statement) { s.Facts[0].AlsoAsked[0] = "CAN  it think? " }, "CAN", `warning: the fact "orders" has the question "CAN  it think? " twice`},
		{"a phrasing of another fact", func(s *kb.Statement) { s.Facts[1].AlsoAsked = []string{"Does it Think"} }, "Does it Think", `warning: the fact "orders" has the question "Does it Think" too`},
		{"no answer", func(s *kb.Statement) { s.Facts[1].Answer = "\u3000" }, "answer: \u3000", `the fact "music" has no answer`},
		{"a long answer", func(s *kb.Statement) { s.Facts[1].Answer = strings.Repeat("é", 2001) }, "éé", `the answer of "music" is longer`},
		{"an empty topic", func(s *kb.Statement) { s.Facts[0].Topics = []string{"a", ""} }, "topics:", `warning: the fact "orders" has an empty topic`},
		{"no party", func(s *kb.Statement) { s.Facts[1].Party = "" }, `party: ''`, `the fact "music" has no party; add who says it: Ada Lovelace, Luigi Menabrea, both sides`},
		{"a party that did not issue it", func(s *kb.Statement) { s.Facts[1].Party = "Lord Byron" }, "Lord Byron", `"Lord Byron" is no party`},
		{"both sides in capitals", func(s *kb.Statement) { s.Facts[1].Party = "Both sides" }, "Both sides", `"Both sides" is no party`},
		{"no citation", func(s *kb.Statement) { s.Facts[1].Citations = nil }, "citations: []", `the fact "music" has no citation`},
	})
}

func TestTextsOfTheGreatestLengthAreTaken(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		s.ID = strings.Repeat("a", kb.MaxID)
		s.Facts[0].Question = strings.Repeat("问", kb.MaxQuestion)
		s.Facts[0].Answer = strings.Repeat("答", kb.MaxAnswer)
		s.Facts[0].Citations[1].Quote = strings.Repeat("引", kb.MaxQuote)
	})
	if got := file.Lint(s); len(got) > 0 {
		t.Errorf("got %q", got)
	}
}

func TestLintCitations(t *testing.T) {
	hash := strings.Repeat("0a", 32)
	checkLint(t, []lintCase{
		{"no source", func(s *kb.Statement) { s.Facts[0].Citations[1].Source = "" }, `source: ''`, `a citation of "orders" names no source`},
		{"an unknown source", func(s *kb.Statement) { s.Facts[0].Citations[1].Source = "gone" }, "source: gone", `the source "gone" is not among`},
		{"a blank quote", func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = " " }, `quote: ' '`, "the quote is empty"},
		{"a long quote", func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = strings.Repeat("q", 2001) }, "qqq", "the quote is longer"},
		{"a quote with a word changed", func(s *kb.Statement) { s.Facts[0].Citations[0].Quote = "no claims" }, "no claims", `the quote "no claims" does not stand in the text of source "held" from "claims" on`},
		{"a quote in another letter case", func(s *kb.Statement) { s.Facts[0].Citations[0].Quote = "NO pretensions" }, "NO", `the quote "NO pretensions" does not stand`},
		{"a Chinese quote with its last character changed", func(s *kb.Statement) { s.Facts[0].Citations[0].Quote = "分析桥" }, "分析桥", `the quote "分析桥" does not stand in the text of source "held" from "桥" on`},
		{"an offset that is off by one", func(s *kb.Statement) { s.Facts[0].Citations[0].At = kbtest.Number(14) }, "at: 14", "the quote does not stand at byte 14 of the text but at 15"},
		{"an offset past the end", func(s *kb.Statement) { s.Facts[0].Citations[0].At = kbtest.Number(1e6) }, "at: 1000000", "the quote does not stand at byte 1000000"},
		{"an offset without a hash and a text", func(s *kb.Statement) { s.Facts[0].Citations[1].At = kbtest.Number(5) }, "at: 5", `warning: at counts for nothing without the text_sha256 of source "unheld"`},
		{"an offset without a quote", func(s *kb.Statement) { s.Facts[0].Citations[1] = kb.Citation{Source: "held", At: kbtest.Number(5)} }, "at: 5", "at says where a quote stands"},
	})
	for _, right := range []func(s *kb.Statement){
		func(s *kb.Statement) { s.Facts[0].Citations[0].At = kbtest.Number(15) },
		func(s *kb.Statement) { s.Sources[1].TextSHA256, s.Facts[0].Citations[1].At = hash, kbtest.Number(0) },
		func(s *kb.Statement) { s.Sources[1].TextSHA256 = strings.ToUpper(hash) },
	} {
		if got := file.Lint(kbtest.ValidStatement(right)); len(got) > 0 {
			t.Errorf("got %q", got)
		}
	}
	if got := file.Lint(kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].Citations[0].At = kbtest.Number(-1) })); len(got) == 0 {
		t.Error("a negative offset passes")
	}
}

func TestLintAliases(t *testing.T) {
	add := func(name string, other ...string) func(s *kb.Statement) {
		return func(s *kb.Statement) { s.Aliases = append(s.Aliases, kb.Alias{Name: name, Other: other}) }
	}
	checkLint(t, []lintCase{
		{"a name without others", add("Babbage"), "Babbage", `warning: "Babbage" has no other name`},
		{"an empty alias", add("Babbage", ""), "Babbage", `warning: "Babbage" has an empty alias`},
		{"an empty name", add("", "Babbage"), "Babbage", "warning: the aliases have an empty name"},
		{"the name itself", add("Babbage", "babbage "), "Babbage", `warning: the alias "babbage " is the name itself`},
		{"an alias of two names", add("Babbage", "THE engine"), "Babbage", `warning: the alias "THE engine" is also one of "Analytical Engine"`},
		{"an alias twice", add("Babbage", "Charles", "charles"), "Babbage", `warning: the alias "charles" is listed twice`},
	})
}

func TestLintOfHugeStatementsIsBounded(t *testing.T) {
	s := kbtest.ValidStatement(func(s *kb.Statement) {
		s.Sources[0].Text = strings.Repeat("ab", 1<<20)
		s.Facts = nil
		for range 20_000 {
			s.Facts = append(s.Facts, kb.Fact{Party: "x", Citations: []kb.Citation{{Source: "held", Quote: "ba c"}}})
		}
	})
	got := file.Lint(s)
	if len(got) != 201 || !strings.Contains(got[200].Message, "more problems from here on") {
		t.Errorf("%d problems, the last %q; want 200 and one that counts the rest", len(got), got[len(got)-1])
	}
}
