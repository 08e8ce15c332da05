package text

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// HasDay reports whether a text has a digit, or an English month or day of the week;
// other languages write their days with digits more often.
func HasDay(s string) bool {
	if slices.ContainsFunc([]rune(s), unicode.IsDigit) {
		return true
	}
	return slices.ContainsFunc(Words(s), Word.NamesDay)
}

// NamesDay reports whether a word is an English month or day of the week.
func (w Word) NamesDay() bool { return days[w.Text] }

var days = func() map[string]bool {
	all := map[string]bool{}
	for m := time.January; m <= time.December; m++ {
		all[strings.ToLower(m.String())] = true
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		all[strings.ToLower(d.String())] = true
	}
	return all
}()

// HasName reports whether a word within a sentence has a capital letter, or the script
// has none.
func HasName(s string) bool {
	words := Words(s)
	return slices.ContainsFunc(words, func(w Word) bool { return w.Script != Latin && w.Script != Cyrillic }) ||
		len(words) > 0 && slices.ContainsFunc(words[1:], func(w Word) bool { return w.Upper && !w.Common })
}

// HasAmount reports whether a text has a number that is no year.
func HasAmount(s string) bool { return slices.ContainsFunc(Words(s), isAmount) }

func isAmount(w Word) bool {
	n, err := strconv.Atoi(w.Text)
	return err == nil && (n < 1000 || n > 2100) || err != nil && strings.ContainsFunc(w.Text, unicode.IsDigit)
}
