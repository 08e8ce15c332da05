package kernel

import (
	"fmt"
	"math"
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
				if !near(got, want) {
					t.Errorf("kernel %d differs for %d rows of %d numbers", l, rows, in)
				}
			}
		}
	}
}

// near tells whether numbers are the same but for the last digits: a processor
// may round once where another rounds twice.
func near(got, want []float32) bool {
	return slices.EqualFunc(got, want, func(g, w float32) bool {
		return math.Abs(float64(g-w)) <= 1e-5*math.Max(1, math.Abs(float64(w)))
	})
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
	return Matrix{In: in, Out: out, Weights: Pack(in, weights), Scale: scale, Bias: scale}
}

func TestTheLargestSumsDoNotOverflow(t *testing.T) {
	m := Matrix{In: 1280, Out: 32, Weights: slices.Repeat([]int8{-128}, 1280*32), Scale: slices.Repeat([]float32{1}, 32), Bias: make([]float32, 32)}
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

func TestEveryKernelComputesNumbersAlike(t *testing.T) {
	dice := rand.New(rand.NewPCG(9, 10))
	const rows, columns = 5, 48
	x := randomFloats(dice, rows*columns)
	gain, bias := randomFloats(dice, columns), randomFloats(dice, columns)
	for name, run := range map[string]func(l int) []float32{
		"norm": func(l int) []float32 {
			out := slices.Clone(x)
			norm(l, out, gain, bias, 1e-6)
			return out
		},
		"add positive": func(l int) []float32 {
			out := randomFloats(rand.New(rand.NewPCG(11, 12)), len(x))
			addPositive(l, out, x)
			return out
		},
		"sum": func(l int) []float32 {
			out := make([]float32, columns)
			sum(l, out, x)
			return out
		},
	} {
		want := plainly(name, x, gain, bias)
		for _, l := range levels() {
			if got := run(l); !near(got, want) {
				t.Errorf("kernel %d: %s is %g, want %g", l, name, got, want)
			}
		}
	}
}

// plainly does in Go what the kernels are to do.
func plainly(name string, x, gain, bias []float32) []float32 {
	out := slices.Clone(x)
	switch name {
	case "norm":
		normPlain(out, gain, bias, 1e-6)
	case "add positive":
		out = randomFloats(rand.New(rand.NewPCG(11, 12)), len(x))
		addPositivePlain(out, x)
	case "sum":
		out = make([]float32, len(gain))
		sumPlain(out, x)
	}
	return out
}

func randomFloats(dice *rand.Rand, count int) []float32 {
	x := make([]float32, count)
	for i := range x {
		x[i] = float32(dice.NormFloat64())
	}
	return x
}

func TestEveryKernelQuantisesAlike(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, x := range [][]float32{
		randomFloats(rand.New(rand.NewPCG(13, 14)), 100),
		{1, -1, 0.5, -0.25, 0},
		{0, 0, 0},
		{-3e38, 3e38, 1},
		{1e-45, -1e-45},
		{1, inf, 2},
		{nan, 1},
		{-nan, -inf},
	} {
		want := make([]int16, len(x))
		scale := quantisePlain(want, x)
		for i, w := range want {
			if off := math.Abs(float64(x[i]) - float64(w)*float64(scale)); scale != 0 && off > float64(scale) {
				t.Errorf("%g became %d times %g", x[i], w, scale)
			}
		}
		for _, l := range levels() {
			got := make([]int16, len(x))
			one := func(g, w int16) bool { return g-w <= 1 && w-g <= 1 }
			if s := quantise(l, got, x); s != scale || !slices.EqualFunc(got, want, one) {
				t.Errorf("kernel %d makes of %g %d times %g, want %d times %g", l, x, got, s, want, scale)
			}
		}
	}
}

func TestShapesThatDoNotFitAreRefused(t *testing.T) {
	m := randomMatrix(rand.New(rand.NewPCG(5, 6)), 16, 32)
	cut := m
	cut.Weights = cut.Weights[1:]
	for name, run := range map[string]func(){
		"few numbers":                   func() { Multiply(make([]float32, 64), make([]int16, 31), 2, 16, &m, 1) },
		"little room":                   func() { Multiply(make([]float32, 63), make([]int16, 32), 2, 16, &m, 1) },
		"no rows":                       func() { Multiply(make([]float32, 64), make([]int16, 32), 0, 16, &m, 1) },
		"a matrix cut off":              func() { Multiply(make([]float32, 64), make([]int16, 32), 2, 16, &cut, 1) },
		"little room for whole numbers": func() { Quantise(make([]int16, 1), make([]float32, 2)) },
		"a norm of half a row":          func() { Norm(make([]float32, 24), make([]float32, 16), make([]float32, 16), 0) },
		"a norm of odd rows":            func() { Norm(make([]float32, 15), make([]float32, 15), make([]float32, 15), 0) },
		"too few to add":                func() { AddPositive(make([]float32, 2), make([]float32, 1)) },
		"a sum of half a row":           func() { Sum(make([]float32, 2), make([]float32, 3)) },
		"a table too short":             func() { Scan(make([]float32, 2), new([Width]int8), make([]int8, 2*Width-1), 1) },
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
