package ahead

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func TestThingsAreMadeOnceAndTakenInAnyOrder(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, blockSize, 10*blockSize*blocksAhead + 3} {
		var times atomic.Int64
		l := Of(n, func(i int) int { times.Add(1); return 2 * i })
		order := []int{}
		for i := range n {
			order = append(order, i)
		}
		if n > blockSize {
			slices.Reverse(order[n/2:])
		}
		for _, i := range order {
			if got := l.Take(i); got != 2*i {
				t.Fatalf("at %d of %d is %d", i, n, got)
			}
		}
		l.Wait()
		if times.Load() != int64(n) {
			t.Errorf("%d are made, want %d", times.Load(), n)
		}
	}
}

func TestNotMoreIsMadeThanIsTakenSoon(t *testing.T) {
	t.Parallel()
	const n = 100 * blockSize * blocksAhead
	var times atomic.Int64
	l := Of(n, func(int) bool { times.Add(1); return true })
	l.Take(0)
	time.Sleep(50 * time.Millisecond)
	if most := int64((1 + blocksAhead) * blockSize); times.Load() > most {
		t.Errorf("%d are made ahead, want at most %d", times.Load(), most)
	}
	l.Wait()
	if times.Load() != n {
		t.Errorf("%d are made, want %d", times.Load(), n)
	}
}
