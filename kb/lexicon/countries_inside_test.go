package lexicon

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
		{"the Lebanese, the Spanish and the Turkish minister", "ES LB TR"},
		{"what did the Egyptians and the Palestinians say", "EG PS"},
		{"فلسطين", "PS"},
		{"is Taiwan an island, and is Pope Francis for a reunion", "TW"},
		{"日本对台湾", "JP TW"},
		{"印度有没有参加", "IN"},
		{"What did the United Arab Emirates say", "AE"},
		{"a minister of a country", ""},
		{"", ""},
	} {
		got := strings.Join(slices.Sorted(maps.Keys(Countries(text.Words(c.words)))), " ")
		if got != c.want {
			t.Errorf("%q names %q, want %q", c.words, got, c.want)
		}
	}
}

func TestWordsForWhatIsOfACountryAreNoNamesOfIt(t *testing.T) {
	for word, want := range map[string]bool{
		"Chinese": true, "Syrian": true, "American": true, "Turkish": true, "Lebanese": true, "French": true,
		"China": false, "America": false, "Turkey": false, "minister": false, "Egyptians": false, "中国": false, "سوري": false,
	} {
		if got := allCountries().isPeople(text.Words(word)[0]); got != want {
			t.Errorf("%q says of what country something is: %v, want %v", word, got, want)
		}
	}
}

func BenchmarkCountryNames(b *testing.B) {
	for b.Loop() {
		Countries(text.Words("Does Egypt accept the One-China principle?"))
	}
}
