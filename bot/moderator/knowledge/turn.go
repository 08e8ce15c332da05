package knowledge

import "sync"

// turns are the servers for which a file is being fetched or read.
type turns struct {
	mu  sync.Mutex
	now map[string]bool
}

// begin tells whether it is the server's turn: nothing of it is under way, and not too
// much of others.
func (t *turns) begin(server string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.now[server] || len(t.now) >= fetchesMost {
		return false
	}
	if t.now == nil {
		t.now = map[string]bool{}
	}
	t.now[server] = true
	return true
}

func (t *turns) end(server string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.now, server)
}
