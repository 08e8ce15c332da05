package gateway

import (
	"bytes"
	"encoding/json"
)

// fields are the values of a valid JSON object by their names, unread; nil when
// it is no object. A name with an escape is passed over: Discord has none. It is
// some ten times as fast as encoding/json, which looks at every byte three times
// to get as far.
func fields(object []byte) map[string]json.RawMessage {
	object = bytes.TrimSpace(object)
	if len(object) < 2 || object[0] != '{' {
		return nil
	}
	all := map[string]json.RawMessage{}
	for at := skip(object, 1, " \t\r\n,"); at < len(object) && object[at] == '"'; at = skip(object, at, " \t\r\n,") {
		end := afterString(object, at)
		if end < at+2 {
			break // cut short
		}
		name := object[at+1 : end-1]
		from := skip(object, end, " \t\r\n:")
		at = afterValue(object, from)
		all[string(name)] = bytes.TrimSpace(object[from:at])
	}
	return all
}

// skip is the place of the first byte that is none of these.
func skip(text []byte, at int, these string) int {
	for at < len(text) && bytes.IndexByte([]byte(these), text[at]) >= 0 {
		at++
	}
	return at
}

// afterString is the place after the string that begins at a place.
func afterString(text []byte, at int) int {
	for at++; at < len(text); at++ {
		switch text[at] {
		case '\\':
			at++
		case '"':
			return at + 1
		}
	}
	return len(text)
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
