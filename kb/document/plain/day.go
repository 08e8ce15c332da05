package plain

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"verbatim/kb/text"
)

var (
	yearFirst = regexp.MustCompile(`(?:^|\D)((?:1[5-9]|2[01])\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?:\D|$)`)
	compact   = regexp.MustCompile(`^(?:D:)?((?:1[5-9]|2[01])\d\d)(\d\d)(\d\d)`)
	dayFirst  = regexp.MustCompile(`(?:^|[^\d.])(\d{1,2})\.\s?(\d{1,2})\.((?:1[5-9]|2[01])\d\d)(?:\D|$)`)
	wordFirst = regexp.MustCompile(`(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:1[5-9]|2[01])\d\d)`)
	wordThird = regexp.MustCompile(`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: de| of)? (\p{L}+(?:[ /]+\p{L}+)?)\.?,?(?: de| del)? ((?:1[5-9]|2[01])\d\d)`)
)

// DayIn gives the first day that words name, as 2006-01-02; empty if they name
// none, or leave open which number is the month.
func DayIn(s string) string {
	s = digits.Replace(s[:min(len(s), 300)])
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := compact.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return day(m[3], m[2], m[1])
	}
	s = text.Fold(s)
	for _, m := range wordThird.FindAllStringSubmatch(s, 3) {
		if month := months[m[2]]; month != "" {
			return day(m[3], month, m[1])
		}
		if either := strings.FieldsFunc(m[2], func(r rune) bool { return r == ' ' || r == '/' }); months[either[0]] != "" {
			return day(m[3], months[either[0]], m[1])
		}
	}
	for _, m := range wordFirst.FindAllStringSubmatch(s, 3) {
		if month := months[m[1]]; month != "" {
			return day(m[3], month, m[2])
		}
	}
	return ""
}

// day gives a date, if there is such a day.
func day(year, month, of string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(of)
	s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}

var digits = func() *strings.Replacer {
	var pairs []string
	for i := range 10 {
		ascii := strconv.Itoa(i)
		pairs = append(pairs, string(rune('٠'+i)), ascii, string(rune('۰'+i)), ascii, string(rune('０'+i)), ascii)
	}
	return strings.NewReplacer(pairs...)
}()

// months are the names of the months, folded, and their numbers. A line has those
// of one language, January first; those that are short come with them.
var months = func() map[string]string {
	numbers := map[string]string{}
	for line := range strings.Lines(`january february march april may june july august september october november december
jan feb mar apr may jun jul aug sep oct nov dec
jan feb march apr may june july aug sept oct nov dec
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar februar märz april mai juni juli august september oktober november dezember
jänner feber maerz april mai juni juli august september oktober november dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
januari februari maret april mei juni juli agustus september oktober november desember
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
آذار شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول`) {
		for i, name := range strings.Fields(line) {
			name = text.Fold(strings.ReplaceAll(name, "_", " "))
			if numbers[name] == "" {
				numbers[name] = strconv.Itoa(i + 1)
			}
		}
	}
	numbers[text.Fold("كانون الثاني")] = "1"
	numbers[text.Fold("آذار")] = "3"
	return numbers
}()
