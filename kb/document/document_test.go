package document

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each archive has a file, and under "want" what is read from it.
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
			d, err := Read(a.Files[0].Name, a.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			got := "title: " + d.Title + "\nlanguage: " + d.Language + "\n\n" + strings.TrimRight(d.Text, "\n") + "\n"
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
			if sum := sha256.Sum256(a.Files[0].Data); d.SHA256 != hex.EncodeToString(sum[:]) {
				t.Errorf("the hash is %s", d.SHA256)
			}
		})
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		what, name, content string
		want                Document
	}{
		{"plain text as it is", "a.txt", "One.\r\nTwo  two.\n\nThree.", Document{Text: "One.\r\nTwo  two.\n\nThree."}},
		{"a first line that stands alone", "a.txt", "Joint communiqué\n\nOne.", Document{Title: "Joint communiqué", Text: "Joint communiqué\n\nOne."}},
		{"a first sentence that stands alone", "a.txt", "We met.\n\nOne.", Document{Text: "We met.\n\nOne."}},
		{"a byte order mark", "A.TXT", "\uFEFFOne", Document{Text: "One"}},
		{"UTF-16", "a.txt", "\xFF\xFE\x53\x53\xac\x4e", Document{Text: "卓京"}},
		{"line breaks in Markdown", "a.md", "one\ntwo **three**\n\n> four", Document{Text: "one\ntwo three\n\nfour"}},
		{"marks in Markdown that are not typography", "a.md", "\"it's\" -- a 'test'... (c)", Document{Text: "\"it's\" -- a 'test'... (c)"}},
		{"white space in a page", "a.html", "<p>one\n  two<b>three</b> <i> four</i></p><p>five", Document{Text: "one twothree four\n\nfive"}},
		{"line breaks in a page", "a.htm", "<div>one<br>two<br><br>three</div>", Document{Text: "one\ntwo\n\nthree"}},
		{"a space that does not break", "a.html", "<p>40&nbsp;%</p>", Document{Text: "40\u00a0%"}},
		{"what is not shown", "a.html", "<p>one<script>x</script><!-- y --><span hidden>z</span></p><nav>menu</nav><footer>foot</footer>", Document{Text: "one"}},
		{"a language", "a.html", `<html lang="zh_hans"><body><p>京`, Document{Text: "京", Language: "zh-Hans"}},
		{"a language that is none", "a.html", `<html lang="?"><body><p>京`, Document{Text: "京"}},
		{"another encoding", "a.html", "<meta charset=gb2312><title>\xbe\xa9</title><p>\xbe\xa9", Document{Text: "京", Title: "京"}},
		{"an older encoding of Arabic", "a.html", "<meta charset=windows-1256><p>\xe1\xe4", Document{Text: "لن"}},
		{"a table", "a.html", "<table><tr><th>one</th>\n<td>two<tr><td>three</table>", Document{Text: "one two\n\nthree"}},
	} {
		got, err := Read(c.name, []byte(c.content))
		got.SHA256 = ""
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", c.what, err, diff)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		what, name, content string
		want                error
	}{
		{"another kind", "a.pdf", "%PDF", ErrKind},
		{"no kind", "a", "text", ErrKind},
		{"nothing", "a.txt", " \n\n", ErrNoText},
		{"no text in a page", "a.html", "<script>x</script>", ErrNoText},
		{"no text in Markdown", "a.md", "---\n", ErrNoText},
		{"not UTF-8", "a.txt", "caf\xe9", ErrNotText},
		{"not UTF-8, in Markdown", "a.md", "caf\xe9", ErrNotText},
		{"zero bytes", "a.txt", "a\x00b", ErrNotText},
		{"too long", "a.txt", strings.Repeat("a ", Longest/2+1), ErrTooLong},
		{"quotes in quotes in Markdown", "a.md", strings.Repeat("> ", 100_000) + "a", ErrTooDeep},
		{"elements in elements", "a.html", strings.Repeat("<div>", 100_000) + "a", ErrTooDeep},
	} {
		if _, err := Read(c.name, []byte(c.content)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.what, err, c.want)
		}
	}
}

// FuzzRead reads anything as anything: it ends, and what it gives is text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: x\n---\n# a\n> b\n* c\n", "<table><td>x<p>y<svg><p>z", "<article><h1>a</h1><p>b</article>",
		"<meta charset=utf-16><p>a", "\xff\xfea", "<pre>a\n\nb</pre><br><br>", "- > - > 1. [a]: <b>\n|a|b|\n|-|-|",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		for _, name := range []string{"a.txt", "a.md", "a.html"} {
			d, err := Read(name, []byte(content))
			if err == nil && (strings.TrimSpace(d.Text) == "" || strings.ToValidUTF8(d.Text, "") != d.Text) {
				t.Errorf("%s: %q gives %q", name, content, d.Text)
			}
		}
	})
}
