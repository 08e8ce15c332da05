package match

import (
	"reflect"
	"testing"

	"verbatim/kb/text"
)

// severalPhrasings are groups that training is worth for.
func severalPhrasings() []Group {
	return []Group{
		{ID: 3, Phrasings: cut("taiwan", "what about taiwan", "is taiwan part of china", "one china")},
		{ID: 7, Phrasings: cut("terrorism", "help against terrorism", "security cooperation", "counterterrorism")},
	}
}

func TestAModelIsTheSameWhenItIsTakenBack(t *testing.T) {
	m := Learn(severalPhrasings())
	b, err := m.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var again Model
	if err := again.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{"taiwan", "terrorism and security", "nothing of it"} {
		if x, y := m.linear.Decisions(text.Words(q)), again.linear.Decisions(text.Words(q)); !reflect.DeepEqual(x, y) {
			t.Errorf("%q: %v, and %v when taken back", q, x, y)
		}
	}
	if m.calibration != again.calibration {
		t.Errorf("the calibration is %v, and %v when taken back", m.calibration, again.calibration)
	}
}

func TestABrokenModelIsRefused(t *testing.T) {
	b, err := Learn(severalPhrasings()).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(b) {
		if new(Model).UnmarshalBinary(b[:n]) == nil {
			t.Fatalf("the first %d of %d bytes are taken for a whole model", n, len(b))
		}
	}
}

func FuzzModel(f *testing.F) {
	b, err := Learn(severalPhrasings()).MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(_ *testing.T, b []byte) {
		var m Model
		if m.UnmarshalBinary(b) == nil {
			m.linear.Decisions(text.Words("is taiwan part of china"))
		}
	})
}

func BenchmarkUnmarshal(b *testing.B) {
	groups, _ := loadSet(b, "intents")
	kept, err := Learn(grouped(groups)).MarshalBinary()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(kept)))
	for b.Loop() {
		if err := new(Model).UnmarshalBinary(kept); err != nil {
			b.Fatal(err)
		}
	}
}
