package picture

import (
	"regexp"
	"strings"
	"unicode"
)

// A run is text of one look.
type run struct {
	text               string
	bold, link, struck bool
}

// marks are what the bot writes inside a line: an escaped sign, a masked link,
// bold, struck through.
var marks = regexp.MustCompile(`\\([^\pL\pN\s])|\[((?:[^\]\\]|\\.)+)\]\(<[^>]*>\)|\*\*((?:[^*\\]|\\.)+)\*\*|~~((?:[^~\\]|\\.)+)~~`)

// runsOf takes a line of Markdown apart.
func runsOf(line string) []run {
	var runs []run
	for line != "" {
		at := marks.FindStringSubmatchIndex(line)
		if at == nil {
			return append(runs, run{text: line})
		}
		if at[0] > 0 {
			runs = append(runs, run{text: line[:at[0]]})
		}
		switch {
		case at[2] >= 0:
			runs = append(runs, run{text: line[at[2]:at[3]]})
		case at[4] >= 0:
			runs = append(runs, run{text: unescaped(line[at[4]:at[5]]), link: true})
		case at[6] >= 0:
			runs = append(runs, run{text: unescaped(line[at[6]:at[7]]), bold: true})
		default:
			runs = append(runs, run{text: unescaped(line[at[8]:at[9]]), struck: true})
		}
		line = line[at[1]:]
	}
	return runs
}

var escaped = regexp.MustCompile(`\\([^\pL\pN\s])`)

func unescaped(s string) string { return escaped.ReplaceAllString(s, "$1") }

// wrapped breaks runs into lines of at most so many pixels, between words.
func wrapped(runs []run, letters int, most float64) [][]run {
	lines := [][]run{nil}
	room := most
	for _, r := range runs {
		for _, word := range wordsOf(r.text) {
			w := wide(word, letters)
			if last := len(lines) - 1; w > room && room < most && strings.TrimSpace(word) != "" {
				lines[last] = trimmed(lines[last])
				lines = append(lines, nil)
				room = most
			}
			last := len(lines) - 1
			piece := r
			piece.text = word
			if n := len(lines[last]); n > 0 && sameLook(lines[last][n-1], piece) {
				lines[last][n-1].text += word
			} else {
				lines[last] = append(lines[last], piece)
			}
			room -= w
		}
	}
	return lines
}

func sameLook(a, b run) bool { return a.bold == b.bold && a.link == b.link && a.struck == b.struck }

func trimmed(line []run) []run {
	if n := len(line); n > 0 {
		line[n-1].text = strings.TrimRightFunc(line[n-1].text, unicode.IsSpace)
	}
	return line
}

// wordsOf cuts before each word, so that white space stays behind it; characters
// of scripts without spaces are words.
func wordsOf(s string) []string {
	var words []string
	start, space := 0, false
	for i, r := range s {
		if i > start && (space && !unicode.IsSpace(r) || unicode.Is(unicode.Han, r)) {
			words, start = append(words, s[start:i]), i
		}
		space = unicode.IsSpace(r)
	}
	return append(words, s[start:])
}

// wide is about how many pixels a text takes, rather too many: in a wide font
// such as DejaVu Sans, by groups of letters, in thousandths of the size.
func wide(s string, letters int) float64 {
	n := 0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\u2068' || r == '\u2069' || r == '\ufe0f':
		case strings.ContainsRune("iljI.,:;'|!’‘", r):
			n += 310
		case strings.ContainsRune("ftr()[] -“”\"/", r):
			n += 400
		case strings.ContainsRune("mwMW", r):
			n += 950
		case r > 0x2e80:
			n += 1000
		case unicode.IsUpper(r):
			n += 720
		default:
			n += 620
		}
	}
	return float64(n*letters) / 1000
}
