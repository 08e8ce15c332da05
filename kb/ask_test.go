package kb_test

import (
	"strings"
	"testing"

	"verbatim/kb"
)

const notes = `
statement:
  id: engine-notes-1843
  title: Notes on the Analytical Engine
  date: 1843-08-01
  place: London
  parties: [Ada Lovelace]
sources:
  - {id: taylor-1843, title: Sketch, publisher: Richard Taylor, published: 1843-08-01, url: https://example.org/notes, language: en, kind: statement, text: "It has no pretensions whatever to originate any thing."}
  - {id: letter-1843, title: Letter, publisher: Richard Taylor, published: 1843-09-01, url: https://example.org/letter, language: en, kind: report}
facts:
  - id: originates-nothing
    question: Can the Analytical Engine think?
    also_asked: [Does the engine create anything new?]
    answer: No. It does what we know how to order it to do.
    party: Ada Lovelace
    citations: [{source: taylor-1843, quote: no pretensions whatever}]
  - id: music
    question: Could the engine compose music?
    answer: Yes, if sounds could be expressed in its notation.
    party: Ada Lovelace
    citations: [{source: letter-1843, quote: a symphony}]
aliases:
  Analytical Engine: [the Engine, 分析机]
`

func notesBase(t testing.TB) *kb.Base {
	t.Helper()
	statements, err := kb.Read("notes.yaml", strings.NewReader(notes))
	if err != nil {
		t.Fatal(err)
	}
	b, err := kb.NewBase(statements)
	if err != nil {
		t.Fatal(err)
	}
	return b
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
		a := b.Ask(kb.Question{Text: c.question})
		if a.ID != c.id || a.Reason != c.reason || a.Answered != (c.id != "") {
			t.Errorf("%s: %q gets %q, reason %q; want %q, %q", c.what, c.question, a.ID, a.Reason, c.id, c.reason)
		}
		if a.Confidence < 0 || a.Confidence > 1 {
			t.Errorf("%s: confidence %v", c.what, a.Confidence)
		}
	}
}

func TestAskKeepsToAStatement(t *testing.T) {
	a := notesBase(t).Ask(kb.Question{Text: "Can it think?", Statement: "another"})
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
		a := b.Ask(kb.Question{Text: question})
		if len(a.Citations) != 1 || a.Citations[0].Verified != want {
			t.Errorf("%q: citations %+v, want one, verified %v", question, a.Citations, want)
		}
	}
}

func TestReadNamesFileAndLine(t *testing.T) {
	for what, file := range map[string]string{
		"an unknown field":   strings.Replace(notes, "  place:", "  colour: red\n  place:", 1),
		"no id":              strings.Replace(notes, "  id: engine-notes-1843\n", "", 1),
		"not YAML":           "statement: [\n",
		"aliases not a list": strings.Replace(notes, "[the Engine, 分析机]", "{x: y}", 1),
	} {
		_, err := kb.Read("bad.yaml", strings.NewReader(file))
		if err == nil || !strings.HasPrefix(err.Error(), "bad.yaml:") {
			t.Errorf("%s: error %v, want one that begins with the file", what, err)
		}
	}
}
