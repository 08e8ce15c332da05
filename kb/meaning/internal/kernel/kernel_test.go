package kernel

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// levels are the kernels that this processor can run, from the plainest.
func levels() []int {
	var all []int
	for l := range best + 1 {
		all = append(all, l)
	}
	return all
}

func TestEveryKernelMultipliesAlike(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for _, in := range []int{2, 16, 320, 1280} {
		for _, rows := range []int{1, 2, 5, 6, 7, 9, 10, 11, 23} {
			m := randomMatrix(dice, in, 64)
			stride := max(1, in/2)
			x := make([]int16, (rows-1)*stride+in)
			for i := range x {
				x[i] = int16(dice.IntN(2*Limit+1) - Limit)
			}
			want := make([]float32, rows*m.Out)
			multiplyPlain(want, x, rows, stride, &m, 0.5)
			for _, l := range levels() {
				got := make([]float32, rows*m.Out)
				multiply(l, got, x, rows, stride, &m, 0.5)
				if !slices.Equal(got, want) {
					t.Errorf("kernel %d differs for %d rows of %d numbers", l, rows, in)
				}
			}
		}
	}
}

func randomMatrix(dice *rand.Rand, in, out int) Matrix {
	weights := make([]int8, in*out)
	for i := range weights {
		weights[i] = int8(dice.IntN(256) - 128)
	}
	scale := make([]float32, out)
	for i := range scale {
		scale[i] = dice.Float32()
	}
	return Pack(in, weights, scale)
}

func TestTheLargestSumsDoNotOverflow(t *testing.T) {
	m := Matrix{In: 1280, Out: 32, Weights: slices.Repeat([]int8{-128}, 1280*32), Scale: slices.Repeat([]float32{1}, 32)}
	x := slices.Repeat([]int16{Limit}, 1280)
	for _, l := range levels() {
		out := make([]float32, 32)
		multiply(l, out, x, 1, 0, &m, 1)
		if want := float32(-128 * Limit * 1280); out[0] != want || out[31] != want {
			t.Errorf("kernel %d gives %g and %g, want %g", l, out[0], out[31], want)
		}
	}
}

func TestEveryKernelScansAlike(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	table := make([]int8, 33*Width)
	for i := range table {
		table[i] = int8(dice.IntN(256) - 128)
	}
	for i := range table[:2*Width] {
		table[i] = -128
	}
	query := [Width]int8(table[:Width])
	want := make([]float32, 33)
	scanPlain(want, &query, table, 0.5)
	for _, l := range levels() {
		got := make([]float32, 33)
		scan(l, got, &query, table, 0.5)
		if !slices.Equal(got, want) {
			t.Errorf("kernel %d gives %g, want %g", l, got, want)
		}
	}
}

func TestShapesThatDoNotFitAreRefused(t *testing.T) {
	m := randomMatrix(rand.New(rand.NewPCG(5, 6)), 16, 32)
	cut := m
	cut.Weights = cut.Weights[1:]
	for name, run := range map[string]func(){
		"few numbers":       func() { Multiply(make([]float32, 64), make([]int16, 31), 2, 16, &m, 1) },
		"little room":       func() { Multiply(make([]float32, 63), make([]int16, 32), 2, 16, &m, 1) },
		"no rows":           func() { Multiply(make([]float32, 64), make([]int16, 32), 0, 16, &m, 1) },
		"a matrix cut off":  func() { Multiply(make([]float32, 64), make([]int16, 32), 2, 16, &cut, 1) },
		"a table too short": func() { Scan(make([]float32, 2), new([Width]int8), make([]int8, 2*Width-1), 1) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("nothing was refused")
				}
			}()
			run()
		})
	}
}

func BenchmarkMultiply(b *testing.B) {
	dice := rand.New(rand.NewPCG(7, 8))
	m := randomMatrix(dice, 1280, 256)
	x := make([]int16, 18*256)
	out := make([]float32, 14*256)
	for _, l := range levels() {
		b.Run(fmt.Sprint("kernel ", l), func(b *testing.B) {
			for b.Loop() {
				multiply(l, out, x, 14, 256, &m, 1)
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	table := make([]int8, 20_000*Width)
	out := make([]float32, 20_000)
	var query [Width]int8
	for _, l := range levels() {
		b.Run(fmt.Sprint("kernel ", l), func(b *testing.B) {
			for b.Loop() {
				scan(l, out, &query, table, 1)
			}
		})
	}
}
