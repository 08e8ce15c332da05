//go:build !cgo

package kernel

// Without C there is one kernel.
const (
	best  = 0
	level = best
)

func multiply(_ int, out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	multiplyPlain(out, x, rows, stride, m, scale)
}

func scan(_ int, out []float32, query *[Width]int8, table []int8, scale float32) {
	scanPlain(out, query, table, scale)
}

func quantise(_ int, out []int16, x []float32) float32 { return quantisePlain(out, x) }

func norm(_ int, x, gain, bias []float32, epsilon float32) { normPlain(x, gain, bias, epsilon) }

func addPositive(_ int, x, y []float32) { addPositivePlain(x, y) }

func sum(_ int, out, x []float32) { sumPlain(out, x) }
