package kb

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"verbatim/kb/text"
)

func TestCountriesAreReadInManyLanguages(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"Does Egypt accept the One-China principle?", "CN EG"},
		{"the Egyptian and the Japanese minister", "EG JP"},
		{"هل تلتزم مصر بمبدأ الصين", "CN EG"},
		{"وللعراق", "IQ"},
		{"الموقف المصري والسورية واللبنانيين", "EG LB SY"},
		{"البيان السوري التركي والروسية", "RU SY TR"},
		{"a Nigerian and a Turkish minister", "NG TR"},
		{"日本对台湾", "JP TW"},
		{"印度有没有参加", "IN"},
		{"What did the United Arab Emirates say", "AE"},
		{"a minister of a country", ""},
		{"", ""},
	} {
		got := strings.Join(slices.Sorted(maps.Keys(countriesIn(text.Words(c.words)))), " ")
		if got != c.want {
			t.Errorf("%q names %q, want %q", c.words, got, c.want)
		}
	}
}

func BenchmarkCountryNames(b *testing.B) {
	for b.Loop() {
		countriesIn(text.Words("Does Egypt accept the One-China principle?"))
	}
}
