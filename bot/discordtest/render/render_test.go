package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// textOf is all text of a page, which must be well formed and ask for nothing from
// elsewhere.
func textOf(t *testing.T, page []byte) string {
	t.Helper()
	var words strings.Builder
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(page, []byte("<!DOCTYPE html>"))))
	inStyle := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return words.String()
		}
		if err != nil {
			t.Fatalf("the page is not well formed: %v\n%s", err, page)
		}
		switch token := token.(type) {
		case xml.CharData:
			if !inStyle {
				words.Write(token)
			}
		case xml.StartElement:
			inStyle = token.Name.Local == "style"
			for _, a := range token.Attr {
				switch web := strings.HasPrefix(a.Value, "http://") || strings.HasPrefix(a.Value, "https://"); {
				case token.Name.Local == "a" && a.Name.Local == "href" && web:
				case a.Name.Local == "href" || a.Name.Local == "src" || strings.HasPrefix(a.Name.Local, "on"):
					t.Errorf("%s has %s=%q", token.Name.Local, a.Name.Local, a.Value)
				}
			}
			if slices.Contains([]string{"script", "iframe", "img", "object", "link"}, token.Name.Local) {
				t.Errorf("the page has a %s", token.Name.Local)
			}
		case xml.EndElement:
			inStyle = false
		}
	}
}

func TestMarkdownIsShownAsDiscordDoes(t *testing.T) {
	for _, c := range []struct{ about, text, want string }{
		{"emphasis", "**a** *b* _c_ __d__ ~~e~~ `f`", "<strong>a</strong> <em>b</em> <em>c</em> <u>d</u> <s>e</s> <code>f</code>"},
		{"within each other", "**a ~~b~~**", "<strong>a <s>b</s></strong>"},
		{"what is escaped is text", `\*a\* \[b\](c) 1\. \<@1>`, "*a* [b](c) 1. &lt;@1&gt;"},
		{"a mark without its end is text", "2 * 3 ** x", "2 * 3 ** x"},
		{"a link", "[P, 1 May](<https://a.example/x?y=1&z=2>), p. 2", `<a href="https://a.example/x?y=1&amp;z=2">P, 1 May</a>, p. 2`},
		{"a link with brackets in its text", `[a \[b\]](<https://a.example/>)`, `<a href="https://a.example/">a [b]</a>`},
		{"no script in a link", "[a](javascript:alert)", "[a](javascript:alert)"},
		{"HTML is text", "<script>alert(1)</script> & \"x\"", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;x&#34;"},
		{"a user and a time", "<@12> <t:1763380800:f>", `<span class="mention">@12</span> <span class="time">17 November 2025 12:00</span>`},
		{"a word with a sign in it", "a snake_case_name and 5*3", "a snake_case_name and 5*3"},
	} {
		want := "<div dir=\"auto\" class=\"line\">" + c.want + "</div>\n"
		if got := markdown(c.text); got != want {
			t.Errorf("%s:\n got %s\nwant %s", c.about, got, want)
		}
	}
}

func TestLinesAreOfTheirKinds(t *testing.T) {
	got := markdown("> a\n> b\n-# c\n# d\n- e\n1. f\n\n```text\n*g* <h>\n```")
	for _, want := range []string{
		"<blockquote><div dir=\"auto\" class=\"line\">a</div>\n<div dir=\"auto\" class=\"line\">b</div>\n</blockquote>", `class="small">c<`, `class="h1">d<`,
		`class="bullet"><span class="mark">•</span>e<`, `class="number"><span class="mark">1.</span>f<`, `<pre dir="auto">*g* &lt;h&gt;</pre>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

func TestAPageHasAllThatWasSent(t *testing.T) {
	r, err := Read([]byte(`{"type":4,"data":{"content":"**Yes.**","flags":64,"embeds":[{"title":"T","description":"> long"}],
		"components":[{"type":1,"components":[{"type":2,"style":2,"label":"Context","emoji":{"name":"📖"},"custom_id":"x"}]},
		{"type":1,"components":[{"type":3,"placeholder":"The nearest","options":[{"label":"one"}]}]}],"attachments":[{"filename":"rest.txt"}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	words := textOf(t, Page(r, Look{Asker: "ann", With: "/ask"}))
	for _, want := range []string{"ann", "/ask", "Yes.", "T", "long", "📖", "Context", "The nearest", "rest.txt", "Only you can see this"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in the page, which says\n%s", want, words)
		}
	}
	form, err := Read([]byte(`{"type":9,"data":{"title":"Add a fact","custom_id":"x","components":[{"type":1,"components":[
		{"type":4,"style":2,"label":"Quote","placeholder":"Word for word.","required":true}]}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if words := textOf(t, Page(form, Look{})); !strings.Contains(words, "Quote *") || !strings.Contains(words, "Word for word.") {
		t.Errorf("the form says\n%s", words)
	}
	for _, body := range []string{"", "[]", `{"type":5}`, `{"type":8,"data":{"choices":[]}}`} {
		if _, err := Read([]byte(body)); err == nil {
			t.Errorf("%s is read as a reply", body)
		}
	}
}

func FuzzAPageIsWellFormed(f *testing.F) {
	for _, s := range []string{
		"**a** *b", "> [x](<https://a.example/>)\n```\n<b>", "||a||~~b~~", "\\", "<t:1:f><@1>", "سوريا **تدعم**", "\x00\xff\ufffe", "```a\nb```", ">>> a\nb",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		textOf(t, Page(Reply{
			Content: s, Embeds: []Embed{{Title: s, Description: s}}, Files: []File{{Name: s}},
			Components: []Component{{Type: typeRow, Components: []Component{{Type: typeButton, Label: s, Emoji: &Emoji{Name: s}}, {Type: typeMenu, Placeholder: s}}}},
		}, Look{Asker: s, With: s}))
	})
}
