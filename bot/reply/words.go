package reply

import (
	"strings"

	"verbatim/kb"
)

// InBold shows a paragraph as a block quote with what spans have of it in bold.
func InBold(p kb.Paragraph, spans []Span) string {
	bold := make([]bool, len(p.Text))
	for _, s := range spans {
		for i := max(0, s.Start-p.Start); i < min(len(p.Text), s.End-p.Start); i++ {
			bold[i] = true
		}
	}
	var shown strings.Builder
	for from := 0; from < len(p.Text); {
		to := from + 1
		for to < len(p.Text) && bold[to] == bold[from] {
			to++
		}
		shown.WriteString(emphasised("**", p.Text[from:to], bold[from]))
		from = to
	}
	return quoteLines(shown.String())
}

// emphasised puts marks of Markdown around words, if they are to be; white
// space at the edges stays outside, where Discord wants it.
func emphasised(mark, s string, is bool) string {
	words := strings.TrimSpace(s)
	if !is || words == "" {
		return verbatim(s)
	}
	before, after, _ := strings.Cut(s, words)
	return before + mark + verbatim(words) + mark + after
}

// copyable is a block of code, in which Discord shows everything as it stands
// and which an app copies with one touch.
func copyable(words string) string {
	return "```text\n" + strings.ReplaceAll(words, "```", "'''") + "\n```"
}

// NonEmpty are the parts that are not empty.
func NonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
