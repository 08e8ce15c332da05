package table

import (
	"encoding/json"
	"strings"
	"testing"

	"verbatim/kb/store"
)

func FuzzNULIsFoundInAnySpelling(f *testing.F) {
	for _, s := range []string{`"\u0000"`, `"\\u0000"`, `"\\\u0000"`, `"\u00001"`, `{"\u0000":1}`, `"\"\u0000"`, `"\\"`, `"阿\u0001"`, `7`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var text string
		if json.Unmarshal(body, &text) != nil {
			_ = checkBody(store.Key{}, body) // it must not panic
			return
		}
		if got, want := escapesNUL(body), strings.Contains(text, "\x00"); got != want {
			t.Errorf("escapesNUL(%s) = %t, want %t", body, got, want)
		}
	})
}
