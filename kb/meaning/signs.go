package meaning

import "math/bits"

// Signs are the signs of a vector's numbers, a bit each: 32 bytes for 256. They
// tell roughly how alike vectors are, eight times as fast as the numbers.
type Signs [Size / 64]uint64

// Signs gives the signs of v: 1 where a number is below 0.
func (v *Vector) Signs() (s Signs) {
	for i, n := range v {
		s[i/64] |= uint64(uint8(n)>>7) << (i % 64)
	}
	return s
}

// Apart is in how many signs two differ: 0 of what is nearly the same, about half of
// them of what has nothing to do with each other.
func (a *Signs) Apart(b *Signs) int {
	return bits.OnesCount64(a[0]^b[0]) + bits.OnesCount64(a[1]^b[1]) +
		bits.OnesCount64(a[2]^b[2]) + bits.OnesCount64(a[3]^b[3])
}
