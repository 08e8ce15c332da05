package text

import (
	"testing"
)

func TestAmountsAreNumbersThatAreNoYears(t *testing.T) {
	for word, want := range map[string]bool{
		"17": true, "400": true, "5000": true, "17th": true, "99999999999999999999": true, "٤٠٠": true,
		"2025": false, "1971": false, "many": false, "": false,
	} {
		if got := isAmount(Word{Text: Fold(word)}); got != want {
			t.Errorf("%q is an amount: %v, want %v", word, got, want)
		}
	}
}
