package meaning

import (
	"strings"
	"testing"
)

func BenchmarkEncode12Words(b *testing.B) {
	e, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		e.Encode("What did the two foreign ministers say about the future of Golan?")
	}
}

func BenchmarkTokenize(b *testing.B) {
	e, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		e.encoder.Pieces("What did the two foreign ministers say about the future of Golan?")
	}
}

func BenchmarkEncode200(b *testing.B) {
	e, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("What did the two foreign ministers say about the future of Golan? ", 14)
	for b.Loop() {
		e.Encode(text)
	}
}
