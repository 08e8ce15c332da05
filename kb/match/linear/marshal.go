package linear

import (
	"errors"
	"slices"

	"verbatim/kb/match/lists"
	"verbatim/kb/match/scatter"
)

// Append adds the lists of a model to bytes. Its [Model.Unit] is not among them.
func (m *Model) Append(b []byte) []byte {
	b = lists.Append(b, m.features.hashes)
	b = lists.Append(b, m.features.kinds)
	b = lists.Append(b, m.features.rarity)
	b = lists.Append(b, m.groups)
	b = lists.Append(b, m.bias)
	b = lists.Append(b, m.starts)
	return lists.Append(b, m.weights)
}

// Read takes back a model of the unit, whose lists are the last that are there. An error
// means that it has to be trained anew.
func Read(r *lists.Reader, unit float32) (*Model, error) {
	m := &Model{
		features: &features{
			hashes: lists.Next[uint32](r), kinds: lists.Next[uint8](r), rarity: lists.Next[float32](r),
		},
		groups: lists.Next[int32](r), bias: lists.Next[float32](r),
		starts: lists.Next[uint32](r), weights: lists.Next[uint32](r), unit: unit,
	}
	if !r.Whole() {
		return nil, errors.New("read a learned model: it is not whole")
	}
	if !m.fits() {
		return nil, errors.New("read a learned model: its lists do not fit each other")
	}
	m.features.firsts, m.features.shift = scatter.Directory(m.features.hashes)
	return m, nil
}

// Unit is what weights are counted in.
func (m *Model) Unit() float32 { return m.unit }

// fits reports whether the lists belong together, so that no later look-up goes
// past their ends.
func (m *Model) fits() bool {
	fs := m.features
	n := len(fs.hashes)
	ok := slices.IsSorted(fs.hashes) && len(fs.kinds) == n && len(fs.rarity) == n && len(m.starts) == n+1 &&
		len(m.bias) == len(m.groups) &&
		slices.IsSorted(m.starts) && m.starts[0] == 0 && int(m.starts[n]) == len(m.weights)
	for _, kind := range fs.kinds {
		ok = ok && kind < featureKinds
	}
	for _, w := range m.weights {
		ok = ok && int(w>>16) < len(m.groups)
	}
	return ok
}
