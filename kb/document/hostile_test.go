package document

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"verbatim/kb/document/confine"
)

// Whatever a file holds, it is read, or refused with a sentence, within the memory
// and time that are set, and the program that wanted it grows by little more than
// the text.
func TestHostileFilesAreReadWithinBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	const size = 1 << 20
	words := strings.Repeat("We will not close the mill. ", 2000)
	files := map[string]string{
		"10,000 words of a page.html":    "<p>" + strings.ReplaceAll(words, ". ", ".<p>"),
		"10,000 words of Markdown.md":    strings.ReplaceAll(words, ". ", ".\n\n"),
		"a wide table.md":                "|" + strings.Repeat("a|", 8000) + "\n|" + strings.Repeat("-|", 8000) + "\n" + strings.Repeat("|a\n", 7000),
		"a table as wide as may be.md":   "|" + strings.Repeat("a|", 190) + "\n|" + strings.Repeat("-|", 190) + "\n" + strings.Repeat("|a\n", 300_000),
		"deep lists.md":                  deepLists(2000),
		"lists as deep as may be.md":     deepLists(90) + strings.Repeat("a\n", size),
		"brackets.md":                    strings.Repeat("[", size),
		"links.md":                       strings.Repeat("[a](", size/4),
		"links in paragraphs.md":         strings.Repeat(strings.Repeat("[a](", 600)+"\n\n", 40),
		"emphasis.md":                    strings.Repeat("*a _b ", size/6),
		"emphasis in paragraphs.md":      strings.Repeat(strings.Repeat("*a _b ", 1400)+"\n\n", 400),
		"code.md":                        strings.Repeat("`a``", size/4),
		"tags.md":                        strings.Repeat("<a ", size/3),
		"footnotes.md":                   strings.Repeat("[^a]", size/40) + "\n\n" + strings.Repeat("[^a]: b\n", size/8),
		"quotes.md":                      strings.Repeat(">", size),
		"front matter with aliases.md":   "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + laughs() + "title: t\n---\ntext",
		"front matter without an end.md": "---\n" + strings.Repeat("a: b\n", size/5),
		"what a page has once.html":      attributes(60_000),
		"tags.html":                      strings.Repeat("<p><b>", size/6),
		"formats.html":                   strings.Repeat("<b><i><a href=x>", size/16),
		"formats again.html":             "<p>" + strings.Repeat("<b id=a><p>", size/11),
		"tables.html":                    strings.Repeat("<table><td>", size/11),
		"cells that span.html":           "<table>" + strings.Repeat("<tr><td colspan=1000 rowspan=65534>a", size/36),
		"attributes.html":                "<p " + strings.Repeat("a=b ", size/4) + ">x",
		"a huge attribute.html":          "<p class='" + strings.Repeat("share ", size/6) + "'>x",
		"entities.html":                  "<p>" + strings.Repeat("&CounterClockwiseContourIntegral;", size/33),
		"lists.html":                     "<ol>" + strings.Repeat("<li>a", size/5),
		"lists in lists.html":            strings.Repeat("<ul><li>", 200) + strings.Repeat("<p>a", size/4),
		"links to notes.html":            strings.Repeat("<a href=#a>1</a><p id=a>", size/24),
		"data for search engines.html":   "<script type=application/ld+json>" + strings.Repeat("[", size) + "</script><p>a",
		"data in data.html":              "<script type=application/ld+json>" + strings.Repeat(`{"@graph":[`, 9000) + strings.Repeat("]}", 9000) + "</script><p>a",
		"short paragraphs.txt":           strings.Repeat("v b c\n\n", 4*size/7),
		"short lines.txt":                strings.Repeat("a\n", 2*size),
		"cut words.txt":                  strings.Repeat("ab-\n", size),
		"labels.txt":                     strings.Repeat("Aa Bb: c.\n\n", 4*size/11),
		"pages.txt":                      strings.Repeat("a\n\f", size),
		"Chinese in an old encoding.txt": strings.Repeat("\xbe\xa9", 2*size),
		"bytes of no encoding.txt":       strings.Repeat("\x81\xfe\x90", size),
	}
	add(t, files)
	for name, content := range files {
		within(t, name, content)
	}
}

// add takes the inputs that the script in the shared folder writes, where it is
// there.
func add(t *testing.T, files map[string]string) {
	folder := t.TempDir()
	if out, err := exec.Command("python3", "../../../shared/cases/hostile.py", folder).CombinedOutput(); err != nil {
		t.Logf("WITHOUT the shared hostile inputs: %v %s", err, out)
		return
	}
	for _, name := range []string{"table.md", "tags.html", "list.md", "text0.txt"} {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		files["shared "+name] = string(content)
	}
}

// within reads a file and wants it to end in time, with a text or a sentence.
func within(t *testing.T, name, content string) {
	t.Helper()
	before := heap()
	start := time.Now()
	d, err := Read(t.Context(), name, []byte(content))
	took := time.Since(start)
	grown := heap() - before
	var failure *confine.Failure
	sentence := errors.Is(err, ErrTooDeep) || errors.Is(err, ErrNoText) || errors.Is(err, ErrNotText) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrTooLong) ||
		errors.As(err, &failure) && !errors.Is(err, confine.ErrBroken) && !errors.Is(err, confine.ErrStart)
	if err != nil && !sentence {
		t.Errorf("%s: %v; %v", name, err, causeOf(failure))
	}
	if took > confine.Usual.Time+10*time.Second {
		t.Errorf("%s: it took %v", name, took)
	}
	if most := int64(8*len(d.Text) + 8<<20); grown > most {
		t.Errorf("%s: the program grew by %d MB for a text of %d bytes", name, grown>>20, len(d.Text))
	}
	t.Logf("%-32s %8v %4d MB in all children; text of %d; %v", name, took.Round(time.Millisecond), largestChild()>>20, len(d.Text), err)
	if most := confine.Usual.Memory + 160<<20; largestChild() > most && !raced {
		t.Errorf("%s: the child had %d MB", name, largestChild()>>20)
	}
	runtime.KeepAlive(d)
}

func causeOf(f *confine.Failure) error {
	if f == nil {
		return nil
	}
	return f.Cause
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func deepLists(depth int) string {
	var s strings.Builder
	for i := range depth {
		s.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	return s.String()
}

func attributes(n int) string {
	var s strings.Builder
	for i := range n {
		fmt.Fprintf(&s, "<html a%d=1>", i)
	}
	return s.String() + "<p>text"
}

// laughs are aliases of aliases: a few lines that unfold to billions of values.
func laughs() string {
	var s strings.Builder
	for c := 'b'; c < 'n'; c++ {
		fmt.Fprintf(&s, "%c: &%c [%s]\n", c, c, strings.Repeat("*"+string(c-1)+",", 9))
	}
	return s.String()
}

// A reading that nobody waits for ends at once, whatever it is at.
func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := Read(ctx, "a.md", []byte(strings.Repeat(strings.Repeat("*a _b ", 1400)+"\n\n", 400)))
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 10*time.Second {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
}
