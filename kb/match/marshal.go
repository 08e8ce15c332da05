package match

import (
	"errors"
	"fmt"
	"math"

	"verbatim/kb/match/linear"
	"verbatim/kb/match/lists"
)

// modelFormat is raised when the meaning of a kept model changes.
const modelFormat = 4

// What the header of a kept model says after the format.
const (
	withoutLinear = iota
	withLinear
)

// MarshalBinary gives the model as bytes for UnmarshalBinary of the same version: the
// format, whether there is a linear model, and its unit; then lists of numbers.
func (m *Model) MarshalBinary() ([]byte, error) {
	header := []uint32{modelFormat, withoutLinear, 0}
	if m.linear != nil {
		header[1], header[2] = withLinear, math.Float32bits(m.linear.Unit())
	}
	b := lists.Append(nil, header)
	b = lists.Append(b, m.calibration[:])
	if m.linear != nil {
		b = m.linear.Append(b)
	}
	return b, nil
}

// UnmarshalBinary takes back what MarshalBinary gave; an error means that the
// model has to be learned anew.
func (m *Model) UnmarshalBinary(data []byte) error {
	r := lists.NewReader(data)
	header, calibration := lists.Next[uint32](r), lists.Next[float64](r)
	if len(header) != 3 || header[0] != modelFormat {
		return fmt.Errorf("read a learned model: it is not of format %d", modelFormat)
	}
	var k *linear.Model
	if header[1] == withLinear {
		var err error
		if k, err = linear.Read(r, math.Float32frombits(header[2])); err != nil {
			return err
		}
	}
	if !r.Whole() || len(calibration) != len(m.calibration) {
		return errors.New("read a learned model: it is not whole")
	}
	m.linear, m.calibration = k, Calibration(calibration)
	return nil
}
