package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

// The marks of entries, as they stand before their words.
var (
	bullet   = regexp.MustCompile(`^[•◦‣▪●○■□∙·➢►✓*+–—-][ \t\x{A0}]+`)
	number   = regexp.MustCompile(`^\(?(?:\d{1,3}|[ivxlc]{1,6}|[IVXLC]{2,6}|[a-z]|[٠-٩]{1,3}|[ابتثجحدهـوزأ])[.)][ \t\x{A0}]+`)
	bracket  = regexp.MustCompile(`^\((?:\d{1,3}|[ivxlc]{1,6}|[IVXLC]{1,6}|[A-Za-z]{1,2}|[٠-٩]{1,3})\)[ \t\x{A0}]*`)
	decimal  = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?[ \t\x{A0}]+`)
	unspaced = regexp.MustCompile(`^(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.](?:\p{Han})|[①-⑳])`)
	ordinal  = regexp.MustCompile(`^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)[\x{64B}\x{627}]*\s?[:.،–-]\s*`)
	dashed   = regexp.MustCompile(`^[\d٠-٩]{1,3}\s?[-–]\s?(?:\p{Arabic})`)
	article  = regexp.MustCompile(`^(?i:(?:article|section|sec\.|art\.|chapter|part|annex|clause|paragraph|para\.|title|rule|schedule|appendix|artikel|abschnitt|artículo|artigo|capítulo|capitolo|chapitre|articolo|madde|pasal|bab|статья|глава|раздел|المادة|الفصل|القسم|الباب|البند)\s+(?:\d{1,4}(?:\.\d{1,3})*|[ivxlc]{1,7}|[a-z]|[٠-٩]{1,4}|[^\s.:]{3,12})(?:[.:–-]|\s|$)|(?:§§?|¶)\s?\d{1,4}[a-z]?\.?|第[一二三四五六七八九十百零〇\d]{1,5}[条條章节節款部编編])\s*`)
	note     = regexp.MustCompile(`^(?:\[(?:\d{1,3}|[a-z*†‡])\]|\[\^[\w-]{1,20}\]:?|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|[†‡※]|\*{1,3}(?:[^\s*]))[ \t\x{A0}]*`)
)

// markKind is what kind of mark stands before words.
type markKind uint8

const (
	noMark markKind = iota
	bulletMark
	numberMark
	articleMark
	noteMark
)

// readMark reads the mark that a line begins with, and gives its length in bytes
// with the white space after it.
func readMark(s string) (written string, kind markKind, length int) {
	s = s[:min(len(s), 200)]
	if r := firstRune(s); r < utf8.RuneSelf && unicode.IsLetter(r) && !mayMark(s) {
		return "", noMark, 0
	}
	try := func(found string, k markKind, keep int) {
		if kind == noMark && len(found) > keep && len(found) < len(s) {
			kind, length = k, len(found)-keep
			written = strings.TrimSpace(found[:length])
		}
	}
	if m := article.FindString(s); m != "" && titleCase(m) {
		return strings.TrimRight(m, " \t\u00A0"), articleMark, len(m)
	}
	if isInitials(s) {
		return "", noMark, 0
	}
	han := func(found string) int { return utf8.RuneLen(lastRune(found)) }
	try(bullet.FindString(s), bulletMark, 0)
	try(number.FindString(s), numberMark, 0)
	try(bracket.FindString(s), numberMark, 0)
	try(followed(decimal.FindString(s), s), numberMark, 0)
	if m := unspaced.FindString(s); m != "" && unicode.IsDigit(firstRune(m)) && !strings.HasSuffix(m, "、") {
		try(m, numberMark, han(m))
	} else {
		try(m, numberMark, 0)
	}
	try(ordinal.FindString(s), numberMark, 0)
	if m := dashed.FindString(s); m != "" {
		try(m, numberMark, han(m))
	}
	if m := note.FindString(s); strings.HasPrefix(m, "*") && strings.Count(s, "*") == strings.Count(m, "*") {
		try(m, noteMark, han(m))
	} else if !strings.HasPrefix(m, "*") {
		try(m, noteMark, 0)
	}
	return written, kind, length
}

// mayMark reports whether what begins with a Latin letter can be a mark: the
// letter or the Roman number is closed at once, or a number follows in the second
// word.
func mayMark(s string) bool {
	end := strings.IndexAny(s, " \t\u00A0")
	if end < 0 {
		return false
	}
	return strings.ContainsAny(s[end-1:end], ".)") || articles[text.Fold(s[:end])]
}

var articles = text.Set(`article section sec. art. chapter part annex clause paragraph para. title rule schedule appendix
	artikel abschnitt artículo artigo capítulo capitolo chapitre articolo madde pasal bab`)

// titleCase reports whether the word of an article has a capital, as it has where
// it numbers: "Article 2 says", and not "article 2 of the treaty". Other scripts
// have none.
func titleCase(s string) bool { return !unicode.IsLower(firstRune(s)) }

// followed gives a decimal number only where words begin after it: "1.2 Scope",
// not "2.5 million".
func followed(found, s string) string {
	if unicode.IsLower(firstRune(s[len(found):])) {
		return ""
	}
	return found
}

var initials = regexp.MustCompile(`^(?:[A-Z]\.\s?){1,3}\p{Lu}[\p{L}-]+`)

// isInitials reports whether a line begins with a name: "A. NORTH".
func isInitials(s string) bool { return initials.MatchString(s) }

// Mark gives the number, bullet or the like that words begin with, as [Block.Mark]
// has it; empty if they begin with none.
func Mark(s string) string {
	written, _, _ := readMark(s)
	return written
}
