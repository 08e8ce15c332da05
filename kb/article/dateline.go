package article

import (
	"regexp"
	"strings"
)

// dateline is where and by whom a report was sent, before its first sentence:
// “PEKIN, 17 nov (AFP) - ”, “新华社北京11月17日电 ”.
var dateline = regexp.MustCompile(`(?m)^[ \t]*(?:[^\n"“”«»„‘(/]{2,60}[(/][^\n()/"“”«»„]{2,24}[)/][ .]*[-–—.:]+ *|\p{Han}{2,12}\d{1,2}月\d{1,2}日[电電讯訊][ 　]*)`)

// withoutDatelines returns a text with spaces for its datelines, so that all else
// stands where it stood.
func withoutDatelines(text string) string {
	return dateline.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}
