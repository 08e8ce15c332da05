package meaning

import (
	"math"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"verbatim/kb/meaning/internal/packed"
)

func TestLikeMeaningLiesCloseInAnyLanguage(t *testing.T) {
	e := standard(t)
	question := e.Encode("When did the two presidents meet?")
	for _, like := range []string{
		"On what date was the meeting of the presidents?",
		"متى التقى الرئيسان؟",
		"两位总统什么时候会面？",
		"Quand les deux présidents se sont-ils rencontrés ?",
		"¿Cuándo se reunieron los dos presidentes?",
		"Когда встретились два президента?",
	} {
		near := e.Encode(like)
		far := e.Encode("The price of bread rose again.")
		if n, f := Cosine(&question, &near), Cosine(&question, &far); n < 0.5 || f > 0.3 {
			t.Errorf("%q lies %.2f from the question, another text %.2f", like, n, f)
		}
	}
}

func TestATextWithoutAWordIsLikeNothing(t *testing.T) {
	e := standard(t)
	other := e.Encode("A word")
	for _, text := range []string{"", "  \t\n", "\u3000", "\U000e0041 \U000e0042"} {
		v := e.Encode(text)
		if v != (Vector{}) || Cosine(&v, &other) != 0 {
			t.Errorf("%q has a vector", text)
		}
	}
}

func TestATextIsLikeItself(t *testing.T) {
	e := standard(t)
	for i, x := range golden(t) {
		if i%10 != 0 {
			continue
		}
		v := e.Encode(x.text)
		if c := Cosine(&v, &v); v != (Vector{}) && math.Abs(float64(c)-1) > 0.01 {
			t.Errorf("%.60q has a cosine of %.4f to itself", x.text, c)
		}
	}
}

func TestOfALongTextTheBeginningIsRead(t *testing.T) {
	e := standard(t)
	for name, text := range map[string]string{
		"words":      strings.Repeat("A statement of both sides. ", 1000),
		"characters": strings.Repeat("声明", 4000),
		"accents":    strings.Repeat("\u0301", 20_000),
		"nothing":    strings.Repeat(" ", 10_000) + "word",
	} {
		if e.Encode(text) != e.Encode(text+" and an end that is not read") {
			t.Errorf("of many %s, the end is read", name)
		}
	}
	start := strings.Repeat("word ", 500)
	if e.Encode(start) == e.Encode("other "+start) {
		t.Error("the beginning of a long text changes nothing")
	}
}

func TestManyAtOnceGetWhatOneGets(t *testing.T) {
	e := standard(t)
	all := golden(t)[:60]
	want := make([]Vector, len(all))
	for i, x := range all {
		want[i] = e.Encode(x.text)
	}
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Go(func() {
			for i := range all {
				i = (i + worker*7) % len(all)
				if e.Encode(all[i].text) != want[i] {
					t.Errorf("%.60q has another vector among others", all[i].text)
				}
			}
		})
	}
	wait.Wait()
}

func TestAScanTellsWhatCosineDoes(t *testing.T) {
	e := standard(t)
	var table []int8
	var vectors []Vector
	for _, x := range golden(t)[:50] {
		v := e.Encode(x.text)
		vectors = append(vectors, v)
		table = append(table, v[:]...)
	}
	out := make([]float32, len(vectors))
	Scan(&vectors[3], table, out)
	for i := range vectors {
		if want := Cosine(&vectors[3], &vectors[i]); out[i] != want {
			t.Errorf("vector %d is %.4f alike, want %.4f", i, out[i], want)
		}
	}
	Scan(&vectors[3], nil, nil)
}

func TestTheFileIsWholeAndSmall(t *testing.T) {
	if err := packed.Check(weights); err != nil {
		t.Error(err)
	}
	if len(weights) > 30_000_000 {
		t.Errorf("the encoder's file has %d bytes", len(weights))
	}
	if len(standard(t).Version()) != 16+len(revision) {
		t.Errorf("the version is %q", standard(t).Version())
	}
}

func TestADamagedFileIsRefused(t *testing.T) {
	for _, size := range []int{0, 1, 40, 60, 1000, len(weights) / 2, len(weights) - 1} {
		if _, err := read(weights[:size:size]); err == nil {
			t.Errorf("a file of %d bytes was taken", size)
		}
	}
}

func FuzzEncode(f *testing.F) {
	e := standard(f)
	for i, x := range golden(f) {
		if len(x.text) < 500 && (i%20 == 0 || i > 1150) {
			f.Add(x.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		pieces := e.encoder.Pieces(text)
		if most := 18*utf8.RuneCountInString(text) + 1; len(pieces) > most {
			t.Errorf("%q has %d pieces", text, len(pieces))
		}
		for _, id := range pieces {
			if id < 0 || id >= 128_000 || id == 1 || id == 2 {
				t.Errorf("%q has a piece %d", text, id)
			}
		}
		wide := e.Wide(text)
		length := 0.0
		for _, v := range wide {
			length += float64(v) * float64(v)
		}
		if !(math.Abs(length-1) < 0.001) {
			t.Errorf("the vector of %q has the length %g", text, math.Sqrt(length))
		}
		if v := e.Encode(text); len(pieces) == 0 && v != (Vector{}) {
			t.Errorf("%q has no pieces and the vector %v", text, v[:8])
		}
	})
}

func TestCutFindsTheWordsOfChinese(t *testing.T) {
	e, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"出席的肯尼亚铁路公司": "出席 的 肯 尼亚 铁路 公司", "外交部毛宁表示": "外交部 毛 宁 表示", "": "", "ＡＢＣ": "ＡＢＣ",
	} {
		if got := strings.Join(e.Cut(text), " "); got != want {
			t.Errorf("%s is cut %q, want %q", text, got, want)
		}
	}
}
