// Package ahead makes many things on all cores while somebody takes them one after the
// other, and no further ahead than needs be.
//
// It must never know what is made. kb/index cuts facts with it.
package ahead

import (
	"runtime"
	"sync"
)

// A Line is of things that are made in order. Its methods may be called from many
// goroutines.
type Line[T any] struct {
	make func(i int) T
	made []T

	mu      sync.Mutex
	moved   *sync.Cond // when anything below has changed
	next    int        // the first block that nobody makes yet
	allowed int        // blocks that may be made
	done    []bool     // by block
	making  sync.WaitGroup
}

// How many are made at once by one core, and how many such blocks ahead.
const (
	blockSize   = 128
	blocksAhead = 16
)

// Of begins to make n things, each with its place.
func Of[T any](n int, makes func(i int) T) *Line[T] {
	l := &Line[T]{make: makes, made: make([]T, n), done: make([]bool, (n+blockSize-1)/blockSize), allowed: blocksAhead}
	l.moved = sync.NewCond(&l.mu)
	for range min(runtime.GOMAXPROCS(0), len(l.done)) {
		l.making.Go(l.work)
	}
	return l
}

// work makes block after block.
func (l *Line[T]) work() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		for l.next >= l.allowed && l.next < len(l.done) {
			l.moved.Wait()
		}
		block := l.next
		if block >= len(l.done) {
			return
		}
		l.next++
		l.mu.Unlock()
		for i := block * blockSize; i < min((block+1)*blockSize, len(l.made)); i++ {
			l.made[i] = l.make(i)
		}
		l.mu.Lock()
		l.done[block] = true
		l.moved.Broadcast()
	}
}

// Take gives the thing at a place, when it has been made, and lets those be made that
// come soon after it.
func (l *Line[T]) Take(i int) T {
	block := i / blockSize
	l.mu.Lock()
	defer l.mu.Unlock()
	l.allow(block + 1 + blocksAhead)
	for !l.done[block] {
		l.moved.Wait()
	}
	return l.made[i]
}

// Wait waits until all have been made.
func (l *Line[T]) Wait() {
	l.mu.Lock()
	l.allow(len(l.done))
	l.mu.Unlock()
	l.making.Wait()
}

// allow is called with the lock held.
func (l *Line[T]) allow(blocks int) {
	if blocks > l.allowed {
		l.allowed = blocks
		l.moved.Broadcast()
	}
}
