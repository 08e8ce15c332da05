//go:build cgo

package kernel

// #cgo CFLAGS: -O3
// #cgo LDFLAGS: -lm
// #cgo noescape multiply
// #cgo nocallback multiply
// #cgo noescape scan
// #cgo nocallback scan
// #cgo noescape quantise
// #cgo nocallback quantise
// #cgo noescape norm
// #cgo nocallback norm
// #cgo noescape add_positive
// #cgo nocallback add_positive
// #cgo noescape sum
// #cgo nocallback sum
// #include "kernel.h"
import "C"

// best is the last kernel of those that kernel.h lists that this processor has
// instructions for; it has those for the ones before too. level is the one that
// is used.
var (
	best  = int(C.best())
	level = best
)

func multiply(level int, out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	C.multiply(C.int(level), first(out), (*C.int16_t)(&x[0]), C.long(rows), C.long(stride), C.long(m.In), C.long(m.Out),
		(*C.int8_t)(&m.Weights[0]), first(m.Scale), first(m.Bias), C.float(scale))
}

func scan(level int, out []float32, query *[Width]int8, table []int8, scale float32) {
	C.scan(C.int(level), first(out), (*C.int8_t)(&query[0]), (*C.int8_t)(&table[0]), C.long(len(out)), C.float(scale))
}

func quantise(level int, out []int16, x []float32) float32 {
	return float32(C.quantise(C.int(level), (*C.int16_t)(&out[0]), first(x), C.long(len(x))))
}

func norm(level int, x, gain, bias []float32, epsilon float32) {
	C.norm(C.int(level), first(x), C.long(len(x)/len(gain)), C.long(len(gain)), first(gain), first(bias), C.float(epsilon))
}

func addPositive(level int, x, y []float32) {
	C.add_positive(C.int(level), first(x), first(y), C.long(len(x)))
}

func sum(level int, out, x []float32) {
	C.sum(C.int(level), first(out), first(x), C.long(len(x)/len(out)), C.long(len(out)))
}

func first(x []float32) *C.float { return (*C.float)(&x[0]) }
