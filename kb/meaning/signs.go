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

// Shortlist appends to out the places of the count vectors of table whose signs
// differ least from those of query, in the order of the table; of equal ones, the
// first. It is for tables so large that Scan takes too long: Cosine then weighs
// the few that are left. A list of 2 % of a table has what is most alike for 99
// of 100 questions (TestAShortlistHasWhatIsMostAlike).
func Shortlist(out []int32, query *Vector, table []Signs, count int) []int32 {
	signs := query.Signs()
	distances := make([]uint16, len(table))
	var tally [Size + 1]int
	for i := range table {
		d := signs.Apart(&table[i])
		distances[i] = uint16(d)
		tally[d]++
	}
	last, room := farthest(&tally, count)
	for i, d := range distances {
		if int(d) > last || int(d) == last && room == 0 {
			continue
		}
		if int(d) == last {
			room--
		}
		out = append(out, int32(i))
	}
	return out
}

// farthest gives the largest distance of the nearest count vectors, and how many
// of them have it.
func farthest(tally *[Size + 1]int, count int) (last, room int) {
	for d, n := range tally {
		if n >= count {
			return d, max(count, 0)
		}
		count -= n
	}
	return Size, tally[Size]
}
