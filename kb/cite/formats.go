package cite

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Styles are the names of the styles that [Write] knows.
var Styles = []string{"chicago", "apa", "mla", "bibtex", "csl-json", "ris"}

// Write cites works in one of [Styles]. Of Chicago, APA and MLA it writes the
// entries of the list, one a line; the others are whole files. The error says
// which styles there are.
func Write(style string, works ...Work) (string, error) {
	texts := map[string]func(Work, Italic) Citation{"chicago": Chicago, "apa": APA, "mla": MLA}
	switch style {
	case "bibtex":
		return BibTeX(works...), nil
	case "csl-json":
		return CSLJSON(works...), nil
	case "ris":
		return RIS(works...), nil
	}
	cite, ok := texts[style]
	if !ok {
		return "", fmt.Errorf("there is no style %q; take one of %s", style, strings.Join(Styles, ", "))
	}
	var b strings.Builder
	for _, w := range works {
		b.WriteString(cite(w, nil).Entry + "\n")
	}
	return b.String(), nil
}

// keys returns a name for each work that no other has: its ID, or the first
// author or publisher and the year, in ASCII.
func keys(works []Work) []string {
	var all []string
	for _, w := range works {
		key := plain(w.ID)
		if key == "" {
			year, _, _ := strings.Cut(w.Published, "-")
			name := w.Publisher
			if len(w.Authors) > 0 {
				name = w.Authors[0]
			}
			key = strings.Trim(plain(name)+"-"+plain(year), "-")
		}
		if key == "" {
			key = "work"
		}
		unique := key
		for n := 2; slices.Contains(all, unique); n++ {
			unique = fmt.Sprintf("%s-%d", key, n)
		}
		all = append(all, unique)
	}
	return all
}

// plain keeps the letters and digits of ASCII, in small letters, and a hyphen for
// what is between them.
func plain(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, "-")
}

// remark says whose words are cited and where they stand, as far as known.
func (w Work) remark() string {
	paragraph := ""
	if w.Paragraph > 0 {
		paragraph = "paragraph " + decimal(w.Paragraph)
	}
	return commas(before("words of ", w.Speaker), paragraph)
}

// catalogued is the title as catalogues have it: one that they had to supply is in
// square brackets (RDA 2.3.2.10, ISBD 1.1.4.6).
func (w Work) catalogued() string {
	if w.isDescribed() {
		return bracketed(w.Title)
	}
	return w.Title
}

// dateParts are a year and, if known, the month and the day.
func dateParts(date string) []int {
	t, layout := parsed(date)
	parts := []int{t.Year(), int(t.Month()), t.Day()}
	return parts[:map[string]int{time.DateOnly: 3, "2006-01": 2, "2006": 1}[layout]]
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// cslItem has the fields of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)
// that a work has.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// CSLJSON writes works as a list of CSL-JSON. Authors are literal names, for they
// are parties, and of persons too nothing is known but what they are called.
func CSLJSON(works ...Work) string {
	items := []cslItem{}
	for i, key := range keys(works) {
		w := works[i].clean()
		item := cslItem{
			ID: key, Type: "webpage", Title: w.catalogued(), Container: w.Publisher, URL: w.URL, Language: w.Language, Note: w.remark(),
			Issued: csl(w.Published), Accessed: csl(w.Accessed),
		}
		if w.URL == "" {
			item.Type = "document"
		}
		for _, a := range w.Authors {
			item.Author = append(item.Author, cslName{a})
		}
		items = append(items, item)
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	_ = encoder.Encode(items) // strings and numbers always can be
	return b.String()
}

func csl(date string) *cslDate {
	if parts := dateParts(date); len(parts) > 0 {
		return &cslDate{[][]int{parts}}
	}
	return nil
}

// RIS writes works in the format of reference managers, as its specification has
// it (Research Information Systems, 2011): an electronic source, or a generic one
// without an address. Lines end in CR LF.
func RIS(works ...Work) string {
	var b strings.Builder
	for i, key := range keys(works) {
		w := works[i].clean()
		put := func(tag, value string) {
			if value != "" {
				b.WriteString(tag + "  - " + value + "\r\n")
			}
		}
		kind := "ELEC"
		if w.URL == "" {
			kind = "GEN"
		}
		put("TY", kind)
		put("ID", key)
		for _, a := range w.Authors {
			put("AU", a+",") // the comma says that it is not to be taken apart
		}
		put("TI", w.catalogued())
		put("PB", w.Publisher)
		if parts := dateParts(w.Published); len(parts) > 0 {
			put("PY", decimal(parts[0]))
		}
		put("DA", slashed(w.Published))
		put("Y2", slashed(w.Accessed))
		put("UR", w.URL)
		put("LA", w.Language)
		put("N1", w.remark())
		b.WriteString("ER  - \r\n\r\n")
	}
	return b.String()
}

// slashed writes a date as RIS has it: 2025/11/17/, with what is not known left
// empty.
func slashed(date string) string {
	parts := dateParts(date)
	if len(parts) == 0 {
		return ""
	}
	all := [3]string{}
	for i, p := range parts {
		all[i] = fmt.Sprintf("%02d", p)
	}
	return strings.Join(all[:], "/") + "/"
}
