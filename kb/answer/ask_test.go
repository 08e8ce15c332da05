package answer_test

import (
	"strings"
	"testing"

	"verbatim/kb/answer"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/kbtest"
)

func notesBase(t testing.TB) *index.Index {
	t.Helper()
	statements, err := file.Read("notes.yaml", strings.NewReader(kbtest.Notes))
	if err != nil {
		t.Fatal(err)
	}
	b, err := index.Of(index.Usual(), statements)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func ask(x *index.Index, q kb.Question) (a kb.Answer) {
	x.View(q.Server, func(v *index.View) { a = answer.To(v, q) })
	return a
}

func explain(x *index.Index, q kb.Question) (a kb.Answer, e answer.Explanation) {
	x.View(q.Server, func(v *index.View) { a, e = answer.Explain(v, q) })
	return a, e
}

func TestAsk(t *testing.T) {
	b := notesBase(t)
	for _, c := range []struct {
		what, question, id string
		reason             kb.Reason
	}{
		{"a question as it is known", "Can the Analytical Engine think?", "engine-notes-1843/originates-nothing", ""},
		{"capitals and a slip", "can the ANALYTICAL engine thikn", "engine-notes-1843/originates-nothing", ""},
		{"an alias in another script", "分析机 think", "engine-notes-1843/originates-nothing", ""},
		{"the same thing, another topic, of the only statement, whose text is whole", "Can the Analytical Engine swim across rivers?", "", kb.ReasonNotInText},
		{"nothing to ask", " ?! ", "", kb.ReasonEmpty},
	} {
		a := ask(b, kb.Question{Text: c.question})
		if a.ID != c.id || a.Reason != c.reason || a.Answered != (c.id != "") {
			t.Errorf("%s: %q gets %q, reason %q; want %q, %q", c.what, c.question, a.ID, a.Reason, c.id, c.reason)
		}
		if a.Confidence < 0 || a.Confidence > 1 {
			t.Errorf("%s: confidence %v", c.what, a.Confidence)
		}
	}
}

func TestAskKeepsToAStatement(t *testing.T) {
	a := ask(notesBase(t), kb.Question{Text: "Can it think?", Statement: "another"})
	if a.Reason != kb.ReasonNoSuchStatement {
		t.Errorf("reason %q, want %q", a.Reason, kb.ReasonNoSuchStatement)
	}
}

func TestOnlyQuotesThatStandAreVerified(t *testing.T) {
	b := notesBase(t)
	for question, want := range map[string]bool{
		"Can the Analytical Engine think?": true,
		"Could the engine compose music?":  false,
	} {
		a := ask(b, kb.Question{Text: question})
		if len(a.Citations) != 1 || a.Citations[0].Verified != want {
			t.Errorf("%q: citations %+v, want one, verified %v", question, a.Citations, want)
		}
	}
}
