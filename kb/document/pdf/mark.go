package pdf

import (
	"strings"
	"unicode/utf16"
)

// A mark is marked content (ISO 32000-1, 14.6).
type mark struct {
	artifact bool
	actual   *string // the words that stand for all that is in it, until they are said
}

// mark opens and closes marked content.
func (s *showing) mark(op string, operands []any) {
	if op == "EMC" {
		if n := len(s.marks); n > 0 {
			s.marks = s.marks[:n-1]
		}
		return
	}
	var m mark
	if len(operands) > 0 {
		name, _ := operands[0].(nameToken)
		m.artifact = name == "Artifact"
	}
	if len(operands) > 1 {
		if properties, ok := operands[1].(map[string]any); ok {
			if actual, ok := properties["ActualText"].(string); ok {
				words := textString(actual)
				m.actual = &words
			}
		}
	}
	if n := len(s.marks); n > 0 {
		m.artifact = m.artifact || s.marks[n-1].artifact
	}
	if len(s.marks) < mostSaved {
		s.marks = append(s.marks, m)
	}
}

// marked gives what stands for a character in the marked content around it. It is
// not ok for what is no part of the text.
func (s *showing) marked(text string) (string, bool) {
	for i := len(s.marks) - 1; i >= 0; i-- {
		m := &s.marks[i]
		if m.artifact {
			return "", false
		}
		if m.actual != nil {
			words := *m.actual
			empty := ""
			m.actual = &empty
			return words, true
		}
	}
	return text, true
}

// textString gives a text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a
// byte order mark, else what is mostly Latin.
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xFE\xFF"):
		return utf16String(s[2:])
	case strings.HasPrefix(s, "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(s[3:], "\uFFFD")
	}
	var all []rune
	for i := range len(s) {
		all = append(all, rune(s[i]))
	}
	return string(all)
}

func utf16String(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
