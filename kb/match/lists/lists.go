// Package lists writes lists of numbers as bytes and reads them back, each after its
// length, so that a start spends no time on reading what was learned. It must know
// nothing of what the numbers mean; kb/match and kb/match/linear call it.
package lists

import (
	"encoding/binary"
	"errors"
)

// A Number is what lists are of.
type Number interface {
	uint8 | uint32 | int32 | float32 | float64
}

// Append adds a list to bytes.
func Append[T Number](b []byte, list []T) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	b, err := binary.Append(b, binary.LittleEndian, list)
	if err != nil {
		panic("lists: a list of numbers cannot be written: " + err.Error())
	}
	return b
}

// A Reader takes lists off bytes, until one is cut short.
type Reader struct {
	rest []byte
	err  error
}

// NewReader reads from bytes.
func NewReader(b []byte) *Reader { return &Reader{rest: b} }

// Whole reports whether all that was read was there, and nothing is left.
func (r *Reader) Whole() bool { return r.err == nil && len(r.rest) == 0 }

// Next takes the next list off.
func Next[T Number](r *Reader) []T {
	var none T
	if len(r.rest) < 4 {
		r.err = errors.New("there is no list")
		return nil
	}
	n := int(binary.LittleEndian.Uint32(r.rest))
	r.rest = r.rest[4:]
	if n*binary.Size(none) > len(r.rest) {
		r.err = errors.New("a list is cut short")
		return nil
	}
	numbers := make([]T, n)
	size, err := binary.Decode(r.rest, binary.LittleEndian, numbers)
	r.rest, r.err = r.rest[size:], errors.Join(r.err, err)
	return numbers
}
