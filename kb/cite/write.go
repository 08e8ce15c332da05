package cite

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// quoted puts a title in quotation marks, with a mark before the closing one
// that is left out where the title ends in a stronger one. Quotation marks
// inside become single ones.
func quoted(title, mark string) string {
	if title == "" {
		return ""
	}
	title = strings.NewReplacer("“", "‘", "”", "’").Replace(title)
	if mark == "." && ends(title) {
		mark = ""
	}
	return "“" + title + mark + "”"
}

// ends reports whether a text ends like a sentence, a closing quotation mark
// aside.
func ends(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’*"))
	return strings.ContainsRune(".?!。？！؟", last)
}

// closed returns a text with a point at its end, unless it has an end.
func closed(s string) string {
	if s == "" || ends(s) {
		return s
	}
	return s + "."
}

// sentences joins what is not empty, each with a point at its end.
func sentences(parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, closed(p))
		}
	}
	return strings.Join(all, " ")
}

// commas joins what is not empty by commas, but after one there already is.
func commas(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		switch {
		case p == "":
			continue
		case b.Len() == 0:
		case strings.HasSuffix(b.String(), ",”"):
			b.WriteString(" ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(p)
	}
	return b.String()
}

// by lists the authors: all if they are no more than some, otherwise the first and
// what stands for the others; without that, the first ones and the last.
func (w Work) by(most int, and, others string) string {
	names := w.Authors
	switch n := len(names); {
	case n == 0:
		return ""
	case n > most && others != "":
		return names[0] + others
	case n > most:
		return strings.Join(names[:most-1], ", ") + ", . . . " + names[n-1]
	case n < 3:
		return strings.Join(names, " "+and+" ")
	default:
		return strings.Join(names[:n-1], ", ") + ", " + and + " " + names[n-1]
	}
}

// before puts a word before what is there.
func before(word, s string) string {
	if s == "" {
		return ""
	}
	return word + s
}

// after puts a word behind what is there.
func after(s, word string) string {
	if s == "" {
		return ""
	}
	return s + word
}

// parsed reads a date and returns the layout that it has; empty if it is none.
func parsed(date string) (time.Time, string) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t, layout
		}
	}
	return time.Time{}, ""
}

// american writes a date as "November 17, 2025".
func american(date string) string {
	t, layout := parsed(date)
	return t.Format(map[string]string{time.DateOnly: "January 2, 2006", "2006-01": "January 2006", "2006": "2006"}[layout])
}

// months are as the MLA Handbook shortens them (9th edition, appendix 1).
var months = strings.Fields("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.")

// british writes a date as "17 Nov. 2025".
func british(date string) string {
	t, layout := parsed(date)
	month := months[t.Month()-1]
	switch layout {
	case time.DateOnly:
		return decimal(t.Day()) + " " + month + " " + decimal(t.Year())
	case "2006-01":
		return month + " " + decimal(t.Year())
	case "2006":
		return decimal(t.Year())
	}
	return ""
}

func decimal(n int) string { return strconv.Itoa(n) }
