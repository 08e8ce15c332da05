package packed

import (
	"bytes"
	"slices"
	"testing"
)

func TestSectionsAreReadAsTheyWereWritten(t *testing.T) {
	data := Write(map[string][]byte{"b": {1, 2, 3}, "a": PutFloats(1, -2.5), "empty": nil})
	if err := Check(data); err != nil {
		t.Error(err)
	}
	f, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := f.Bytes("b", 3); err != nil || !bytes.Equal(b, []byte{1, 2, 3}) {
		t.Errorf("b is %v: %v", b, err)
	}
	if a, err := f.Floats("a", 2); err != nil || !slices.Equal(a, []float32{1, -2.5}) {
		t.Errorf("a is %v: %v", a, err)
	}
	for name, size := range map[string]int{"b": 4, "empty": 0, "c": 3} {
		if _, err := f.Bytes(name, size); err == nil {
			t.Errorf("a section %s of %d bytes was found", name, size)
		}
	}
}

func TestTheVersionTellsWhatIsInside(t *testing.T) {
	version := func(v byte) string {
		f, err := Read(Write(map[string][]byte{"a": {v}}))
		if err != nil {
			t.Fatal(err)
		}
		return f.Version
	}
	if one, again, two := version(1), version(1), version(2); one != again || one == two {
		t.Error("the version does not follow the bytes")
	}
}

func TestDamageIsNoticed(t *testing.T) {
	data := Write(map[string][]byte{"a": {1, 2, 3}})
	data[len(data)-1]++
	if Check(data) == nil || Check(data[:30]) == nil || Check(nil) == nil {
		t.Error("a damaged file is called whole")
	}
}

func FuzzRead(f *testing.F) {
	whole := Write(map[string][]byte{"a": {1, 2, 3}, "b": nil})
	f.Add(whole)
	f.Add(whole[:len(whole)-2])
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err != nil {
			return
		}
		for name, s := range file.Sections {
			if len(s) > len(data) {
				t.Errorf("section %s is larger than the file", name)
			}
		}
	})
}
