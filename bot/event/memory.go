package event

import (
	"container/list"
	"sync"
	"time"
)

// Memory remembers a bounded number of values, each for a while; when it is
// full, what was put first is forgotten first.
type Memory[K comparable, V any] struct {
	most int
	life time.Duration
	now  func() time.Time

	first sync.Mutex // held while First looks and puts
	mu    sync.Mutex
	at    map[K]*list.Element
	order *list.List     // of *remembered, the oldest in front
	each  map[string]int // how much is remembered of a person
}

type remembered[K comparable, V any] struct {
	key   K
	value V
	until time.Time
	of    string // whose it is; empty: nobody's
}

// eachMost is how much is remembered of one person at most.
const eachMost = 50

// NewMemory makes a Memory of at most most values, each of which is remembered for
// life.
func NewMemory[K comparable, V any](most int, life time.Duration, now func() time.Time) *Memory[K, V] {
	return &Memory[K, V]{most: most, life: life, now: now, at: map[K]*list.Element{}, order: list.New(), each: map[string]int{}}
}

// Put remembers a value from now on.
func (m *Memory[K, V]) Put(k K, v V) { m.PutOf("", k, v) }

// PutOf remembers a value of a person from now on. Of one person no more than 50 are
// remembered, so that nobody is forgotten because somebody else does much.
func (m *Memory[K, V]) PutOf(person string, k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	if e := m.at[k]; e != nil {
		r := e.Value.(*remembered[K, V])
		m.count(r.of, -1)
		r.value, r.until, r.of = v, now.Add(m.life), person
		m.order.MoveToBack(e)
	} else {
		m.at[k] = m.order.PushBack(&remembered[K, V]{k, v, now.Add(m.life), person})
	}
	m.count(person, 1)
	if person != "" && m.each[person] > eachMost {
		m.forgetFirst(person)
	}
	for front := m.order.Front(); front != nil; front = m.order.Front() {
		oldest := front.Value.(*remembered[K, V])
		if m.order.Len() <= m.most && oldest.until.After(now) {
			return
		}
		m.forget(oldest.key)
	}
}

// count counts what is remembered of a person. It is called with the lock held.
func (m *Memory[K, V]) count(person string, more int) {
	if m.each[person] += more; m.each[person] == 0 {
		delete(m.each, person)
	}
}

// forgetFirst forgets what was put first of a person. It is called with the lock held.
func (m *Memory[K, V]) forgetFirst(person string) {
	for e := m.order.Front(); e != nil; e = e.Next() {
		if r := e.Value.(*remembered[K, V]); r.of == person {
			m.forget(r.key)
			return
		}
	}
}

// First remembers a value unless one is remembered, and tells whether it did: of many
// who try at once, one does.
func (m *Memory[K, V]) First(k K, v V) bool {
	m.first.Lock()
	defer m.first.Unlock()
	if _, known := m.Get(k); known {
		return false
	}
	m.Put(k, v)
	return true
}

// Get is the value, if it is still remembered.
func (m *Memory[K, V]) Get(k K) (v V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.at[k]
	if e == nil {
		return v, false
	}
	if r := e.Value.(*remembered[K, V]); r.until.After(m.now()) {
		return r.value, true
	}
	return v, false
}

// Forget forgets the values that fit.
func (m *Memory[K, V]) Forget(fits func(K, V) bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, e := range m.at {
		if fits(key, e.Value.(*remembered[K, V]).value) {
			m.forget(key)
		}
	}
}

// All are the values that are still remembered and fit, the oldest first.
func (m *Memory[K, V]) All(fits func(V) bool) []V {
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
func (m *Memory[K, V]) forget(k K) {
	if e := m.at[k]; e != nil {
		m.count(e.Value.(*remembered[K, V]).of, -1)
		m.order.Remove(e)
		delete(m.at, k)
	}
}
