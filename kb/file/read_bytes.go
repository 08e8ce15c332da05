package file

import (
	"bytes"
	"unicode/utf8"
)

// utf8Mark is the byte order mark that some editors put before UTF-8.
var utf8Mark = []byte("\uFEFF")

// checkBytes notes every line that holds what no knowledge file may: bytes that
// are not UTF-8, and control characters. It says whether the file can be parsed.
func (f *findings) checkBytes(content []byte) bool {
	if bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF}) {
		f.wrong(1, "the file is UTF-16; save it as UTF-8")
		return false
	}
	sound := true
	line := 1
	for rest := content; len(rest) > 0; line++ {
		var l []byte
		l, rest = cutLine(rest)
		if !utf8.Valid(l) {
			f.wrong(line, "the line is not UTF-8; save the file as UTF-8")
			sound = false
			continue
		}
		for i, r := range string(l) {
			if !forbidden(r) || r == '\r' && i == len(l)-1 {
				continue
			}
			f.wrong(line, "the line has the control character U+%04X; remove it", r)
			sound = false
			break
		}
	}
	return sound
}

// cutLine takes the first line off, without its LF.
func cutLine(b []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(b, []byte{'\n'})
	return line, rest
}

// forbidden says whether a character may stand nowhere in a file as it is:
// control characters but tab and line feed.
func forbidden(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0 && r != 0x85
}

// unfit gives the first character of a value that can be neither stored nor
// shown. A carriage return, a form feed and the Unicode line breaks are fit: texts
// have them.
func unfit(value string) (rune, bool) {
	for _, r := range value {
		if forbidden(r) && r != '\r' && r != '\f' {
			return r, true
		}
	}
	return 0, false
}
