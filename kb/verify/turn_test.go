package verify_test

import (
	"testing"

	"verbatim/kb"
	"verbatim/kb/kbtest"
	"verbatim/kb/quote"
	"verbatim/kb/verify"
)

const talk = `Remarks by Minister Marn and Chancellor Lenk

MINISTER MARN:  Welcome.  We had a long and useful meeting on the river.

Q    Minister, will you close the lock before the winter, in your view?

MINISTER MARN:  We will keep the lock open through the winter.

Q    And what does the chancellor say of the toll on barges?

CHANCELLOR LENK:  The toll ends in May, and it will not come back.
`

// TestWhoHasTheTurnSaidIt holds what the labels of a transcript say against what an
// article makes of it: a question is never the words of whoever was asked.
func TestWhoHasTheTurnSaidIt(t *testing.T) {
	s := &kb.Statement{ID: "talk", Title: "Remarks", Parties: []string{"China", "Cordonia"}, Sources: []kb.Source{{ID: "transcript", Kind: kb.KindStatement, Text: talk}}}
	texts := textsOf(s)
	for _, c := range []struct {
		words, by string
		want      verify.Attribution
		sayer     string
		put       bool
	}{
		{"keep the lock open through the winter", "Marn", verify.Right, "MINISTER MARN", false},
		{"keep the lock open through the winter", "Ada Marn", verify.Right, "MINISTER MARN", false},
		{"keep the lock open through the winter", "Lenk", verify.Wrong, "MINISTER MARN", false},
		{"The toll ends in May", "Chancellor Lenk", verify.Right, "CHANCELLOR LENK", false},
		{"The toll ends in May", "China", verify.Wrong, "CHANCELLOR LENK", false},
		{"will you close the lock before the winter", "Marn", verify.Wrong, "a reporter", true},
		{"will you close the lock before the winter", "China", verify.Wrong, "a reporter", true},
		{"will you close the lock before the winter", "a reporter", verify.Right, "a reporter", true},
		{"will you shut the lock before the winter, in your view", "Marn", verify.Wrong, "a reporter", true},
		{"through the winter. And what does the chancellor say", "", verify.Unsaid, "China and Cordonia", false},
	} {
		r := quoted(t, texts, kb.Question{Text: c.words})
		if got := r.Attribute(c.by); got != c.want || r.Sayer() != c.sayer || r.Turn.Put != c.put {
			t.Errorf("%q by %q: %s, said by %q, put %v (%s)", c.words, c.by, got, r.Sayer(), r.Turn.Put, r.Verdict)
		}
	}
}

// TestTheStatementAskedForIsNamedFirst looks for words that two statements have.
func TestTheStatementAskedForIsNamedFirst(t *testing.T) {
	other := kbtest.River()
	other.ID, other.Facts = "other", nil
	more := &kb.Statement{ID: "more", Sources: []kb.Source{{ID: "news", Text: "A minister said: Averland will pay 30 per cent of the cost."}}}
	texts := textsOf(kbtest.River(), other, more)
	for _, c := range []struct {
		statement, first string
		stands           int
		elsewhere        string
		verdict          quote.Verdict
	}{
		{"", "river", 2, "", quote.Verbatim},
		{"river", "river", 2, "", quote.Verbatim},
		{"other", "other", 2, "", quote.Verbatim},
		{"more", "more", 1, "river", quote.Altered},
	} {
		r := quoted(t, texts, kb.Question{Text: "Averland will pay 40 per cent of the cost", Statement: c.statement})
		elsewhere := ""
		if len(r.Elsewhere) > 0 {
			elsewhere = r.Elsewhere[0].Statement.ID
		}
		if r.Verdict != c.verdict || r.Statement.ID != c.first || r.Stands[0].Statement.ID != c.first || len(r.Stands) != c.stands || elsewhere != c.elsewhere {
			t.Errorf("of %q: %s in %q, %d places, elsewhere %q", c.statement, r.Verdict, r.Statement.ID, len(r.Stands), elsewhere)
		}
	}
}

func TestAFalseQuoteIsNotOnlyUnchecked(t *testing.T) {
	c := kb.Citation{Source: "s", Quote: "We will close the river"}
	for text, want := range map[string]bool{"": false, "We will not close the river.": true, "We will close the river.": false} {
		if got := kb.Disproved(c, kb.Source{ID: "s", Text: text}); got != want {
			t.Errorf("in %q it is disproved: %v", text, got)
		}
	}
	if kb.Disproved(kb.Citation{Source: "s"}, kb.Source{ID: "s", Text: "No."}) {
		t.Error("a citation without a quote is disproved")
	}
}
