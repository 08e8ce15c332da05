package gateway

import "sync"

// remembered is how many ids a memory keeps. After a RESUME Discord repeats
// some of the events just before it; 8192 is far more than a busy bot has in
// the minutes for which a session can be resumed.
const remembered = 8192

// memory knows the last ids that it was shown.
type memory struct {
	mu   sync.Mutex
	ring []string
	next int
	set  map[string]struct{}
}

func newMemory(size int) *memory {
	return &memory{ring: make([]string, size), set: make(map[string]struct{}, size)}
}

// first tells whether an id is new, and remembers it.
func (m *memory) first(id string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.set[id]; known {
		return false
	}
	delete(m.set, m.ring[m.next])
	m.ring[m.next] = id
	m.set[id] = struct{}{}
	m.next = (m.next + 1) % len(m.ring)
	return true
}
