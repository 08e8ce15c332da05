package encode

import (
	"testing"

	"verbatim/kb/meaning"
	"verbatim/kb/store"
)

func TestATextThatComesManyTimesIsEncodedOnce(t *testing.T) {
	encoder, err := meaning.Default()
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Encoder: encoder}
	texts := []string{"The water is clean.", "The well is deep.", "The water is clean.", "The water is clean."}
	if missing := r.find(make([]meaning.Vector, len(texts)), texts); len(missing) != 2 {
		t.Errorf("%d texts are encoded, want 2", len(missing))
	}
	vectors, _ := r.Read(store.Key{}, texts, nil)
	for i := range texts {
		if vectors[i] != r.Vector(texts[i]) {
			t.Errorf("text %d has the vector of another", i)
		}
	}
}
