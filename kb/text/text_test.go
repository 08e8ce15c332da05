package text

import (
	"testing"
	"unicode/utf8"
)

func TestFoldMakesVariantsOne(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"case", "SyRia", "syria"},
		{"accents", "Şeybani é", "seybani e"},
		{"compatibility letters", "𝓘 𝔀𝓪𝓷𝓽", "i want"},
		{"apostrophes of every kind", "don't don’t", "dont dont"},
		{"Arabic vowel marks, tatweel and hamza carriers", "الشَّيبانيـ أإآ ى ة", "الشيباني ااا ي ه"},
		{"Arabic and Persian digits", "١٧ ۱۷", "17 17"},
		{"Traditional Chinese", "敘利亞支持一個中國原則", "叙利亚支持一个中国原则"},
		{"joiners and direction marks", "Tai\u200bwan\u202e", "taiwan"},
		{"invalid UTF-8", "a\xffb", "a\uFFFDb"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.what, c.in, got, c.want)
		}
	}
}

func TestWordsCutByScript(t *testing.T) {
	for _, c := range []struct {
		what, in string
		want     []string
	}{
		{"possessives lose their ending", "Syria's China’s", []string{"syria", "china"}},
		{"a hyphen separates", "counter-terrorism", []string{"counter", "terrorism"}},
		{"Chinese goes by characters, among other words", "台灣 and 中国", []string{"台", "湾", "and", "中", "国"}},
		{"Thai vowel signs stay with their letter", "ซีเรีย", []string{"ซี", "เ", "รี", "ย"}},
		{"nothing in, nothing out", "?! \u202e", nil},
	} {
		words := Words(c.in)
		if len(words) != len(c.want) {
			t.Errorf("%s: %d words of %q, want %q", c.what, len(words), c.in, c.want)
			continue
		}
		for i, w := range words {
			if w.Text != c.want[i] {
				t.Errorf("%s: word %d is %q, want %q", c.what, i, w.Text, c.want[i])
			}
		}
	}
}

func TestCommonWordsGoByLanguage(t *testing.T) {
	for _, c := range []struct {
		in, word string
		want     bool
	}{
		{"did they die in the war", "die", false},
		{"wer ist für die Ein-China-Politik und warum", "die", true},
		{"what about the taiwan stuff", "stuff", true},
		{"叙利亚说了什么", "什", true},
		{"ماذا قال عن تايوان", "عن", true},
	} {
		for _, w := range Words(c.in) {
			if w.Text == c.word && w.Common != c.want {
				t.Errorf("in %q, %q is common: %v, want %v", c.in, c.word, w.Common, c.want)
			}
		}
	}
}

func TestStemsFollowTheLanguage(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"the initiatives", "the initiative"},
		{"les principes de la Chine", "le principe de la Chine"},
		{"الصين", "صين"},
		{"инициативы", "инициатива"},
	} {
		a, b := Words(c.a), Words(c.b)
		if x, y := a[min(1, len(a)-1)].Stem, b[min(1, len(b)-1)].Stem; x != y {
			t.Errorf("stems of %q and %q differ: %q, %q", c.a, c.b, x, y)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"What did Syria say?", "سوريا ١٧", "臺灣", "a\xff'\u200d’s", "ﷺ½㎏"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, w := range Words(s) {
			if w.Start < 0 || w.End > len(s) || w.Start > w.End || w.End < last {
				t.Fatalf("word %+v of %q is out of place", w, s)
			}
			last = w.End
			if w.Text == "" || w.Stem == "" || !utf8.ValidString(w.Text) {
				t.Fatalf("bad word %+v of %q", w, s)
			}
		}
		if once := Fold(s); Fold(once) != once {
			t.Fatalf("folding %q twice gives %q, then %q", s, once, Fold(once))
		}
	})
}
