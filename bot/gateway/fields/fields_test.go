package fields

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// all gives the values of an object by their names.
func all(object []byte) (found map[string]json.RawMessage, whole bool) {
	found = map[string]json.RawMessage{}
	whole = Scan(object, func(name []byte, value json.RawMessage) bool {
		found[string(name)] = value
		return true
	})
	return found, whole
}

// FuzzFields compares what Scan finds with what encoding/json does.
func FuzzFields(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"a":1}`, ` { "a" : {"b":[1,2,"}"]} , "c":"\"}" ,"d":null}`, `{"a":"\\","b":"\\\"{"}`, `[1]`, `"{"`, `{"":{}}`, `{"a":[[],{}],"b":-1e5}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var want map[string]json.RawMessage
		if json.Unmarshal(text, &want) != nil || bytes.ContainsRune(text, '\\') && strings.Contains(string(text), `\u`) {
			all(text) // it may be anything, but not panic
			return
		}
		got, whole := all(text)
		if !whole && want != nil {
			t.Errorf("%s is not taken for an object", text)
		}
		if len(got) != len(want) {
			for name := range want {
				if strings.ContainsAny(name, "\"\\\n\t\r\b\f/\uFFFD") {
					return // it was written with an escape
				}
			}
			t.Fatalf("%s: %d fields, want %d", text, len(got), len(want))
		}
		for name, value := range want {
			if raw, ok := got[name]; ok && !bytes.Equal(raw, bytes.TrimSpace(value)) {
				t.Errorf("%s: %q is %s, want %s", text, name, raw, value)
			}
		}
	})
}

func TestATextThatIsCutShortIsNoObject(t *testing.T) {
	whole := `{"op":0,"t":"MESSAGE_CREATE","s":7,"d":{"a":[{"b":"\\\"}"},1.5,null],"c":{}}}`
	if _, is := all([]byte(whole + "\n")); !is {
		t.Error("it is one when it is whole")
	}
	for n := range whole {
		if _, is := all([]byte(whole[:n])); is {
			t.Errorf("%s is taken for a whole object", whole[:n])
		}
	}
	if _, is := all([]byte(whole + "}")); is {
		t.Error("one bracket more is none")
	}
}
