package trust

// Signal is the number of what is so or not, in a row: 1 or 0.
func Signal(so bool) float64 {
	if so {
		return 1
	}
	return 0
}
