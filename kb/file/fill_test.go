package file_test

import (
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/kbtest"
)

const fillText = "叙利亚: “no threat”, and: it's\ntwo lines."

// fillFiles are files with the places to be filled in marked: <hash> for the hash
// and <at …> for the offset of the quote after it.
var fillFiles = map[string]string{
	"the layout of the contract, with comments": `# About this file.
statement:
  id: a   # an id
  title: "T"
  date: 2020-01-01
  place: Oslo
  parties: [Norway]

sources:
  - id: s # held elsewhere
    # The title is ours.
    title: T
    publisher: P
    language: nb
    kind: report     # not the original
+    text_sha256: <hash>

facts:
  - id: f
    question: Q?
    answer: >-
      An answer.

    party: Norway
    citations:
      - source: s
        quote: no threat  # two words
+        at: <no threat>
        locator: "1"
      - quote: |-
          it's
          two lines
+        at: <it's>

        source: s
      # The end.
      - source: s
        quote: “no
          threat”,
+        at: <“no>
      - source: s
        quote: "叙利亚"
        at: 0
# After it.
`,
	"lists that are not indented, and no line break at the end": `statement: {id: a, title: T, date: 2020-01-01, place: Oslo, parties: [Norway]}
sources:
- kind: report
+  text_sha256: <hash>
  id: s
  title: T
  publisher: P
  language: nb
facts:
- id: f
  question: Q?
  answer: A.
  party: Norway
  citations:
  - source: s
    quote: two lines.
+    at: <two lines.>`,
	"fields in lines of their own within braces": `{
  "statement": {"id": "a", "title": "T", "date": "2020-01-01", "place": "Oslo", "parties": ["Norway"]},
  "sources": [
    {
      "id": "s", "title": "T", "publisher": "P",
      "language": "nb",
+      "text_sha256": "<hash>",
      "kind": "report"
    }
  ],
  "facts": [{"id": "f", "question": "Q?", "answer": "叙利亚", "party": "Norway", "citations": [
    {
      "source": "s",
+      "at": <no threat>,
      "quote": "no threat"
    }
  ]}]
}
`,
}

// marked gives a file as it is before and after it is filled in.
func marked(content string) (before, after string) {
	content = strings.NewReplacer("<hash>", hashOf(fillText), "<no threat>", "14", "<it's>", "33", "<“no>", "11", "<two lines.>", "38").Replace(content)
	var old, filled []string
	for _, line := range strings.Split(content, "\n") {
		added, found := strings.CutPrefix(line, "+")
		filled = append(filled, added)
		if !found {
			old = append(old, line)
		}
	}
	return strings.Join(old, "\n"), strings.Join(filled, "\n")
}

func TestFillOnlyAddsLines(t *testing.T) {
	for what, content := range fillFiles {
		before, after := marked(content)
		for _, end := range []string{"\n", "\r\n"} {
			before, after := strings.ReplaceAll(before, "\n", end), strings.ReplaceAll(after, "\n", end)
			got, problems := file.Fill("f.yaml", []byte("\ufeff"+before), heldTexts(map[string]string{"s": fillText}))
			if string(got) != "\ufeff"+after {
				t.Errorf("%s (line ends %q): %q, got\n%s", what, end, problems, got)
			}
			again, problems := file.Fill("f.yaml", got, heldTexts(map[string]string{"s": fillText}))
			if string(again) != string(got) || len(problems) > 0 {
				t.Errorf("%s: filled in once more: %q, got\n%s", what, problems, again)
			}
		}
	}
}

func TestFillWithinALine(t *testing.T) {
	const before = `{statement: {id: a, title: 叙利亚, date: 2020-01-01, place: Oslo, parties: [Norway]}, sources: [{id: s, title: 叙利亚, publisher: P, language: nb, kind: report}], facts: [{id: f, question: Q?, answer: A., party: Norway, citations: [{source: s, quote: no threat}]}]}`
	want := strings.NewReplacer("kind:", "text_sha256: "+hashOf(fillText)+", kind:", "quote:", "at: 14, quote:").Replace(before)
	got, problems := file.Fill("f.yaml", []byte(before), heldTexts(map[string]string{"s": fillText}))
	if string(got) != want {
		t.Errorf("%q, got\n%s\nwant\n%s", problems, got, want)
	}
}

func TestFillLeavesFilesWithErrorsAlone(t *testing.T) {
	for what, change := range map[string]func(s *kb.Statement){
		"a quote that does not stand": func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = "no threats" },
		"an untrue offset":            func(s *kb.Statement) { s.Facts[0].Citations[1].At = kbtest.Number(1) },
		"another error":               func(s *kb.Statement) { s.Title = "" },
	} {
		s := kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = "no threat"; change(s) })
		got, problems := file.Fill("f.yaml", []byte(kbtest.Written(t, s)), heldTexts(map[string]string{"unheld": fillText}))
		if got != nil || len(problems.Errors()) == 0 {
			t.Errorf("%s: filled in, with the problems %q:\n%s", what, problems, got)
		}
	}
}

func TestFillRefusesWhatItWouldChange(t *testing.T) {
	content := kbtest.Written(t, kbtest.ValidStatement(func(s *kb.Statement) { s.Facts[0].Citations[1].Quote = "no threat" }))
	// A complex key has its value on another line, which Fill does not know of.
	content = strings.Replace(content, "        quote: no threat", "        ? quote\n        : no threat", 1)
	got, problems := file.Fill("f.yaml", []byte(content), heldTexts(map[string]string{"unheld": fillText}))
	if got != nil && !slices.Equal(unfilled(string(got)), strings.Split(content, "\n")) || got == nil && len(problems.Errors()) != 1 {
		t.Errorf("%q, got\n%s", problems, got)
	}
}

// unfilled gives the lines of a file without those that Fill adds.
func unfilled(content string) []string {
	return slices.DeleteFunc(strings.Split(content, "\n"), func(l string) bool {
		l = strings.TrimSpace(l)
		return strings.HasPrefix(l, "at: ") || strings.HasPrefix(l, "text_sha256: ")
	})
}

func FuzzFill(f *testing.F) {
	for _, content := range fillFiles {
		before, _ := marked(content)
		f.Add(before)
	}
	f.Fuzz(func(t *testing.T, content string) {
		texts := heldTexts(map[string]string{"s": fillText})
		got, problems := file.Fill("f.yaml", []byte(content), texts)
		if refused := len(problems.Errors()) > 0; refused != (got == nil) {
			t.Fatalf("filled in %v with %q", got != nil, problems)
		}
		if got == nil {
			return
		}
		again := file.Check(texts, file.Part{Name: "f.yaml", Content: got})
		if len(again.Errors()) > 0 {
			t.Fatalf("%q after filling in\n%s", again, got)
		}
	})
}
