//go:build cgo

package kernel

// #cgo CFLAGS: -O3
// #cgo noescape multiply
// #cgo nocallback multiply
// #cgo noescape scan
// #cgo nocallback scan
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
	C.multiply(C.int(level), (*C.float)(&out[0]), (*C.int16_t)(&x[0]), C.long(rows), C.long(stride),
		(*C.int8_t)(&m.Weights[0]), (*C.float)(&m.Scale[0]), C.long(m.In), C.long(m.Out), C.float(scale))
}

func scan(level int, out []float32, query *[Width]int8, table []int8, scale float32) {
	C.scan(C.int(level), (*C.float)(&out[0]), (*C.int8_t)(&query[0]), (*C.int8_t)(&table[0]), C.long(len(out)), C.float(scale))
}
