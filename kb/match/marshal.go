package match

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// modelFormat is raised when the meaning of a kept model changes.
const modelFormat = 4

// What the header of a kept model says after the format.
const (
	withoutLinear = iota
	withLinear
)

// MarshalBinary gives the model as bytes for UnmarshalBinary of the same version:
// lists, each after its length, so that a start spends no time on reading them.
func (m *Model) MarshalBinary() ([]byte, error) {
	header := []uint32{modelFormat, withoutLinear, 0}
	k := m.linear.lists()
	if k != nil {
		header[1], header[2] = withLinear, math.Float32bits(m.linear.unit)
	}
	b := appendList(nil, header)
	b = appendList(b, m.calibration[:])
	if k != nil {
		b = appendList(b, k.Features)
		b = appendList(b, k.Kinds)
		b = appendList(b, k.Rarity)
		b = appendList(b, k.Groups)
		b = appendList(b, k.Bias)
		b = appendList(b, k.Starts)
		b = appendList(b, k.Weights)
	}
	return b, nil
}

// UnmarshalBinary takes back what MarshalBinary gave; an error means that the
// model has to be learned anew.
func (m *Model) UnmarshalBinary(data []byte) error {
	r := listReader{rest: data}
	header, calibration := list[uint32](&r), list[float64](&r)
	if len(header) != 3 || header[0] != modelFormat {
		return fmt.Errorf("read a learned model: it is not of format %d", modelFormat)
	}
	var k *linearLists
	if header[1] == withLinear {
		k = &linearLists{
			Unit: math.Float32frombits(header[2]), Features: list[uint32](&r), Kinds: list[uint8](&r), Rarity: list[float32](&r),
			Groups: list[int32](&r), Bias: list[float32](&r), Starts: list[uint32](&r),
			Weights: list[uint32](&r),
		}
	}
	if r.err != nil || len(r.rest) > 0 || len(calibration) != len(m.calibration) {
		return errors.New("read a learned model: it is not whole")
	}
	linear, err := k.restore()
	if err != nil {
		return err
	}
	m.linear, m.calibration = linear, Calibration(calibration)
	return nil
}

// number is what lists are of.
type number interface {
	uint8 | uint32 | int32 | float32 | float64
}

func appendList[T number](b []byte, list []T) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	b, err := binary.Append(b, binary.LittleEndian, list)
	if err != nil {
		panic("match: a list of numbers cannot be written: " + err.Error())
	}
	return b
}

// A listReader takes lists off bytes, until one is cut short.
type listReader struct {
	rest []byte
	err  error
}

func list[T number](r *listReader) []T {
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

// linearLists is a linear model in flat lists.
type linearLists struct {
	Unit     float32
	Features []uint32
	Kinds    []uint8
	Rarity   []float32
	Groups   []int32
	Bias     []float32
	Starts   []uint32
	Weights  []uint32
}

func (m *linear) lists() *linearLists {
	if m == nil {
		return nil
	}
	return &linearLists{
		Unit: m.unit, Features: m.features.hashes, Kinds: m.features.kinds, Rarity: m.features.rarity,
		Groups: m.groups, Bias: m.bias, Starts: m.starts, Weights: m.weights,
	}
}

// fits reports whether the lists belong together, so that no later look-up goes
// past their ends.
func (k *linearLists) fits() bool {
	n := len(k.Features)
	ok := slices.IsSorted(k.Features) && len(k.Kinds) == n && len(k.Rarity) == n && len(k.Starts) == n+1 &&
		len(k.Bias) == len(k.Groups) &&
		slices.IsSorted(k.Starts) && k.Starts[0] == 0 && int(k.Starts[n]) == len(k.Weights)
	for _, kind := range k.Kinds {
		ok = ok && kind < featureKinds
	}
	for _, w := range k.Weights {
		ok = ok && int(w>>16) < len(k.Groups)
	}
	return ok
}

func (k *linearLists) restore() (*linear, error) {
	if k == nil {
		return nil, nil
	}
	if !k.fits() {
		return nil, fmt.Errorf("read a learned model: its lists do not fit each other")
	}
	fs := &features{hashes: k.Features, kinds: k.Kinds, rarity: k.Rarity}
	fs.firsts, fs.shift = directory(fs.hashes)
	return &linear{
		features: fs, groups: k.Groups, bias: k.Bias, starts: k.Starts, weights: k.Weights, unit: k.Unit,
	}, nil
}
