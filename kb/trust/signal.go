package trust

import "math"

// Signal is the number of what is so or not, in a row: 1 or 0.
func Signal(so bool) float64 {
	if so {
		return 1
	}
	return 0
}

// Odds makes a probability a number that trees can part anywhere.
func Odds(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}
