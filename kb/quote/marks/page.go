package marks

import (
	"iter"
	"regexp"
	"strings"
)

// What stands around a quotation on a page is not part of it: the marks of a
// block quote and of emphasis, and a tag that says whose words they are.

// A form is a text without what may only be around a quotation.
type form struct {
	Text string
	Tag  Tag // what stood outside of the quotation marks
}

// Forms yields the forms of a text that differ from it, each once.
func Forms(text string) iter.Seq[form] {
	return func(yield func(form) bool) {
		seen := map[string]bool{"": true, Bare(text): true}
		plain := unmarked(text)
		for _, f := range append([]form{{Text: plain}}, untagged(Bare(plain))...) {
			f.Text = Bare(strings.TrimSpace(f.Text))
			if seen[f.Text] {
				continue
			}
			seen[f.Text] = true
			if !yield(f) {
				return
			}
		}
	}
}

// blockMarks are what Markdown puts before the lines of a block quote, a list and
// a heading.
var blockMarks = regexp.MustCompile(`(?m)^[ \t]*(?:(?:>+[ \t]?)+|[-*•][ \t]+|#{1,6}[ \t]+)`)

// elements are the tags of HTML.
var elements = regexp.MustCompile(`</?[a-zA-Z][a-zA-Z0-9]{0,11}(?:\s[^<>]{0,300})?/?>`)

// emphases are what Markdown, as Discord has it, puts around words.
var emphases = func() (all []*regexp.Regexp) {
	for _, mark := range []string{"***", "**", "__", "~~", "||", "`", "*"} {
		mark = regexp.QuoteMeta(mark)
		all = append(all, regexp.MustCompile(`(?s)()`+mark+`(\S|\S.*?\S)`+mark+`()`))
	}
	return append(all, regexp.MustCompile(`(?s)(^|[^\pL\pN_])_(\S|\S.*?\S)_($|[^\pL\pN_])`))
}()

// unmarked returns a text without the marks of Markdown and HTML.
func unmarked(text string) string {
	text = elements.ReplaceAllString(blockMarks.ReplaceAllString(text, ""), "")
	for _, e := range emphases {
		text = e.ReplaceAllString(text, "$1$2$3")
	}
	return strings.Trim(text, "*_~|` \t\r\n")
}

// Bare returns a text without white space and without a pair of quotation
// marks around it.
func Bare(text string) string {
	for {
		spans := marked(text)
		if len(spans) == 0 || spans[0].outer != [2]int{0, len(text)} {
			return text
		}
		text = strings.TrimSpace(spans[0].Text)
	}
}
