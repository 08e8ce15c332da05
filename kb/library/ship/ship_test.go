package main

import (
	"testing"

	"verbatim/data"
	"verbatim/kb/meaning"
)

// TestVectorsAreOfWhatIsShipped fails when a shipped statement or the encoder changed
// and the vectors did not.
func TestVectorsAreOfWhatIsShipped(t *testing.T) {
	texts, err := shippedTexts()
	if err != nil {
		t.Fatal(err)
	}
	encoder, err := meaning.Default()
	if err != nil {
		t.Fatal(err)
	}
	known, err := encoder.ReadKnown(data.Vectors)
	if err != nil {
		t.Fatalf("%v; run go run ./kb/library/ship", err)
	}
	for _, s := range texts {
		if _, ok := known.Find(s); !ok {
			t.Fatalf("%q has no vector; run go run ./kb/library/ship", s)
		}
	}
}
