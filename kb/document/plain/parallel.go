package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"verbatim/kb/text"
)

// A table of two or three columns whose cells are sentences is a text beside its
// translation when its columns are in different languages. Read by rows, the text
// would jump from one language to the other.

// leastCell is how many characters the cells of such a table have on average.
const leastCell = 40

// parallel reports whether columns say the same in several languages.
func parallel(rows [][]Cell) bool {
	columns := columnsOf(rows)
	if len(columns) < 2 || len(columns) > 3 {
		return false
	}
	tongues := map[string]bool{}
	for _, column := range columns {
		all := strings.Join(column, " ")
		if utf8.RuneCountInString(all) < leastCell*len(column)/2 || len(column) == 0 {
			return false
		}
		tongues[tongue(all)] = true
	}
	return len(tongues) == len(columns)
}

// columnsOf gives the columns of rows that have as many cells as the others; none
// where some have not.
func columnsOf(rows [][]Cell) [][]string {
	var columns [][]string
	for _, row := range rows {
		texts := textsOf(row)
		if len(distinct(texts)) < 2 {
			continue
		}
		if columns == nil {
			columns = make([][]string, len(texts))
		}
		if len(texts) != len(columns) {
			return nil
		}
		for i, s := range texts {
			columns[i] = append(columns[i], s)
		}
	}
	return columns
}

func columnParagraphs(rows [][]Cell) (all []Paragraph) {
	for _, column := range columnsOf(rows) {
		for _, s := range column {
			all = append(all, Paragraph{Text: s})
		}
	}
	return all
}

// CanBe reports whether a text can be in a language, by its script.
func CanBe(tag, s string) bool {
	l, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, _ := l.Script()
	is := map[string]string{"Latn": "latin", "Arab": "arabic", "Cyrl": "cyrillic", "Hans": "unspaced", "Hant": "unspaced", "Jpan": "unspaced"}[script.String()]
	said := tongue(s)
	return is == "" || is == said || is == "latin" && said == "english"
}

// tongue names the script of most letters, and for Latin ones whether the words
// are English.
func tongue(s string) string {
	counts := map[string]int{}
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			counts["latin"]++
		case unicode.Is(unicode.Arabic, r):
			counts["arabic"]++
		case unicode.Is(unicode.Cyrillic, r):
			counts["cyrillic"]++
		case text.IsUnspaced(r):
			counts["unspaced"] += 3 // a character says as much as three letters
		default:
			counts["other"]++
		}
	}
	most, name := 0, ""
	for n, count := range counts {
		if count > most || count == most && n < name {
			most, name = count, n
		}
	}
	if name == "latin" && text.InEnglish(text.Words(s)) {
		return "english"
	}
	return name
}
