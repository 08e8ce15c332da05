package socket

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendJSON writes a value of JSON, in no order of names. The stand-in writes a
// great deal under load, beside the bot that is measured; encoding/json, which
// sorts names and reflects, would take several times as long.
func AppendJSON(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case string:
		return appendText(b, v)
	case object:
		b = append(b, '{')
		comma := false
		for name, value := range v {
			if comma {
				b = append(b, ',')
			}
			comma = true
			b = append(appendText(b, name), ':')
			b = AppendJSON(b, value)
		}
		return append(b, '}')
	case []any:
		b = append(b, '[')
		for i, value := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = AppendJSON(b, value)
		}
		return append(b, ']')
	}
	return appendOther(b, v)
}

func appendOther(b []byte, v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	return append(b, text...)
}

// appendText writes a string: line feeds, quotation marks and backslashes with
// an escape; what else needs one is rare.
func appendText(b []byte, s string) []byte {
	rare := func(r rune) bool { return r < ' ' && r != '\n' || r == utf8.RuneError }
	if strings.IndexFunc(s, rare) >= 0 {
		return appendOther(b, s)
	}
	b = append(b, '"')
	for {
		n := strings.IndexAny(s, "\"\\\n")
		if n < 0 {
			return append(append(b, s...), '"')
		}
		b = append(append(b, s[:n]...), '\\', s[n])
		if s[n] == '\n' {
			b[len(b)-1] = 'n'
		}
		s = s[n+1:]
	}
}
