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

func FuzzFoldEach(f *testing.F) {
	for _, s := range []string{"أُمَّة عربية", "Türkiye’s “İstanbul”", "ſtraße Σίσυφος", "cafe\u0301", "한국 ᄒ\u1161", "½ ﬁ ２", "ㄱㅏ ㉠ㅏ", "\u05E9\u05C1\u05B8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if folded, ok := foldEach(s); ok && folded != foldAny(s) {
			t.Errorf("%q folds to %q, and to %q character by character", s, foldAny(s), folded)
		}
	})
}

func TestASetHasWordsAsTheyAreFolded(t *testing.T) {
	set := Set("Été\n\tأمير  été")
	if len(set) != 2 || !set[Fold("ÉTÉ")] || !set[Fold("امير")] {
		t.Errorf("%v", set)
	}
}
