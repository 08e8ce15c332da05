package main

import (
	"bytes"
	"testing"

	"verbatim/data"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/meaning"
)

// TestWhatIsShippedIsFresh fails when a shipped statement or the encoder changed
// and its vectors, or what is learned from it, did not.
func TestWhatIsShippedIsFresh(t *testing.T) {
	statements, err := file.ReadFolder(data.Statements)
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
	for _, s := range textsOf(statements) {
		if _, ok := known.Find(s); !ok {
			t.Fatalf("%q has no vector; run go run ./kb/library/ship", s)
		}
	}
	x := index.New(index.Reader{Encoder: encoder, Known: known})
	for _, s := range statements {
		x.Apply(index.PartsOf("", s))
	}
	if !bytes.HasPrefix(data.Learned, []byte(x.LearnedKey())) {
		t.Fatal("what was learned is of other phrasings; run go run ./kb/library/ship")
	}
}
