package word

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbatim/kb/text"
)

// Words are alike when they are the same to a reader who does not look closely:
// but for capitals, accents, the vowel marks and the hamza of Arabic, Traditional
// and Simplified characters, a note mark, or letters that only look the same.
// They are not the same words: what is alike is close, and the difference named.

// The names of the differences between words that are alike.
const (
	LikeCase       = "capitals"
	LikeAccents    = "accents"
	LikeVowels     = "vowel marks"
	LikeHamza      = "hamza"
	LikeLetters    = "letter forms"
	LikeTatweel    = "tatweel"
	LikeScript     = "Traditional and Simplified characters"
	LikeDigits     = "digits of another script"
	LikeApostrophe = "apostrophes"
	LikeNote       = "a note mark"
	LikeLook       = "letters that look the same"
	LikeWidth      = "width or form of characters"
	LikeDivision   = "how words are divided"
)

// A likening takes one difference from a word, which is decomposed (NFD).
type likening struct {
	name string
	fold func(string) string
}

// likenings are applied in this order. Two words differ in one of them if all the
// others leave them different.
var likenings = []likening{
	{LikeWidth, norm.NFKD.String},
	{LikeNote, withoutNote},
	{LikeCase, foldCase},
	{LikeAccents, func(s string) string { return struck.Replace(without(0x0300, 0x036F)(s)) }},
	{LikeVowels, without(0x064B, 0x0652, 0x0656, 0x065F, 0x0670, 0x0670)},
	{LikeHamza, func(s string) string { return hamza.Replace(without(0x0653, 0x0655)(s)) }},
	{LikeLetters, arabicForms.Replace},
	{LikeTatweel, without(0x0640, 0x0640)},
	{LikeScript, each(func(r rune) bool { return unicode.Is(unicode.Han, r) })},
	{LikeDigits, each(func(r rune) bool { return unicode.Is(unicode.Nd, r) && r >= utf8.RuneSelf })},
	{LikeApostrophe, func(s string) string { return strings.ReplaceAll(s, "'", "") }},
	{LikeLook, lookAlikes.Replace},
}

// foldCase takes letters for the same that have the same capital, and “ß” for
// “ss”.
func foldCase(s string) string {
	if isLower(s) {
		return s
	}
	return strings.ReplaceAll(strings.ToLower(strings.ToUpper(s)), "ß", "ss")
}

func isLower(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

var (
	struck      = strings.NewReplacer("ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "æ", "ae", "Æ", "AE")
	hamza       = strings.NewReplacer("ٱ", "ا")
	arabicForms = strings.NewReplacer("ى", "ي", "ة", "ه", "ک", "ك", "ی", "ي", "ھ", "ه")
	// lookAlikes are the letters of Cyrillic and Greek that look like Latin ones,
	// or do so as capitals, after the table of confusables of Unicode Technical
	// Standard #39.
	lookAlikes = strings.NewReplacer(
		"а", "a", "в", "b", "е", "e", "һ", "h", "н", "h", "к", "k", "м", "m", "о", "o", "р", "p", "с", "c", "т", "t",
		"у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s", "ԁ", "d", "ԛ", "q", "ԝ", "w", "ӏ", "l",
		"α", "a", "β", "b", "ε", "e", "η", "h", "ι", "i", "κ", "k", "μ", "m", "ν", "v", "ο", "o", "ρ", "p", "τ", "t",
		"υ", "y", "χ", "x", "ζ", "z",
		"А", "A", "В", "B", "Е", "E", "Н", "H", "К", "K", "М", "M", "О", "O", "Р", "P", "С", "C", "Т", "T",
		"У", "Y", "Х", "X", "І", "I", "Ј", "J", "Ѕ", "S",
		"Α", "A", "Β", "B", "Ε", "E", "Η", "H", "Ι", "I", "Κ", "K", "Μ", "M", "Ν", "N", "Ο", "O", "Ρ", "P", "Τ", "T",
		"Υ", "Y", "Χ", "X", "Ζ", "Z",
	)
)

// without returns a function that takes characters away: those between each two.
func without(bounds ...rune) func(string) string {
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			for i := 0; i < len(bounds); i += 2 {
				if bounds[i] <= r && r <= bounds[i+1] {
					return -1
				}
			}
			return r
		}, s)
	}
}

// each returns a function that folds some characters as text.Fold does.
func each(which func(rune) bool) func(string) string {
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= utf8.RuneSelf && which(r) {
				folded, _ := utf8.DecodeRuneInString(text.Fold(string(r)))
				return folded
			}
			return r
		}, s)
	}
}

// IsTraditional reports whether a character is written otherwise in Simplified
// Chinese.
func IsTraditional(r rune) bool {
	return unicode.Is(unicode.Han, r) && text.Fold(string(r)) != string(r)
}

// withoutNote takes the number of a note from the end of a word of letters, or of
// a year and its full stop: statement2, 2019.2.
func withoutNote(s string) string {
	bare := strings.TrimRightFunc(s, unicode.IsDigit)
	if n := len(s) - len(bare); n == 0 || n > 2 {
		return s
	}
	if year, ok := strings.CutSuffix(bare, "."); ok && len(year) == 4 && (strings.HasPrefix(year, "19") || strings.HasPrefix(year, "20")) {
		return year
	}
	if len(bare) < 3 || strings.IndexFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' }) >= 0 {
		return s
	}
	return bare
}

// Likeness returns what words that are alike have in common.
func Likeness(spelling string) string {
	if isLower(spelling) && strings.IndexFunc(spelling, func(r rune) bool { return r < 'a' }) < 0 {
		return spelling
	}
	return liken(spelling, "")
}

// liken applies all likenings but one.
func liken(spelling, but string) string {
	s := norm.NFD.String(spelling)
	for _, l := range likenings {
		if l.name != but {
			s = l.fold(s)
		}
	}
	return s
}

// Ways names the differences between two words that are alike.
func Ways(a, b string) []string {
	var names []string
	for _, l := range likenings {
		if liken(a, l.name) != liken(b, l.name) {
			names = append(names, l.name)
		}
	}
	if slices.Contains(names, LikeWidth) && len(names) > 1 {
		names = slices.DeleteFunc(names, func(n string) bool { return n == LikeWidth })
	}
	return names
}

// IsLikening reports whether a name is that of a difference between words that are
// alike.
func IsLikening(name string) bool {
	return slices.ContainsFunc(likenings, func(l likening) bool { return l.name == name })
}
