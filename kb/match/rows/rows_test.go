package rows

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"verbatim/kb/meaning"
)

func random(r *rand.Rand) (v meaning.Vector) {
	for i := range v {
		v[i] = int8(r.IntN(255) - 127)
	}
	return v
}

// fill puts rows, and some of them anew, and gives what each has at the end.
func fill(r *Rows, n int) (want []meaning.Vector) {
	dice := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		v := random(dice)
		want = append(want, v)
		r.Put(i, &v)
		if i%7 == 3 {
			at := dice.IntN(i)
			want[at] = random(dice)
			r.Put(at, &want[at])
		}
	}
	return want
}

func TestRowsAreTheSameWhereverTheyAre(t *testing.T) {
	file := &File{}
	for _, c := range []struct {
		what   string
		file   *File
		n      int
		memory bool
	}{
		{"few", file, 100, true},
		{"many", file, memoryMost + 500, false},
		{"many of another owner", file, memoryMost + 100, false},
		{"many without a file", nil, memoryMost + 500, true},
	} {
		r := New(c.file)
		want := fill(r, c.n)
		table, memory := r.InMemory()
		if memory != c.memory || r.Len() != c.n || memory && len(table) != c.n*meaning.Size {
			t.Errorf("%s: in memory %t, %d rows", c.what, memory, r.Len())
		}
		for i := range want {
			if got := r.Vector(i); got != want[i] || r.Signs()[i] != want[i].Signs() {
				t.Fatalf("%s: row %d is another", c.what, i)
			}
		}
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "verbatim-vectors-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v is left where others see it (%v)", left, err)
	}
}

func TestRowsStayWhereThereCanBeNoFile(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	r := New(&File{})
	want := fill(r, memoryMost+10)
	if _, memory := r.InMemory(); !memory || r.Vector(memoryMost+5) != want[memoryMost+5] {
		t.Error("rows are lost where no file can be made")
	}
}

func TestRowsThatCannotBeWrittenAreKept(t *testing.T) {
	r := New(&File{})
	want := fill(r, memoryMost+10)
	if err := r.file.file.Close(); err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(3, 4))
	for _, at := range []int{5, r.Len()} {
		v := random(dice)
		want = slices.Concat(want[:at], []meaning.Vector{v}, want[min(at+1, len(want)):])
		r.Put(at, &v)
		if r.Vector(at) != v {
			t.Errorf("row %d is lost", at)
		}
	}
	if v := r.Vector(6); v != (meaning.Vector{}) {
		t.Errorf("a row that cannot be read is %v", v)
	}
}
