package quote

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// own returns the statements in testdata: made up, in three scripts.
func own(t testing.TB) []Text {
	t.Helper()
	return read(t, "testdata/*.txt")
}

// real returns the official statements kept beside the project.
func real(t testing.TB) []Text {
	t.Helper()
	texts := read(t, "../../../shared/eval/texts/*.txt")
	if len(texts) == 0 {
		t.Skip("SKIPPED: the statements beside the project (../shared/eval/texts) are not there; nothing was tried on real text")
	}
	for i, text := range texts {
		if _, body, ok := strings.Cut(text.Body, "\n-----"); ok {
			_, body, _ = strings.Cut(body, "\n")
			texts[i].Body = body
		}
	}
	return texts
}

func read(t testing.TB, pattern string) []Text {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var texts []Text
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, Text{strings.TrimSuffix(filepath.Base(f), ".txt"), string(body)})
	}
	return texts
}

func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1843)) }

// check judges a text, which must be possible.
func check(t testing.TB, x *Index, text string) Result {
	t.Helper()
	r, err := x.Check(text, nil)
	if err != nil {
		t.Fatalf("Check(%q): %v", text, err)
	}
	return r
}

// body returns the text of a source.
func (x *Index) body(source string) string {
	n, _ := x.texts.Number(source)
	return x.texts.Held(n).Body
}

// spelled returns how a text is compared: its words with their marks, without
// what is free at its end and the case of its first letter.
func spelled(text string) string {
	q := New().texts.Query(text)
	var b strings.Builder
	for i, w := range q.Words[q.From:q.To] {
		spelling := w.Spelling
		if q.From+i == q.Initial {
			spelling = lowerFirst(spelling)
		}
		b.WriteString(spelling + " ")
	}
	return b.String()
}

func lowerFirst(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(r)) + word[size:]
}

// sides returns what a difference gives for the source and for the text.
func sides(ops []Op) (source, text string) {
	for _, op := range ops {
		if op.Op != Added {
			source += op.Text
		}
		if op.Op != Dropped {
			text += op.Text
		}
	}
	return source, text
}

// holds fails unless a result is consistent with itself and its source.
func holds(t testing.TB, x *Index, r Result) {
	t.Helper()
	consistent(t, x, r, spelled)
}

// characters returns how a text is compared, but for letter case (which each
// piece of a quotation has its start for) and for where words end: what stands
// beside a mark decides that, and a difference may put others there.
func characters(text string) string {
	return strings.ToLower(strings.ReplaceAll(spelled(text), " ", ""))
}

func consistent(t testing.TB, x *Index, r Result, form func(string) string) {
	t.Helper()
	if r.Similarity < 0 || r.Similarity > 1 {
		t.Errorf("%q: similarity %v", r.Text, r.Similarity)
	}
	if r.Verdict == NotFound {
		if r.Source != "" || r.Found != "" || r.Diff != nil {
			t.Errorf("%q was not found, but has a passage: %+v", r.Text, r)
		}
		return
	}
	body := x.body(r.Source)
	source, text := sides(r.Diff)
	switch {
	case r.Found != body[r.Start:r.End]:
		t.Errorf("%q: Found is %q, the body has %q there", r.Text, r.Found, body[r.Start:r.End])
	case source != r.Found:
		t.Errorf("%q: the difference gives %q for the source, want %q", r.Text, source, r.Found)
	case form(text) != form(r.Text):
		t.Errorf("the difference gives %q for the text, want %q", text, r.Text)
	case r.Paragraph < 1 || r.Verdict != Spliced && !strings.Contains(r.Context, r.Found) && r.Pieces == nil:
		t.Errorf("%q: paragraph %d, context %q", r.Text, r.Paragraph, r.Context)
	}
}
