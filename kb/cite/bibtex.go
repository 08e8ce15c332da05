package cite

import (
	"strings"
)

// BibTeX writes works as entries of type misc, in UTF-8, which BibTeX and BibLaTeX
// both read. Names and titles are in braces of their own, so that no style takes a
// country for a person or changes a letter.
func BibTeX(works ...Work) string {
	var b strings.Builder
	for i, key := range keys(works) {
		w := works[i].clean()
		b.WriteString("@misc{" + key)
		put := func(name, value string) {
			if value != "" {
				b.WriteString(",\n  " + name + " = " + value)
			}
		}
		var authors []string
		for _, a := range w.Authors {
			authors = append(authors, braced(a))
		}
		put("author", inBraces(strings.Join(authors, " and ")))
		put("title", inBraces(braced(w.catalogued())))
		put("howpublished", braced(w.Publisher))
		parts := dateParts(w.Published)
		if len(parts) > 0 {
			put("year", inBraces(decimal(parts[0])))
		}
		if len(parts) > 1 {
			put("month", monthNames[parts[1]-1])
		}
		if len(parts) > 2 {
			put("day", inBraces(decimal(parts[2])))
		}
		put("url", inBraces(address.Replace(w.URL)))
		if _, layout := parsed(w.Accessed); layout != "" {
			put("urldate", inBraces(w.Accessed))
		}
		put("language", braced(w.Language))
		put("note", braced(w.remark()))
		b.WriteString("\n}\n\n")
	}
	return b.String()
}

// monthNames are the strings that every style of BibTeX defines.
var monthNames = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")

// tex writes characters that TeX takes for commands.
var tex = strings.NewReplacer(
	`\`, `{\textbackslash}`, `{`, `\{`, `}`, `\}`,
	`&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`, `~`, `{\textasciitilde}`, `^`, `{\textasciicircum}`,
)

// address keeps braces out of an address, which they would end.
var address = strings.NewReplacer(`{`, "%7B", `}`, "%7D", `\`, "%5C")

func braced(s string) string {
	if s == "" {
		return ""
	}
	written := tex.Replace(s)
	if !balanced(s) { // BibTeX counts braces, with a backslash before them or not
		written = strings.NewReplacer(`\{`, `{\textbraceleft}`, `\}`, `{\textbraceright}`).Replace(written)
	}
	return inBraces(written)
}

// balanced reports whether each brace that opens is closed.
func balanced(s string) bool {
	open := 0
	for _, r := range s {
		switch r {
		case '{':
			open++
		case '}':
			open--
		}
		if open < 0 {
			return false
		}
	}
	return open == 0
}

func inBraces(s string) string {
	if s == "" {
		return ""
	}
	return "{" + s + "}"
}
