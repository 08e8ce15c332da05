package document

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"verbatim/kb/document/plain"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each archive has files, and after each, under its name and ".want", what is read
// from it.
func TestReadFiles(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal(archives, err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			for _, f := range a.Files {
				if of, ok := strings.CutSuffix(f.Name, ".want"); ok {
					want[of] = string(f.Data)
				}
			}
			var files []txtar.File
			for _, f := range a.Files {
				if strings.HasSuffix(f.Name, ".want") {
					continue
				}
				d, err := parse(kind(f.Name), f.Data)
				got := shown(d)
				if err != nil {
					got = "error: " + err.Error() + "\n"
				}
				if diff := cmp.Diff(want[f.Name], got); diff != "" && !*update {
					t.Errorf("%s: %s", f.Name, diff)
				}
				if again, _ := parse(".txt", []byte(d.Text)); err == nil && again.Text != d.Text {
					t.Errorf("%s: read again as plain text:\n%s", f.Name, cmp.Diff(d.Text, again.Text))
				}
				files = append(files, f, txtar.File{Name: f.Name + ".want", Data: []byte(got)})
			}
			if a.Files = files; *update {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// shown writes down what a document says of itself, its notes and its text.
func shown(d Document) string {
	var s strings.Builder
	for _, f := range []struct{ name, value string }{
		{"title", d.Title}, {"date", d.Date}, {"publisher", d.Publisher}, {"url", d.URL}, {"language", d.Language}, {"encoding", d.Encoding},
	} {
		if f.value != "" {
			fmt.Fprintf(&s, "%s: %s\n", f.name, f.value)
		}
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&s, "note %s after %q\n", n.Mark, d.Text[max(0, n.At-9):n.At])
	}
	return s.String() + "\n" + strings.TrimRight(d.Text, "\n") + "\n"
}

// What the child reads comes out as it was read.
func TestReadInAProcessOfItsOwn(t *testing.T) {
	content := []byte("<html lang=en><title>T</title><article><h1>The mill</h1><p>It grinds<sup><a href=#n>1</a></sup>.<p id=n>1 So they say.</article>")
	want, err := parse(".html", content)
	if err != nil || len(want.Notes) != 1 {
		t.Fatal(want, err)
	}
	sum := sha256.Sum256(content)
	want.SHA256 = hex.EncodeToString(sum[:])
	got, err := Read(t.Context(), "a.HTML", content)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if _, err := Read(t.Context(), "a.txt", []byte("\x00")); !errors.Is(err, ErrNotText) {
		t.Errorf("an error of the child: %v", err)
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		what, ending, content string
		want                  Document
	}{
		{"plain text", ".txt", "One.\r\nTwo  two.\n\nThree.", Document{Text: "One.\nTwo  two.\n\nThree."}},
		{"a first line that stands alone", ".txt", "Joint communiqué\n\nOne.", Document{Title: "Joint communiqué", Text: "Joint communiqué\n\nOne."}},
		{"a first sentence that stands alone", ".txt", "We met.\n\nOne.", Document{Text: "We met.\n\nOne."}},
		{"a byte order mark", ".txt", "\uFEFFOne", Document{Text: "One"}},
		{"UTF-16", ".txt", "\xFF\xFE\x53\x53\xac\x4e", Document{Text: "卓京", Encoding: "utf-16"}},
		{"marks around words", ".txt", "**<u>The mill</u>**\n\nIt ** grinds.", Document{Title: "The mill", Text: "The mill\n\nIt ** grinds."}},
		{"line breaks in Markdown", ".md", "one\ntwo **three**\n\n> four", Document{Text: "one two three\n\nfour"}},
		{"a line break of the author's in Markdown", ".md", "one  \ntwo\\\nthree", Document{Text: "one\ntwo\nthree"}},
		{"line breaks in Chinese Markdown", ".md", "双方，\n同意", Document{Text: "双方，同意"}},
		{"marks in Markdown that are not typography", ".md", "\"it's\" -- a 'test'... (c)", Document{Text: "\"it's\" -- a 'test'... (c)"}},
		{"code in Markdown", ".md", "```\none\ntwo\n```\n\nthree", Document{Text: "one\ntwo\n\nthree"}},
		{"white space in a page", ".html", "<p>one\n  two<b>three</b> <i> four</i></p><p>five", Document{Text: "one twothree four\n\nfive"}},
		{"lines of Chinese in a page", ".html", "<p>双方，\n  同意 G7\n领导人", Document{Text: "双方，同意 G7 领导人"}},
		{"line breaks in a page", ".htm", "<div>one<br>two<br><br>three</div>", Document{Text: "one\ntwo\n\nthree"}},
		{"a space that does not break", ".html", "<p>40&nbsp;%</p>", Document{Text: "40\u00a0%"}},
		{"hyphens that show nothing", ".html", "<p>treaty&shy;making</p>", Document{Text: "treatymaking"}},
		{"what is not shown", ".html", "<p>one<script>x</script><!-- y --><span hidden>z</span></p><nav>menu</nav><footer>foot</footer>", Document{Text: "one"}},
		{"what is called furniture", ".html", "<p>one<div class='share-bar'>Share</div><div id=cookie-consent>We use cookies</div><ul><li><a href=a>News</a><li><a href=b>About</a></ul>", Document{Text: "one"}},
		{"powers and ordinals", ".html", "<p>10<sup>9</sup> m<sup>2</sup> of CO<sub>2</sub> on the 18<sup>th</sup>", Document{Text: "10⁹ m² of CO₂ on the 18th"}},
		{"a language", ".html", `<html lang="zh_hans"><body><p>京`, Document{Text: "京", Language: "zh-Hans"}},
		{"a language that is none", ".html", `<html lang="?"><body><p>京`, Document{Text: "京"}},
		{"another encoding", ".html", "<meta charset=gb2312><title>\xbe\xa9</title><p>\xbe\xa9", Document{Text: "京", Title: "京"}},
		{"an older encoding of Arabic", ".html", "<meta charset=windows-1256><p>\xe1\xe4", Document{Text: "لن"}},
		{"plain text in a page", ".html", "<pre>We, the leaders of the League of Mills, met today in Harl to look at\nwhat was done since the last meeting, and what is left.\n\nWe part.</pre>", Document{Text: "We, the leaders of the League of Mills, met today in Harl to look at what was done since the last meeting, and what is left.\n\nWe part."}},
		{"a list that goes on", ".html", "<ol start=3><li>one<li><p>two</p><p>more</p><li>(c) three</ol><ol type=a><li>x</ol><ul><li></li></ul><p>y", Document{Text: "3. one\n\n4. two\n\nmore\n\n(c) three\n\na. x\n\ny"}},
	} {
		got, err := parse(c.ending, []byte(c.content))
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

func TestEnding(t *testing.T) {
	for content, want := range map[string]string{
		"": ".txt", "We met.\n#1 is open.": ".txt", "# The mill\n\nIt grinds.": ".md", "---\ntitle: x\n---\n## Seat\n": ".md",
		"\uFEFF\n<!DOCTYPE HTML><p>a": ".html", "<?xml version='1.0'?>\n<html>": ".html", "%PDF-1.7\n": ".pdf", "PK\x03\x04": ".docx",
	} {
		if got := Ending([]byte(content)); got != want {
			t.Errorf("%q is %s, want %s", content, got, want)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		what, name, content string
		want                error
	}{
		{"another kind", "page.aspx", "<p>x", ErrKind},
		{"a table", "quotes.CSV", "quote,author\nx,y", ErrTable},
		{"no kind", "a", "text", ErrKind},
		{"a PDF by another name", "a.txt", "%PDF-1.7\n", ErrNotSo},
		{"a text by the name of a PDF", "a.pdf", "We met.", ErrNotSo},
		{"a text by the name of a Word file", "a.docx", "We met.", ErrNotSo},
		{"a Word file by another name", "a.md", "PK\x03\x04", ErrNotSo},
		{"a Word file with a password", "a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrLocked},
		{"nothing", "a.txt", " \n\n", ErrNoText},
		{"no text in a page", "a.html", "<script>x</script>", ErrNoText},
		{"no text in Markdown", "a.md", "---\n", ErrNoText},
		{"zero bytes", "a.txt", "a\x00b", ErrNotText},
		{"too long", "a.txt", strings.Repeat("a ", Longest/2+1), ErrTooLong},
		{"quotes in quotes in Markdown", "a.md", strings.Repeat("> ", 100_000) + "a", ErrTooDeep},
		{"a table that is very wide", "a.md", strings.Repeat("|a", 1000), ErrTooDeep},
		{"lists in lists", "a.md", strings.Repeat(" ", 400) + "- a", ErrTooDeep},
		{"elements in elements", "a.html", strings.Repeat("<div>", 100_000) + "a", ErrTooDeep},
		{"what a page has once", "a.html", strings.Repeat("<html a=1>", 1000) + "a", ErrTooDeep},
	} {
		if _, err := Read(t.Context(), c.name, []byte(c.content)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.what, err, c.want)
		}
	}
}

// FuzzParse reads anything as anything: it ends, and what it gives is text.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: x\n---\n# a\n> b\n* c\n", "<table><td>x<p>y<svg><p>z", "<article><h1>a</h1><p>b</article>",
		"<meta charset=utf-16><p>a", "\xff\xfea", "<pre>a\n\nb</pre><br><br>", "- > - > 1. [a]: <b>\n|a|b|\n|-|-|",
		"a[^1]\n\n[^1]: b", "<p>a<sup>1</sup><p>1 b", "URL: x\n\na-\nb\f3\fc",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, ending := range []string{".txt", ".md", ".html"} {
			if check("a"+ending, []byte(content)) != nil {
				continue
			}
			d, err := parse(ending, []byte(content))
			if err == nil && (strings.TrimSpace(d.Text) == "" || strings.ToValidUTF8(d.Text, "") != d.Text || strings.ContainsAny(d.Text, string(plain.NoteOpen)+string(plain.NoteClose))) {
				t.Errorf("%s: %q gives %q", ending, content, d.Text)
			}
		}
	})
}
