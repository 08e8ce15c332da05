// Package packed is the form of the file that the encoder is read from: named
// sections of bytes, read where they lie.
package packed

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

const magic = "verbatim meaning 1\n"

// A File holds the sections of a packed file by their names.
type File struct {
	Version  string // 16 hex digits of the hash of all sections
	Sections map[string][]byte
}

// Read finds the sections of a packed file. They are parts of data, which is to
// stay as it is. Whether the hash is right is not looked at: see Check.
func Read(data []byte) (*File, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(rest) < sha256.Size {
		return nil, errors.New("this is not an encoder's packed file")
	}
	f := &File{Version: hex.EncodeToString(rest[:8]), Sections: map[string][]byte{}}
	for rest = rest[sha256.Size:]; len(rest) > 0; {
		if len(rest) < 5 || len(rest) < 5+int(rest[0]) {
			return nil, errors.New("the encoder's packed file is cut off")
		}
		named, size := 5+int(rest[0]), int(binary.LittleEndian.Uint32(rest[1:]))
		if len(rest)-named < size {
			return nil, errors.New("the encoder's packed file is cut off")
		}
		f.Sections[string(rest[5:named])] = rest[named : named+size : named+size]
		rest = rest[named+size:]
	}
	return f, nil
}

// Check tells whether the sections are those that the file was written with. Tests ask
// that of the file that is shipped, so that no start has to.
func Check(data []byte) error {
	if len(data) < len(magic)+sha256.Size {
		return errors.New("the encoder's packed file is cut off")
	}
	sum := sha256.Sum256(data[len(magic)+sha256.Size:])
	if !bytes.Equal(sum[:], data[len(magic):len(magic)+sha256.Size]) {
		return errors.New("the encoder's packed file is damaged")
	}
	return nil
}

// Write gives the bytes of a packed file. The same sections give the same bytes.
func Write(sections map[string][]byte) []byte {
	out := make([]byte, len(magic)+sha256.Size)
	copy(out, magic)
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		out = append(out, byte(len(name)))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(sections[name])))
		out = append(append(out, name...), sections[name]...)
	}
	sum := sha256.Sum256(out[len(magic)+sha256.Size:])
	copy(out[len(magic):], sum[:])
	return out
}

// Section gives a section of at least one byte, or an error that names it.
func (f *File) Section(name string) ([]byte, error) {
	if len(f.Sections[name]) == 0 {
		return nil, fmt.Errorf("the encoder's packed file has no section %s", name)
	}
	return f.Sections[name], nil
}

// Floats gives a copy of a section of numbers of 32 bits, of which there are to
// be count.
func (f *File) Floats(name string, count int) ([]float32, error) {
	section, err := f.Section(name)
	if err = cmp.Or(err, sized(name, section, 4*count)); err != nil {
		return nil, err
	}
	out := make([]float32, count)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(section[4*i:]))
	}
	return out, nil
}

func sized(name string, section []byte, size int) error {
	if len(section) != size {
		return fmt.Errorf("section %s of the encoder's packed file has %d bytes, not %d", name, len(section), size)
	}
	return nil
}

// Bytes gives a section of size bytes.
func (f *File) Bytes(name string, size int) ([]byte, error) {
	section, err := f.Section(name)
	return section, cmp.Or(err, sized(name, section, size))
}

// PutFloats makes a section of numbers.
func PutFloats(values ...float32) []byte {
	var out []byte
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
	}
	return out
}
