package kernel

// multiplyPlain is Multiply in Go. It is also what the tests hold the C to.
func multiplyPlain(out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	for c := 0; c < m.Out; c += block {
		for r := range rows {
			sums := dots(x[r*stride:][:m.In], m.Weights[c*m.In:][:block*m.In])
			for j, s := range sums {
				out[r*m.Out+c+j] = float32(s) * (scale * m.Scale[c+j])
			}
		}
	}
}

// dots multiplies one row with one block of columns.
func dots(x []int16, weights []int8) (sums [block]int32) {
	for k := 0; k < len(x)-1; k += 2 {
		a, b := int32(x[k]), int32(x[k+1])
		w := weights[k*block:][:2*block]
		for j := range sums {
			sums[j] += a*int32(w[2*j]) + b*int32(w[2*j+1])
		}
	}
	return sums
}

// scanPlain is Scan in Go.
func scanPlain(out []float32, query *[Width]int8, table []int8, scale float32) {
	for i := range out {
		vector := table[i*Width:][:Width]
		sum := int32(0)
		for j, q := range query {
			sum += int32(q) * int32(vector[j])
		}
		out[i] = float32(sum) * scale
	}
}
