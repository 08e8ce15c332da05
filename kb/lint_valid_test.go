package kb_test

import (
	"bytes"
	"flag"
	"slices"
	"strings"
	"testing"

	"verbatim/kb"
)

var update = flag.Bool("update", false, "write the goldens anew")

// fileText is the text of the source of validStatement.
const fileText = "The engine has no pretensions.\n\nIt follows orders, 分析机 too."

// validStatement is a statement without a problem, changed by a test that
// breaks one thing of it.
func validStatement(change func(s *kb.Statement)) *kb.Statement {
	s := &kb.Statement{
		ID: "notes", Title: "Notes", Date: "1843-08-01", Place: "London", Parties: []string{"Ada Lovelace", "Luigi Menabrea"},
		Sources: []kb.Source{
			{ID: "held", Title: "Sketch", Publisher: "Taylor", Published: "1843", URL: "https://example.org/a", Language: "en", Kind: kb.KindStatement, Text: fileText},
			{ID: "unheld", Title: "Report", Publisher: "Times", Published: "1843-09", URL: "http://example.org/b", Language: "zh-Hant", Kind: kb.KindReport},
		},
		Facts: []kb.Fact{
			{
				ID: "orders", Question: "Can it think?", AlsoAsked: []string{"does it think", "分析机会思考吗？"},
				Answer: "No.", Party: "Ada Lovelace", Speaker: "Ada Lovelace", Topics: []string{"machines"},
				Citations: []kb.Citation{{Source: "held", Quote: "no pretensions", Locator: "Note G"}, {Source: "unheld", Quote: "not checked"}},
			},
			{ID: "music", Question: "Can it compose?", Answer: "Perhaps.", Party: kb.BothSides, Citations: []kb.Citation{{Source: "unheld"}}},
		},
		Aliases: []kb.Alias{{Name: "Analytical Engine", Other: []string{"the Engine", "分析机"}}},
	}
	change(s)
	return s
}

func number(n int) *int { return &n }

// written gives statements as a file.
func written(t testing.TB, statements ...*kb.Statement) string {
	t.Helper()
	var b bytes.Buffer
	if err := kb.Write(&b, statements...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checked gives all problems of a file as text.
func checked(t testing.TB, file string) []string {
	t.Helper()
	problems, err := kb.Check("f.yaml", strings.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range problems {
		all = append(all, p.String())
	}
	return all
}

// lineWith is the number of the only line that has a text.
func lineWith(t testing.TB, file, text string) int {
	t.Helper()
	lines := strings.Split(file, "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, text) })
	if i < 0 || slices.ContainsFunc(lines[i+1:], func(l string) bool { return strings.Contains(l, text) }) {
		t.Fatalf("want one line with %q in\n%s", text, file)
	}
	return i + 1
}
