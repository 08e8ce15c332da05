package linear

import (
	"math/rand/v2"
	"slices"
	"testing"

	"verbatim/kb/match/scatter"
)

func TestFeaturesAreFoundByTheirHash(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{0, 1, 2, 3, 1000, 1024} {
		number := map[uint32]uint32{}
		fs := features{}
		for range n {
			fs.hashes = append(fs.hashes, random.Uint32())
		}
		if n > 2 {
			fs.hashes[0], fs.hashes[1] = 0, 1<<32-1
		}
		slices.Sort(fs.hashes)
		fs.hashes = slices.Compact(fs.hashes)
		for i, h := range fs.hashes {
			number[h] = uint32(i)
		}
		fs.firsts, fs.shift = scatter.Directory(fs.hashes)
		asked := append([]uint32{0, 1, 1 << 31, 1<<32 - 1, random.Uint32(), random.Uint32()}, fs.hashes...)
		for _, h := range asked {
			want, is := number[h]
			if got, ok := fs.id(h); ok != is || got != want {
				t.Errorf("of %d features, hash %d is number %d (%v), want %d (%v)", n, h, got, ok, want, is)
			}
		}
	}
}
