package bot

import (
	"container/list"
	"sync"
	"time"
)

// memory remembers a bounded number of values, each for a while; when it is
// full, what was put first is forgotten first.
type memory[K comparable, V any] struct {
	most int
	keep time.Duration
	now  func() time.Time

	mu    sync.Mutex
	at    map[K]*list.Element
	order *list.List // of *remembered, the oldest in front
}

type remembered[K comparable, V any] struct {
	key   K
	value V
	until time.Time
}

func newMemory[K comparable, V any](most int, keep time.Duration, now func() time.Time) *memory[K, V] {
	return &memory[K, V]{most: most, keep: keep, now: now, at: map[K]*list.Element{}, order: list.New()}
}

// put remembers a value from now on.
func (m *memory[K, V]) put(k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	if e := m.at[k]; e != nil {
		r := e.Value.(*remembered[K, V])
		r.value, r.until = v, now.Add(m.keep)
		m.order.MoveToBack(e)
	} else {
		m.at[k] = m.order.PushBack(&remembered[K, V]{k, v, now.Add(m.keep)})
	}
	for front := m.order.Front(); front != nil; front = m.order.Front() {
		oldest := front.Value.(*remembered[K, V])
		if m.order.Len() <= m.most && oldest.until.After(now) {
			return
		}
		m.forget(oldest.key)
	}
}

// get is the value, if it is still remembered.
func (m *memory[K, V]) get(k K) (v V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.at[k]
	if e == nil {
		return v, false
	}
	r := e.Value.(*remembered[K, V])
	return r.value, r.until.After(m.now())
}

// all are the values that are still remembered and fit, the oldest first.
func (m *memory[K, V]) all(fits func(V) bool) []V {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []V
	for e := m.order.Front(); e != nil; e = e.Next() {
		if r := e.Value.(*remembered[K, V]); r.until.After(m.now()) && fits(r.value) {
			all = append(all, r.value)
		}
	}
	return all
}

// forget is called with the lock held.
func (m *memory[K, V]) forget(k K) {
	if e := m.at[k]; e != nil {
		m.order.Remove(e)
		delete(m.at, k)
	}
}
