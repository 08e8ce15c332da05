package socket

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJSONIsWrittenAsByEncodingJSON writes what encoding/json reads the same.
func TestJSONIsWrittenAsByEncodingJSON(t *testing.T) {
	for _, v := range []any{
		nil, true, "", "a\"b\\c\nd\te\x00\u2028中\xff<>", 7, int64(1) << 60, 1.5, float64(3),
		[]any{},
		object{},
		object{"a": []any{nil, object{"\n": "x"}}, "b": []string{"y"}, "d": json.RawMessage(`{"e":1}`)},
	} {
		want, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		got := AppendJSON(nil, v)
		var wanted, read any
		if err := json.Unmarshal(got, &read); err != nil {
			t.Errorf("%s: %v", got, err)
		}
		if err := json.Unmarshal(want, &wanted); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(wanted, read); diff != "" {
			t.Error(diff)
		}
	}
}
