package screen

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"verbatim/kb"
	"verbatim/kb/verify"
)

// checked judges an article by a text.
func checked(t *testing.T, text, article string) []verify.Claim {
	t.Helper()
	texts := verify.New()
	texts.Hold("", []*kb.Statement{{
		ID: "river", Title: "River <b>communiqué", Parties: []string{"Averland"},
		Sources: []kb.Source{{ID: "held", Kind: kb.KindStatement, URL: "https://example.org/a?b=1&c=2", Text: text}},
	}})
	claims, err := verify.Claims(t.Context(), article, func(q string) (verify.Quoted, error) { return texts.Quote(kb.Question{Text: q}) })
	if err != nil {
		t.Fatal(err)
	}
	return claims
}

// doers are the elements that load or run something.
var doers = strings.Fields("script img iframe object embed link form base svg video audio")

// parts are the text of the marks of a page and all its words, and the elements that
// do something.
func parts(t *testing.T, page string) (marks []string, words string, active int) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode && n.Parent.Data != "style":
			all.WriteString(n.Data)
			if n.Parent.Data == "mark" {
				marks = append(marks, n.Data)
			}
		case n.Type == html.ElementNode && slices.Contains(doers, n.Data):
			active++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") {
				active++
			}
		}
	}
	return marks, all.String(), active
}

func TestThePageOfAnArticleHasAllOfItAndRunsNothing(t *testing.T) {
	const text = "We will not close the river, <i>ever</i>, and we do not intend to tax it.\n\n运河将在冬天以前重新开放，所有船只都可以通过。"
	for _, c := range []struct {
		what, article string
		marks         []string
	}{
		{"markup", "<script>alert(1)</script> She said “We will <img src=x onerror=alert(1)> close the river”.", []string{"We will <img src=x onerror=alert(1)> close the river"}},
		{"two parts", "“We will not close the river,” Averland said, “and we do not intend to tax it.”", []string{"We will not close the river,", "and we do not intend to tax it."}},
		{"Chinese", "他说：“运河将在冬天以前重新开放”。", []string{"运河将在冬天以前重新开放"}},
		{"two paragraphs", "> We will not close the river\n>\n> and we do not intend to tax it\n\nThe end.", nil},
		{"no quotation", "Nothing <b>was</b> said.", nil},
		{"nothing", "", nil},
	} {
		page := ArticlePage("a<b>.txt", c.article, checked(t, text, c.article))
		marks, words, active := parts(t, page)
		if active > 0 || !strings.Contains(words, "Quotations in a<b>.txt") {
			t.Errorf("%s: %d elements do something in\n%s", c.what, active, page)
		}
		if c.marks != nil && strings.Join(marks, "|") != strings.Join(c.marks, "|") {
			t.Errorf("%s: marked %q, want %q", c.what, marks, c.marks)
		}
		for _, w := range strings.Fields(strings.NewReplacer("“", " ", "”", " ", ">", " ").Replace(c.article)) {
			if !strings.Contains(words, w) {
				t.Errorf("%s: the page lacks %q", c.what, w)
			}
		}
	}
}

func FuzzArticlePage(f *testing.F) {
	f.Add("She said: “We will not close the river.”\n\n> “A” <b onclick=x>\n")
	f.Add("“a” said « b » and \"c\n\n\"d\" \xff\u202e“")
	f.Fuzz(func(t *testing.T, article string) {
		claims := checked(t, "We will not close the river.", article)
		if _, _, active := parts(t, ArticlePage("x", article, claims)); active > 0 {
			t.Errorf("%q does something", article)
		}
		for _, width := range []int{0, 30, 80} {
			if got := (Screen{width: width}).Article(claims); strings.ContainsAny(got, "\x1b\r\u202e") {
				t.Errorf("%q prints %q", article, got)
			}
		}
	})
}

func TestTheTableOfAnArticleFitsTheTerminal(t *testing.T) {
	article := "“We will not close the river, not in winter, not in summer,” Averland said. 他说：“运河将在冬天以前重新开放，所有船只都可以通过，没有例外，也没有任何费用。”"
	got := Terminal(80, "xterm", "").Article(checked(t, "We will not close the river, not in winter.", article))
	if !strings.Contains(got, "\x1b[31maltered") {
		t.Errorf("no colour in\n%s", got)
	}
	for line := range strings.Lines(Terminal(80, "dumb", "").Article(checked(t, "We will not close the river.", article))) {
		if n := len([]rune(strings.TrimSpace(line))); n > 80 {
			t.Errorf("%d characters in %q", n, line)
		}
	}
}
