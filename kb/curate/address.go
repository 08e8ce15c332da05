package curate

import (
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"verbatim/kb"
)

// dayInPath is a day as addresses have it.
var dayInPath = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:\D|$)`)

// FromAddress is what the address of a source says of it, without looking there: who
// publishes it, by the host; the day in its path; and a title, where its last part has
// words. What it does not say is empty.
func FromAddress(address string) (s kb.Source) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return s
	}
	s.Publisher = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	path := strings.ToValidUTF8(u.Path, "")
	if m := dayInPath.FindStringSubmatch(path); m != nil {
		if day := strings.Join(m[1:], "-"); kb.IsDate(day, time.DateOnly) {
			s.Published = day
		}
	}
	s.Title = titleOf(path)
	return s
}

// titleOf are the words of the last part of a path that has two at least; or one, where
// words have no spaces between.
func titleOf(path string) string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	last := parts[len(parts)-1]
	if dot := strings.LastIndexByte(last, '.'); dot > 0 && len(last)-dot <= 6 {
		last = last[:dot]
	}
	words := strings.FieldsFunc(last, func(r rune) bool { return strings.ContainsRune("-_+ ", r) || unicode.IsControl(r) })
	words = withoutNumbers(words)
	title := strings.Join(words, " ")
	if spaced := !strings.ContainsFunc(title, func(r rune) bool { return r >= utf8.RuneSelf }); spaced && len(words) < 2 {
		return ""
	}
	first, n := utf8.DecodeRuneInString(title)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + title[n:]
}

// withoutNumbers leaves out what has no letter, such as ids and days.
func withoutNumbers(words []string) (all []string) {
	for _, w := range words {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			all = append(all, w)
		}
	}
	return all
}
