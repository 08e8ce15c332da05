package kernel

import "math"

// multiplyPlain is Multiply in Go. It is also what the tests hold the C to.
func multiplyPlain(out []float32, x []int16, rows, stride int, m *Matrix, scale float32) {
	for c := 0; c < m.Out; c += block {
		for r := range rows {
			sums := dots(x[r*stride:][:m.In], m.Weights[c*m.In:][:block*m.In])
			for j, s := range sums {
				out[r*m.Out+c+j] = m.Bias[c+j] + float32(float32(s)*(scale*m.Scale[c+j]))
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

// quantisePlain is Quantise in Go.
func quantisePlain(out []int16, x []float32) (scale float32) {
	largest := uint32(0) // Numbers without a sign are in the order of their bits.
	for _, v := range x {
		largest = max(largest, math.Float32bits(v)<<1)
	}
	most := math.Float32frombits(largest >> 1)
	factor := Limit / most
	if !(most <= math.MaxFloat32 && factor <= math.MaxFloat32) {
		clear(out[:len(x)])
		return 0
	}
	out = out[:len(x)]
	for i, v := range x {
		// A float as large as 3<<22 has no places behind the point, and the whole
		// number in its lowest bits.
		out[i] = int16(math.Float32bits(float32(v*factor) + 3<<22))
	}
	return most / Limit
}

// normPlain is Norm in Go.
func normPlain(x, gain, bias []float32, epsilon float32) {
	for ; len(x) > 0; x = x[len(gain):] {
		row := x[:len(gain)]
		var total, squares float64
		for _, v := range row {
			total += float64(v)
		}
		mean := float32(total / float64(len(row)))
		for _, v := range row {
			squares += float64(v-mean) * float64(v-mean)
		}
		factor := float32(1 / math.Sqrt(squares/float64(len(row))+float64(epsilon)))
		for i, v := range row {
			row[i] = (v-mean)*factor*gain[i] + bias[i]
		}
	}
}

// addPositivePlain is AddPositive in Go.
func addPositivePlain(x, y []float32) {
	for i, v := range y[:len(x)] {
		x[i] += max(v, 0)
	}
}

// sumPlain is Sum in Go.
func sumPlain(out, x []float32) {
	clear(out)
	for ; len(x) > 0; x = x[len(out):] {
		for i, v := range x[:len(out)] {
			out[i] += v
		}
	}
}
