package document

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// What is long or odd is read, or refused, in bounded time.
func TestLongFilesAreReadInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const size = 1 << 20
	words := strings.Repeat("We will not close the river. ", 2000)
	for _, c := range []struct{ what, name, content string }{
		{"10,000 words of a page", "a.html", "<p>" + strings.ReplaceAll(words, ". ", ".<p>")},
		{"10,000 words of Markdown", "a.md", strings.ReplaceAll(words, ". ", ".\n\n")},
		{"brackets", "a.md", strings.Repeat("[", size)},
		{"links", "a.md", strings.Repeat("[a](", size/4)},
		{"emphasis", "a.md", strings.Repeat("*a _b ", size/6)},
		{"code", "a.md", strings.Repeat("`a``", size/4)},
		{"tags in Markdown", "a.md", strings.Repeat("<a ", size/3)},
		{"lists", "a.md", strings.Repeat("- ", 99) + strings.Repeat("a\n", size/2)},
		{"tags", "a.html", strings.Repeat("<p><b>", size/6)},
		{"tables", "a.html", strings.Repeat("<table><td>", size/11)},
		{"attributes", "a.html", "<p " + strings.Repeat("a=b ", size/4) + ">x"},
	} {
		start := time.Now()
		_, err := Read(c.name, []byte(c.content))
		took := time.Since(start)
		t.Logf("%s: %v, %v", c.what, took, err)
		if err != nil && !errors.Is(err, ErrTooDeep) && !errors.Is(err, ErrNoText) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
