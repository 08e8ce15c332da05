package word

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"

	"verbatim/kb/document/plain"
)

// numbering are the lists of a Word file, and how far each is counted.
type numbering struct {
	levels map[string][]level // by the number of the list
	counts map[string][]int
}

// A level of a list.
type level struct {
	start  int
	format string // such as "decimal", "bullet"
	text   string // such as "%1.%2."
}

// mostLevels is how many levels a list has in Word.
const mostLevels = 9

// numberingOf reads the lists of a file. Each refers to an abstract one that has
// the levels.
func numberingOf(archive *zip.Reader) numbering {
	n := numbering{map[string][]level{}, map[string][]int{}}
	part, err := archive.Open("word/numbering.xml")
	if err != nil {
		return n
	}
	defer part.Close() //nolint:errcheck // it was read only
	abstract := map[string][]level{}
	var id, list string
	var at int
	_ = elements(part, func(e xml.StartElement) bool {
		value := of(e, "val")
		levels := abstract[id]
		switch e.Name.Local {
		case "abstractNum":
			id = of(e, "abstractNumId")
			abstract[id] = make([]level, mostLevels)
		case "lvl":
			at, _ = strconv.Atoi(of(e, "ilvl"))
			at = max(0, min(at, mostLevels-1))
		case "start":
			if list == "" && levels != nil {
				levels[at].start, _ = strconv.Atoi(value)
			}
		case "numFmt":
			if list == "" && levels != nil {
				levels[at].format = value
			}
		case "lvlText":
			if list == "" && levels != nil {
				levels[at].text = value
			}
		case "num":
			list = of(e, "numId")
		case "abstractNumId":
			n.levels[list] = abstract[value]
		case "lvlOverride":
			at, _ = strconv.Atoi(of(e, "ilvl"))
		case "startOverride":
			n.start(list, at, value)
		}
		return true
	}, func(string) {}, func(string) {})
	return n
}

// start has a list begin with another number.
func (n numbering) start(list string, at int, value string) {
	start, err := strconv.Atoi(value)
	if levels := n.levels[list]; err == nil && at >= 0 && at < len(levels) {
		levels = append([]level(nil), levels...)
		levels[at].start = start
		n.levels[list] = levels
	}
}

// next counts an entry of a list, and gives the mark that stands before it. It is
// not ok for what is no entry.
func (n numbering) next(list string, at int) (mark string, ok bool) {
	levels := n.levels[list]
	if list == "0" || at < 0 || at >= len(levels) {
		return "", false
	}
	counts := n.counts[list]
	if counts == nil {
		counts = make([]int, mostLevels)
		for i, l := range levels {
			counts[i] = l.start - 1
		}
		n.counts[list] = counts
	}
	counts[at]++
	for i := at + 1; i < len(levels); i++ {
		counts[i] = levels[i].start - 1
	}
	switch l := levels[at]; {
	case l.format == "bullet":
		return plain.Bullet, true
	case l.format == "none" || l.text == "":
		return "", false
	default:
		return strings.TrimSpace(l.mark(levels, counts)), true
	}
}

// mark writes the mark of an entry: %1 is the number on the first level.
func (l level) mark(levels []level, counts []int) string {
	s := l.text
	for i := range levels {
		place := "%" + strconv.Itoa(i+1)
		if strings.Contains(s, place) {
			s = strings.ReplaceAll(s, place, levels[i].number(max(counts[i], levels[i].start)))
		}
	}
	return s
}

// number writes a number as a level does.
func (l level) number(n int) string {
	switch l.format {
	case "lowerLetter":
		return plain.Numbered(n, "a")
	case "upperLetter":
		return plain.Numbered(n, "A")
	case "lowerRoman":
		return plain.Numbered(n, "i")
	case "upperRoman":
		return plain.Numbered(n, "I")
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand":
		return chineseNumber(n)
	}
	return strconv.Itoa(n)
}

// chineseNumber writes a number up to 99 as it is said; others in digits.
func chineseNumber(n int) string {
	const signs = "一二三四五六七八九"
	sign := func(d int) string {
		if d == 0 {
			return ""
		}
		return string([]rune(signs)[d-1])
	}
	switch {
	case n <= 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return sign(n)
	case n < 20:
		return "十" + sign(n-10)
	}
	return sign(n/10) + "十" + sign(n%10)
}
