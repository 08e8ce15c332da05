package meaning

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/kb/meaning/internal/kernel"
)

// An example is what the reference makes of a text: testdata/golden.py.
type example struct {
	text   string
	pieces []int32
	vector []int8 // none where the text has more pieces than are encoded
}

func golden(t testing.TB) (all []example) {
	t.Helper()
	data, err := os.ReadFile("testdata/golden.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		all = append(all, parse(t, strings.Split(lines.Text(), "\t")))
	}
	if len(all) < 1000 || lines.Err() != nil {
		t.Fatalf("the golden file has %d texts: %v", len(all), lines.Err())
	}
	return all
}

func parse(t testing.TB, fields []string) (e example) {
	t.Helper()
	text, err := strconv.Unquote(fields[0])
	if err != nil || len(fields) != 3 {
		t.Fatalf("the golden file has a line that is none: %q", fields[0])
	}
	e.text = text
	for _, id := range strings.Fields(fields[1]) {
		n, err := strconv.Atoi(id)
		if err != nil {
			t.Fatal(err)
		}
		e.pieces = append(e.pieces, int32(n))
	}
	vector, err := base64.StdEncoding.DecodeString(fields[2])
	if err != nil {
		t.Fatal(err)
	}
	e.vector = kernel.Signed(vector)
	return e
}

func standard(t testing.TB) *Encoder {
	t.Helper()
	e, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestPiecesAreThoseOfTheReference(t *testing.T) {
	e := standard(t)
	for _, x := range golden(t) {
		if got := e.encoder.Pieces(x.text); !slices.Equal(got, x.pieces) {
			t.Errorf("%.60q has pieces %d, want %d", x.text, got[:min(len(got), 20)], x.pieces[:min(len(x.pieces), 20)])
		}
	}
}

// The weights are those of the reference, and numbers are rounded to 14 bits. The
// golden vectors are rounded to 8, which alone is 0.0001 at most.
const alike = 0.9998

func TestVectorsAreThoseOfTheReference(t *testing.T) {
	e := standard(t)
	count, least := 0, 1.0
	for i, x := range golden(t) {
		if len(x.vector) == 0 || testing.Short() && i%20 > 0 {
			continue
		}
		cosine := cosine(e.Wide(x.text)[:], x.vector)
		count, least = count+1, min(least, cosine)
		if !(cosine >= alike) {
			t.Errorf("the vector of %.60q has a cosine of %.5f to the reference's", x.text, cosine)
		}
	}
	if count < 1000 && !testing.Short() {
		t.Errorf("only %d vectors were compared", count)
	}
	t.Logf("%d vectors, the least cosine is %.5f", count, least)
}

func cosine[T int8 | float32](a []float32, b []T) float64 {
	var ab, aa, bb float64
	for i := range a {
		x, y := float64(a[i]), float64(b[i])
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}
