package pdf

import (
	"bytes"
	"strconv"
)

// The operands in a stream of a page are float64, string (of bytes), nameToken,
// []any and map[string]any; an operator is an operator.
type (
	nameToken string
	operator  string
)

// closing ends an array or a dictionary.
type closing byte

// A tokenizer cuts a stream of a page, or of a table of characters, into operands
// and operators. It takes what is wrong as it can: a page is shown so, too.
type tokenizer struct {
	in []byte
	at int
}

// deepestToken is how many arrays and dictionaries may be in one another.
const deepestToken = 30

// next gives the next operand or operator; it is not ok at the end.
func (t *tokenizer) next(depth int) (token any, ok bool) {
	t.space()
	if t.at >= len(t.in) {
		return nil, false
	}
	switch c := t.in[t.at]; {
	case c == '(':
		return t.literal(), true
	case c == '<' && t.peek(1) == '<':
		t.at += 2
		return t.dictionary(depth), true
	case c == '<':
		return t.hexadecimal(), true
	case c == '>' && t.peek(1) == '>':
		t.at += 2
		return closing('>'), true
	case c == '[':
		t.at++
		return t.list(depth), true
	case c == ']':
		t.at++
		return closing(']'), true
	case c == '/':
		return nameToken(t.name()), true
	case c == '{' || c == '}' || c == '>' || c == ')':
		t.at++
		return operator(c), true
	}
	return t.word(), true
}

func (t *tokenizer) peek(n int) byte {
	if t.at+n < len(t.in) {
		return t.in[t.at+n]
	}
	return 0
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	return isBlank(c) || bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0
}

// space passes over white space and comments.
func (t *tokenizer) space() {
	for t.at < len(t.in) {
		switch c := t.in[t.at]; {
		case isBlank(c):
			t.at++
		case c == '%':
			for t.at < len(t.in) && t.in[t.at] != '\n' && t.in[t.at] != '\r' {
				t.at++
			}
		default:
			return
		}
	}
}

// word reads a number or an operator.
func (t *tokenizer) word() any {
	start := t.at
	for t.at < len(t.in) && !isDelimiter(t.in[t.at]) {
		t.at++
	}
	s := string(t.in[start:t.at])
	if c := s[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			return n
		}
		return 0.0
	}
	return operator(s)
}

func (t *tokenizer) name() string {
	t.at++
	var name []byte
	for t.at < len(t.in) && !isDelimiter(t.in[t.at]) {
		c := t.in[t.at]
		if n, err := strconv.ParseUint(string(t.in[min(t.at+1, len(t.in)):min(t.at+3, len(t.in))]), 16, 8); c == '#' && err == nil {
			c = byte(n)
			t.at += 2
		}
		name = append(name, c)
		t.at++
	}
	return string(name)
}

// literal reads a string in parentheses.
func (t *tokenizer) literal() string {
	var s []byte
	t.at++
	for depth := 1; t.at < len(t.in); t.at++ {
		switch c := t.in[t.at]; c {
		case '\\':
			t.at++
			s = t.escape(s)
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				t.at++
				return string(s)
			}
		}
		s = append(s, t.in[t.at])
	}
	return string(s)
}

// escape reads what follows a backslash. It stops on the last byte of it.
func (t *tokenizer) escape(s []byte) []byte {
	if t.at >= len(t.in) {
		return s
	}
	c := t.in[t.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(s, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r' && t.peek(1) == '\n':
		t.at++
		return s
	case c == '\n' || c == '\r':
		return s
	case c < '0' || c > '7':
		return append(s, c)
	}
	n := int(c - '0')
	for range 2 {
		if next := t.peek(1); next >= '0' && next <= '7' {
			n = n*8 + int(next-'0')
			t.at++
		}
	}
	return append(s, byte(n))
}

func (t *tokenizer) hexadecimal() string {
	var s []byte
	t.at++
	half, odd := byte(0), false
	for ; t.at < len(t.in) && t.in[t.at] != '>'; t.at++ {
		n := bytes.IndexByte([]byte("0123456789abcdef"), t.in[t.at]|0x20)
		if c := t.in[t.at]; c >= '0' && c <= '9' {
			n = int(c - '0')
		}
		switch {
		case n < 0 || isBlank(t.in[t.at]):
		case odd:
			s, odd = append(s, half|byte(n)), false
		default:
			half, odd = byte(n)<<4, true
		}
	}
	t.at++
	if odd {
		s = append(s, half)
	}
	return string(s)
}

func (t *tokenizer) list(depth int) []any {
	var list []any
	for depth < deepestToken {
		token, ok := t.next(depth + 1)
		if c, closes := token.(closing); !ok || closes && c == ']' {
			break
		}
		list = append(list, token)
	}
	return list
}

func (t *tokenizer) dictionary(depth int) map[string]any {
	dict := map[string]any{}
	key, keyed := "", false
	for depth < deepestToken {
		token, ok := t.next(depth + 1)
		if c, closes := token.(closing); !ok || closes && c == '>' {
			break
		}
		switch name, isName := token.(nameToken); {
		case keyed:
			dict[key], keyed = token, false
		case isName:
			key, keyed = string(name), true
		}
	}
	return dict
}

// picture passes over a picture that is in the stream itself.
func (t *tokenizer) picture() {
	for {
		i := bytes.Index(t.in[t.at:], []byte("EI"))
		if i < 0 {
			t.at = len(t.in)
			return
		}
		t.at += i + 2
		before := t.in[t.at-3]
		if isBlank(before) && (t.at >= len(t.in) || isDelimiter(t.in[t.at])) {
			return
		}
	}
}
