package rows

import (
	"math/rand/v2"
	"slices"
	"testing"
)

const width = 32

// random makes rows whose numbers lie close together, some far off.
func random(count int) [][]uint8 {
	dice := rand.New(rand.NewPCG(1, 2))
	rows := make([][]uint8, count)
	for i := range rows {
		rows[i] = make([]uint8, width)
		spread := 1 + dice.IntN(20)
		for j := range rows[i] {
			rows[i][j] = uint8(30 + dice.IntN(spread))
			if dice.IntN(200) == 0 {
				rows[i][j] = uint8(dice.IntN(symbols))
			}
		}
	}
	return rows
}

func TestRowsAreReadAsTheyWereWritten(t *testing.T) {
	rows := random(1000)
	parts, err := Write(rows, 16)
	if err != nil {
		t.Fatal(err)
	}
	if len(parts.Data) > 1000*width*6/8 {
		t.Errorf("the rows became no shorter: %d bytes", len(parts.Data))
	}
	table, err := Read(width, parts)
	if err != nil {
		t.Fatal(err)
	}
	got := make([]uint8, width)
	for i, want := range rows {
		if table.Row(got, i); !slices.Equal(got, want) {
			t.Fatalf("row %d is %d, want %d", i, got, want)
		}
	}
}

func TestRareNumbersHaveShortCodesToo(t *testing.T) {
	var all counts
	n := 1
	for s := range all { // Fibonacci's numbers make Huffman's code as long as can be.
		all[s] = n
		if s > 0 && s < 40 {
			n += all[s-1]
		}
	}
	sum := 0
	for _, l := range code(all) {
		sum += 1 << (longest - min(l, longest))
	}
	if sum != 1<<longest {
		t.Errorf("the code is not complete: %d", sum)
	}
}

func TestARowThatThereIsNotIsZeros(t *testing.T) {
	parts, err := Write(random(10), 4)
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read(width, parts)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{-1, 10, 1 << 40} {
		got := slices.Repeat([]uint8{7}, width)
		if table.Row(got, i); !slices.Equal(got, make([]uint8, width)) {
			t.Errorf("row %d is %d", i, got)
		}
	}
}

func TestNumbersThatAreTooLargeAreRefused(t *testing.T) {
	if _, err := Write([][]uint8{{symbols}}, 1); err == nil {
		t.Error("a row with 64 was taken")
	}
}

func FuzzADamagedTableIsReadWithin(f *testing.F) {
	p, err := Write(random(40), 2)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(p.Index, p.Offsets, p.Codes, p.Data)
	f.Add([]byte(nil), []byte(nil), []byte(nil), []byte(nil))
	f.Fuzz(func(t *testing.T, index, offsets, codes, data []byte) {
		table, err := Read(width, Parts{Index: index, Offsets: offsets, Codes: codes, Data: data})
		if err != nil {
			return
		}
		row := make([]uint8, width)
		for i := range min(table.Len(), 100) {
			table.Row(row, i)
		}
	})
}
