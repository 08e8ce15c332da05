package gateway

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// fields are the values of an object by their names.
func fields(object []byte) (all map[string]json.RawMessage, whole bool) {
	all = map[string]json.RawMessage{}
	whole = scan(object, func(name []byte, value json.RawMessage) bool {
		all[string(name)] = value
		return true
	})
	return all, whole
}

// FuzzFields compares what scan finds with what encoding/json does.
func FuzzFields(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"a":1}`, ` { "a" : {"b":[1,2,"}"]} , "c":"\"}" ,"d":null}`, `{"a":"\\","b":"\\\"{"}`, `[1]`, `"{"`, `{"":{}}`, `{"a":[[],{}],"b":-1e5}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var want map[string]json.RawMessage
		if json.Unmarshal(text, &want) != nil || bytes.ContainsRune(text, '\\') && strings.Contains(string(text), `\u`) {
			fields(text) // it may be anything, but not panic
			return
		}
		got, whole := fields(text)
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
	if _, is := fields([]byte(whole + "\n")); !is {
		t.Error("it is one when it is whole")
	}
	for n := range whole {
		if _, is := fields([]byte(whole[:n])); is {
			t.Errorf("%s is taken for a whole object", whole[:n])
		}
	}
	if _, is := fields([]byte(whole + "}")); is {
		t.Error("one bracket more is none")
	}
}

func BenchmarkReadFrame(b *testing.B) {
	text := []byte(`{"op":0,"t":"MESSAGE_CREATE","s":7,"d":{"author":{"id":"1","bot":true},"content":"` + strings.Repeat("word ", 800) + `"}}`)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f, err := readFrame(text)
		if err != nil || !ofBot(f.Data) {
			b.Fatal(err)
		}
	}
}
