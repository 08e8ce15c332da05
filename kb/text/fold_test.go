package text

import "testing"

func FuzzFoldASCII(f *testing.F) {
	f.Add("Don't `THINK` of it\x00\x7f")
	f.Fuzz(func(t *testing.T, s string) {
		if isASCII(s) && foldASCII(s) != foldAny(s) {
			t.Errorf("%q is folded to %q, but as any text to %q", s, foldASCII(s), foldAny(s))
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("Taiwan")
	}
}
