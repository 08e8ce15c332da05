package meaning

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// strangers are questions that had no part in choosing the numbers of short
// vectors: every second of the public sets.
func strangers(t *testing.T) (texts []string) {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/eval/*.questions.jsonl")
	if len(files) == 0 {
		t.Skip("SKIPPED: the public question sets are not at ../shared/eval")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		for i := 0; lines.Scan(); i++ {
			var asked struct{ Question string }
			if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
				t.Fatal(err)
			}
			if i%2 == 0 && (!testing.Short() || i%20 == 0) {
				texts = append(texts, asked.Question)
			}
		}
	}
	return texts
}

func TestShortVectorsTellWhatWideOnesDo(t *testing.T) {
	e := standard(t)
	var short []Vector
	var wide [][]float32
	for _, text := range strangers(t) {
		short, wide = append(short, e.Encode(text)), append(wide, e.Wide(text)[:])
	}
	square, count := 0.0, 0
	for i := 0; i < len(short); i += 7 {
		for j := range i {
			off := float64(Cosine(&short[i], &short[j])) - cosine(wide[i], wide[j])
			square, count = square+off*off, count+1
		}
	}
	off := math.Sqrt(square / float64(count))
	t.Logf("cosines of %d short vectors are %.4f off", len(short), off)
	if !(off < 0.022) {
		t.Error("short vectors tell something else than wide ones")
	}
}

// TestAShortlistHasWhatIsMostAlike counts how often the vector that is most alike is
// among the 2 % whose signs differ least.
func TestAShortlistHasWhatIsMostAlike(t *testing.T) {
	e := standard(t)
	var vectors []Vector
	var signs []Signs
	for _, text := range strangers(t) {
		v := e.Encode(text)
		vectors, signs = append(vectors, v), append(signs, v.Signs())
	}
	asked, found := 0, 0
	for i := 0; i < len(vectors); i += 7 {
		count := max(len(signs)/50, 30)
		most := mostAlike(vectors, i)
		nearer := 0
		for j := range signs {
			if signs[i].Apart(&signs[j]) < signs[i].Apart(&signs[most]) {
				nearer++
			}
		}
		asked++
		if nearer < count {
			found++
		}
	}
	t.Logf("the most alike one is in %d of %d lists", found, asked)
	if found*100 < asked*96 {
		t.Error("the shortlists lack what is most alike")
	}
}

// mostAlike gives the vector that is most like the i-th, itself apart.
func mostAlike(vectors []Vector, i int) int {
	best, most := -1, float32(-2)
	for j := range vectors {
		if c := Cosine(&vectors[i], &vectors[j]); j != i && c > most {
			best, most = j, c
		}
	}
	return best
}
