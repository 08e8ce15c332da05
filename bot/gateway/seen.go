package gateway

import "sync"

// remembered is how many ids a memory keeps. After a RESUME Discord repeats
// some of the events just before it; 8192 is far more than a busy bot has in
// the minutes for which a session can be resumed.
const remembered = 8192

// memory knows the last ids that it was shown. It takes no more room than those
// that came need.
type memory struct {
	most int

	mu   sync.Mutex
	ring []string
	next int // the oldest of a full ring
	set  map[string]struct{}
}

func newMemory(most int) *memory {
	return &memory{most: most, set: map[string]struct{}{}}
}

// first tells whether an id is new, and remembers it.
func (m *memory) first(id string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.set[id]; known {
		return false
	}
	m.set[id] = struct{}{}
	if len(m.ring) < m.most {
		m.ring = append(m.ring, id)
		return true
	}
	delete(m.set, m.ring[m.next])
	m.ring[m.next] = id
	m.next = (m.next + 1) % m.most
	return true
}
