// Package fields finds the fields of a JSON object without reading what is in them: of
// what Discord sends, little is wanted.
//
// It must never say that a value is valid: that shows when it is read. bot/gateway and
// bot/gateway/read call it.
package fields

import (
	"bytes"
	"encoding/json"
)

// Scan passes the names and values of a JSON object on, unread and sharing its
// memory, until yield says no. It returns whether the text is one object from end
// to end; that its values are valid too shows when they are read. A name with an
// escape is passed on as it is written; Discord has none. encoding/json looks at
// every byte three times to get as far.
func Scan(object []byte, yield func(name []byte, value json.RawMessage) bool) (whole bool) {
	at := skip(object, 0)
	if at >= len(object) || object[at] != '{' {
		return false
	}
	for at = skip(object, at+1); at < len(object) && object[at] == '"'; at = skip(object, at) {
		end := afterString(object, at)
		if end < at+2 {
			return false // cut short
		}
		name := object[at+1 : end-1]
		from := skip(object, end)
		if from < len(object) && object[from] == ':' {
			from = skip(object, from+1)
		}
		at = afterValue(object, from)
		if !yield(name, bytes.TrimRight(object[from:at], " \t\r\n")) {
			return false
		}
		if at < len(object) && object[at] == ',' {
			at++
		}
	}
	return at < len(object) && object[at] == '}' && skip(object, at+1) == len(object)
}

// Of is the value of one name of an object, or nil.
func Of(object []byte, name string) (value json.RawMessage) {
	Scan(object, func(n []byte, v json.RawMessage) bool {
		if string(n) == name {
			value = v
		}
		return value == nil
	})
	return value
}

// skip is the place of the first byte from a place on that is no white space.
func skip(text []byte, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
		at++
	}
	return at
}

// afterString is the place after the string that begins at a place.
func afterString(text []byte, at int) int {
	for from := at + 1; ; {
		n := bytes.IndexByte(text[from:], '"')
		if n < 0 {
			return len(text)
		}
		end := from + n
		escapes := 0
		for end-escapes-1 > at && text[end-escapes-1] == '\\' {
			escapes++
		}
		if from = end + 1; escapes%2 == 0 {
			return from
		}
	}
}

// afterValue is the place after the value that begins at a place.
func afterValue(text []byte, at int) int {
	for depth := 0; at < len(text); at++ {
		switch text[at] {
		case '"':
			at = afterString(text, at) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return at
			}
		case ',':
			if depth == 0 {
				return at
			}
		}
	}
	return at
}

// Text reads a string, most of which have no escapes. What is none is an error.
func Text(raw json.RawMessage) (s string, err error) {
	if n := len(raw); n >= 2 && raw[0] == '"' && raw[n-1] == '"' && plain(raw[1:n-1]) {
		return string(raw[1 : n-1]), nil
	}
	err = json.Unmarshal(raw, &s)
	return s, err
}

// plain tells whether a text is of letters that mean themselves in JSON.
func plain(text []byte) bool {
	for _, c := range text {
		if c < ' ' || c > '~' || c == '\\' || c == '"' {
			return false
		}
	}
	return true
}
