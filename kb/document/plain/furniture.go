package plain

import (
	"regexp"
	"strings"
	"unicode"
)

// What stands at the head or the foot of most pages is of the paper, not of the
// text: the same words on at least three pages, whatever number they have.

// edge is how many lines at either end of a page may be running heads.
const edge = 3

// withoutFurniture takes the running heads and feet off pages of lines, and their
// numbers; but a head without a number stays over the first, for it is the title.
func withoutFurniture(pages [][]string) [][]string {
	for n, drop := range Furniture(pages) {
		var kept []string
		for i, line := range pages[n] {
			key := runningKey(line)
			title := n == 0 && len(kept) == 0 && key != "" && !strings.Contains(key, "#") && !strings.Contains(strings.TrimSpace(line), "   ")
			if !drop[i] || title {
				kept = append(kept, line)
			}
		}
		pages[n] = kept
	}
	return pages
}

// Furniture gives, of every page, the lines that are not of the text.
func Furniture(pages [][]string) []map[int]bool {
	seen := map[string]int{}
	for _, lines := range pages {
		once := map[string]bool{}
		for _, i := range edges(lines) {
			if key := runningKey(lines[i]); !once[key] {
				once[key] = true
				seen[key]++
			}
		}
	}
	least := max(3, len(pages)/3)
	var all []map[int]bool
	for n, lines := range pages {
		drop := map[int]bool{}
		for _, i := range edges(lines) {
			key := runningKey(lines[i])
			number, _ := pageNumber(lines[i])
			drop[i] = seen[key] >= least || key == "#" && (len(pages) > 1 || number == n+1)
		}
		all = append(all, drop)
	}
	return all
}

// edges gives the indices of the lines at the ends of a page that have words.
func edges(lines []string) (found []int) {
	var full []int
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			full = append(full, i)
		}
	}
	for i, n := range full {
		if i < edge || i >= len(full)-edge {
			found = append(found, n)
		}
	}
	return found
}

// roman are the numbers of the pages before the text.
var roman = regexp.MustCompile(`\b[ivxl]{1,6}\b`)

// runningKey is what two running heads have in common: their words, with # for any
// number.
func runningKey(line string) string {
	var key strings.Builder
	number := false
	for _, r := range roman.ReplaceAllString(strings.ToLower(line), "1") {
		switch {
		case unicode.IsDigit(r):
			if !number {
				key.WriteByte('#')
			}
			number = true
			continue
		case unicode.IsLetter(r):
			key.WriteRune(r)
		}
		number = false
	}
	return key.String()
}

// joinPages puts pages together. A sentence that goes on over the end of a page
// has no blank line there.
func joinPages(pages [][]string) string {
	var text strings.Builder
	for _, lines := range pages {
		page := strings.Trim(strings.Join(lines, "\n"), "\n")
		if page == "" {
			continue
		}
		switch {
		case text.Len() == 0:
		case GoesOn(text.String(), page):
			text.WriteString("\n")
		default:
			text.WriteString("\n\n")
		}
		text.WriteString(strings.TrimRight(page, " \t\n"))
	}
	return text.String()
}

// GoesOn reports whether a page begins in the middle of a sentence.
func GoesOn(before, page string) bool {
	before = before[max(0, len(before)-40):]
	last, first := Last(strings.TrimSpace(before)), First(strings.TrimSpace(page))
	return unicode.IsLower(first) && (unicode.IsLetter(last) || last == '-' || last == ',' || last == '\u00AD')
}

// First gives the first character of words; 0 if there is none.
func First(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// Last gives the last character of words; 0 if there is none.
func Last(s string) rune {
	r := []rune(s)
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}
