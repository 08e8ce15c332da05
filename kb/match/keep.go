package match

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"slices"
)

// kept is a model as it is written.
type kept struct {
	Format      int
	Calibration Calibration
	Linear      *keptLinear
}

// modelFormat is raised when the meaning of a kept model changes.
const modelFormat = 2

// MarshalBinary gives the model as bytes for UnmarshalBinary of the same version.
func (m *Model) MarshalBinary() ([]byte, error) {
	var b bytes.Buffer
	k := kept{Format: modelFormat, Calibration: m.calibration, Linear: m.linear.keep()}
	if err := gob.NewEncoder(&b).Encode(k); err != nil {
		return nil, fmt.Errorf("keep a learned model: %w", err)
	}
	return b.Bytes(), nil
}

// UnmarshalBinary takes back what MarshalBinary gave; an error means that the
// model has to be learned anew.
func (m *Model) UnmarshalBinary(data []byte) error {
	var k kept
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&k); err != nil {
		return fmt.Errorf("read a learned model: %w", err)
	}
	if k.Format != modelFormat {
		return fmt.Errorf("read a learned model: it has format %d, this is %d", k.Format, modelFormat)
	}
	linear, err := k.Linear.restore()
	if err != nil {
		return err
	}
	m.linear, m.calibration = linear, k.Calibration
	return nil
}

// keptLinear is a linear model in flat lists.
type keptLinear struct {
	Features []uint64 // hashes, by feature
	Kinds    []uint8
	Rarity   []float32
	Groups   []int32
	Bias     []float32
	Starts   []uint32
	Places   []uint32
	Weights  []float32
}

func (m *linear) keep() *keptLinear {
	if m == nil {
		return nil
	}
	k := &keptLinear{
		Features: make([]uint64, len(m.features.kinds)), Kinds: m.features.kinds, Rarity: m.features.rarity,
		Groups: m.groups, Bias: m.bias, Starts: m.starts,
	}
	for hash, id := range m.features.ids {
		k.Features[id] = hash
	}
	for _, w := range m.weights {
		k.Places, k.Weights = append(k.Places, w.group), append(k.Weights, w.value)
	}
	return k
}

// fits reports whether the lists belong together, so that no later look-up goes
// past their ends.
func (k *keptLinear) fits() bool {
	n := len(k.Features)
	ok := len(k.Kinds) == n && len(k.Rarity) == n && len(k.Starts) == n+1 &&
		len(k.Places) == len(k.Weights) && len(k.Bias) == len(k.Groups) &&
		slices.IsSorted(k.Starts) && k.Starts[0] == 0 && int(k.Starts[n]) == len(k.Weights)
	for _, kind := range k.Kinds {
		ok = ok && kind < featureKinds
	}
	for _, place := range k.Places {
		ok = ok && int(place) < len(k.Groups)
	}
	return ok
}

func (k *keptLinear) restore() (*linear, error) {
	if k == nil {
		return nil, nil
	}
	if !k.fits() {
		return nil, fmt.Errorf("read a learned model: its lists do not fit each other")
	}
	fs := &features{ids: make(map[uint64]uint32, len(k.Features)), kinds: k.Kinds, rarity: k.Rarity}
	for id, hash := range k.Features {
		fs.ids[hash] = uint32(id)
	}
	m := &linear{features: fs, groups: k.Groups, bias: k.Bias, starts: k.Starts}
	m.weights = make([]groupWeight, len(k.Weights))
	for i := range k.Weights {
		m.weights[i] = groupWeight{k.Places[i], k.Weights[i]}
	}
	return m, nil
}
