package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"verbatim/kb/meaning/internal/encoder"
	"verbatim/kb/meaning/internal/kernel"
	"verbatim/kb/meaning/internal/packed"
)

// short is how many numbers of a vector are stored.
const short = 256

// mixtures is how many lines are made of words of the vocabulary, four at a time.
// Real lines of few subjects leave out directions that other subjects need.
const mixtures = 6000

// projection finds the 256 directions that keep most of the vectors of real lines
// (principal components; the mean is not taken off, so that likenesses stay), and
// turns them at random: each number of a vector then varies as much as any other,
// which 8 bits need.
func projection(sections map[string][]byte, words []string, linesFile string) (map[string][]byte, error) {
	f, err := packed.Read(packed.Write(sections))
	if err != nil {
		return nil, err
	}
	e, err := encoder.Read(f)
	if err != nil {
		return nil, err
	}
	lines, err := readLines(linesFile)
	if err != nil {
		return nil, err
	}
	dice := rand.New(rand.NewPCG(1, 2))
	made := mix(dice, words)
	spread := make(square, encoder.Size*encoder.Size)
	spread.gather(e, lines)
	spread.gather(e, made)
	return quantised(turned(dice, directions(dice, spread))), nil
}

// readLines reads the lines of testdata/lines.txt: a language, a tab, a text.
func readLines(name string) (lines []string, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the lines that vectors are made short by: %w", err)
	}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		if _, text, ok := strings.Cut(s.Text(), "\t"); ok {
			lines = append(lines, text)
		}
	}
	return lines, nil
}

func mix(dice *rand.Rand, words []string) (lines []string) {
	for range mixtures {
		var line []byte
		for range 4 {
			line = append(append(line, words[dice.IntN(len(words))]...), ' ')
		}
		lines = append(lines, string(line))
	}
	return lines
}

// A square is a matrix of 512 rows and columns.
type square []float64

// gather adds how the numbers of the lines' vectors vary together, on average.
func (s square) gather(e *encoder.Encoder, lines []string) {
	for _, line := range lines {
		var v [encoder.Size]float32
		e.Encode(&v, line)
		for i, a := range v {
			for j, b := range v {
				s[i*encoder.Size+j] += float64(a) * float64(b) / float64(len(lines))
			}
		}
	}
}

// A column is a direction in the space of vectors.
type column []float64

// turns is how often directions are multiplied with the matrix: what they keep
// does not change after twenty.
const turns = 40

// directions finds the columns along which most varies, by orthogonal iteration
// (Golub and Van Loan, "Matrix Computations", 7.3.2).
func directions(dice *rand.Rand, spread square) []column {
	columns := random(dice, short, encoder.Size)
	for range turns {
		for c, col := range columns {
			next := make(column, encoder.Size)
			for i := range next {
				next[i] = dot(spread[i*encoder.Size:][:encoder.Size], col)
			}
			columns[c] = next
		}
		straighten(columns)
	}
	return columns
}

// turned mixes columns at random, which keeps lengths and angles.
func turned(dice *rand.Rand, columns []column) []column {
	mixing := random(dice, len(columns), len(columns))
	straighten(mixing)
	out := make([]column, len(columns))
	for i := range out {
		out[i] = make(column, encoder.Size)
		for j, share := range mixing[i] {
			for k, v := range columns[j] {
				out[i][k] += share * v
			}
		}
	}
	return out
}

func random(dice *rand.Rand, count, size int) []column {
	columns := make([]column, count)
	for i := range columns {
		columns[i] = make(column, size)
		for j := range columns[i] {
			columns[i][j] = dice.NormFloat64()
		}
	}
	return columns
}

// straighten makes columns orthogonal and of length 1 (Gram and Schmidt, twice
// for the sake of rounding).
func straighten(columns []column) {
	for c, col := range columns {
		for range 2 {
			for _, before := range columns[:c] {
				share := dot(before, col)
				for i, v := range before {
					col[i] -= share * v
				}
			}
		}
		length := math.Sqrt(dot(col, col))
		for i := range col {
			col[i] /= length
		}
	}
}

func dot(a []float64, b column) (sum float64) {
	for i, v := range b {
		sum += a[i] * v
	}
	return sum
}

// quantised packs the columns as a matrix of 8 bits, a scale for each column.
func quantised(columns []column) map[string][]byte {
	weights := make([]int8, encoder.Size*len(columns))
	scale := make([]float32, len(columns))
	for c, col := range columns {
		most := 0.0
		for _, v := range col {
			most = max(most, math.Abs(v))
		}
		scale[c] = float32(most / 127)
		for r, v := range col {
			weights[r*len(columns)+c] = int8(math.RoundToEven(v / most * 127))
		}
	}
	return map[string][]byte{
		"short.weights": kernel.Unsigned(kernel.Pack(encoder.Size, weights)),
		"short.scale":   packed.PutFloats(scale...),
	}
}
