package block

import (
	"regexp"
	"strings"
	"unicode"

	"verbatim/kb/text"
)

// mostFront is how many lines front matter may have.
const mostFront = 200

// readFront gives where front matter ends: what stands at the beginning between
// two lines of "---", most of it fields.
func (r *reader) readFront() int {
	fields, lines := 0, 0
	for n, p := range r.paragraphs {
		for i, l := range p {
			s := r.text[l.start:l.end]
			switch {
			case n == 0 && i == 0:
				if s != "---" {
					return 0
				}
				continue
			case s == "---" || s == "...":
				if fields*2 >= lines && fields > 0 {
					return l.end
				}
				return 0
			}
			if lines++; lines > mostFront {
				return 0
			}
			if field.MatchString(s) || strings.HasPrefix(s, "- ") {
				fields++
			}
		}
	}
	return 0
}

var field = regexp.MustCompile(`^["']?([\p{L}][\p{L}\p{M}\d_ -]{0,40})["']?\s?[:：]\s*(.*)$`)

// Field gives what a line of metadata says: its name, in small letters and folded,
// and its value. It is not ok for what is no field.
func Field(s string) (name, value string, ok bool) {
	if !strings.ContainsAny(s[:min(len(s), longestLabel)], ":：") {
		return "", "", false
	}
	m := field.FindStringSubmatch(s)
	if m == nil {
		return "", "", false
	}
	return text.Fold(strings.TrimSpace(m[1])), strings.TrimSpace(m[2]), true
}

// known are the names of fields, folded, that tell of a text.
var known = text.Set(`url uri link address source_url canonical permalink source title headline date dated published published_time
	publication_date release_date updated modified publisher author authors by byline language lang locale licence license
	path words wordcount subject to from cc place location venue ref reference doc document doi contact tel phone telephone
	email e-mail fax tags keywords category categories topic topics slug layout permalink draft description site type format
	embargo retrieved accessed file_name translator translated_by
	الرابط العنوان التاريخ المصدر اللغة الناشر الكاتب المكان
	来源 來源 日期 时间 時間 发布时间 發布時間 作者 标题 標題 链接 連結 语言 語言 责任编辑 責任編輯 编辑 編輯
	titre langue auteur lieu éditeur titel datum sprache quelle ort autor título fecha idioma fuente lugar
	дата источник заголовок язык автор место tarih kaynak dil başlık tanggal sumber bahasa judul data fonte língua`)

// isKnown reports whether a name is that of a field of metadata.
func isKnown(name string) bool {
	return known[strings.ReplaceAll(name, " ", "_")] || known[name]
}

// isMetadata reports whether a paragraph is front matter, or lines of fields: at
// least half of them are known, and none goes on like a sentence.
func (r *reader) isMetadata(p []line) bool {
	if p[len(p)-1].end <= r.front {
		return true
	}
	found, all := 0, 0
	for _, l := range p {
		name, value, ok := Field(r.text[l.start:l.end])
		switch {
		case !ok && all == 0, ok && isKnown(name) && saysMuch(value):
			return false
		case ok && isKnown(name):
			found++
		}
		all++
	}
	return found > 0 && 2*found >= all
}

// saysMuch reports whether the value of a field is a sentence of its own.
func saysMuch(value string) bool {
	words := strings.Fields(value)
	return len(words) > 5 && endsSentence(value) && !capitals(words)
}

var (
	clock   = regexp.MustCompile(`^(?i:(?:end|ends|ended)?\s?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?\s?m\.?|h|uhr)?\.?(?:\s?\(?[a-z]{1,4}\.?\)?)?)$`)
	release = regexp.MustCompile(`^(?i:for immediate release|for release|press release|as delivered|as prepared(?: for delivery)?|as released|embargoed.{0,40}|-?\s?ends?\s?-?|\(?end\)?|###?)$`)
	web     = regexp.MustCompile(`^(?i:<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+)$`)
)

// isAddress reports whether words are a web or mail address.
func isAddress(s string) bool {
	return len(s) < 2000 && (strings.Contains(s, "@") || strings.Contains(s, "www.") || strings.Contains(s, "://")) && web.MatchString(s)
}

// isDateline reports whether words only say a day or an hour, or that something
// is released: "10:45 A.M. EDT", "17 May 2024", "2024年5月17日".
func isDateline(s string) bool {
	s = strings.Trim(s, "*_ ")
	if len(s) > 80 || strings.Contains(s, "\n") {
		return false
	}
	if strings.ContainsFunc(s, unicode.IsDigit) {
		return clock.MatchString(s) || isDay(s)
	}
	return s != "" && strings.ContainsRune("fFpPaAeE-(#", firstRune(s)) && release.MatchString(s)
}

// isDay reports whether words are a date: a year and another number or a month,
// and few words more, such as a place and the day of the week.
func isDay(s string) bool {
	years, numbers, words := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		digits := strings.TrimRightFunc(w, func(r rune) bool { return unicode.IsLetter(r) })
		switch {
		case isYear(w):
			years++
		case digits != "" && strings.IndexFunc(digits, func(r rune) bool { return !unicode.IsDigit(r) }) < 0:
			numbers++
		case chineseDay.MatchString(w):
			years, numbers = years+1, numbers+1
		case unicode.IsLower(firstRune(w)) && !particles[w] && !months[text.Fold(w)] && !ordinals[w]:
			return false // "It stands since 1 May 2030."
		default:
			words++
		}
	}
	if endsSentence(s) && words > 1 && unicode.Is(unicode.Lo, firstRune(s)) {
		return false
	}
	return years == 1 && (numbers > 0 && words <= 4 || numbers == 0 && words == 1 && strings.Count(s, " ") == 1 && hasMonth(s))
}

// ordinals are what may stand in a date besides.
var ordinals = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "er": true, "on": true, "день": true, "года": true, "г": true, "yılı": true}

var chineseDay = regexp.MustCompile(`^[\d〇一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$`)

func isYear(w string) bool {
	n, digits := 0, 0
	for _, r := range w {
		d := int(r - '0')
		if r >= '٠' && r <= '٩' {
			d = int(r - '٠')
		}
		if d < 0 || d > 9 {
			return false
		}
		n, digits = 10*n+d, digits+1
	}
	return digits == 4 && n >= 1500 && n < 2200
}

var months = text.Set(`january february march april may june july august september october november december
	janvier février mars avril mai juin juillet août septembre octobre novembre décembre
	januar februar märz april juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
	janeiro fevereiro março maio junho julho setembro outubro novembro dezembro ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
	января февраля марта апреля мая июня июля августа сентября октября ноября декабря
	يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر`)

func hasMonth(s string) bool {
	for _, w := range strings.Fields(text.Fold(s)) {
		if months[w] {
			return true
		}
	}
	return false
}
