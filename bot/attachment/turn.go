package attachment

import "sync"

// turnsMost is how many files are fetched or read at a time.
const turnsMost = 20

// turns are the people and the servers for which a file is being fetched or read.
type turns struct {
	mu  sync.Mutex
	now map[reading]bool
}

// A reading is by a person, or in a server.
type reading struct{ user, server string }

// Turn tells whether a file may be fetched and read for a person in a server, which is
// empty in direct messages: nothing of either is under way, and not too much of others.
// If so, done is to be called when it was read.
func (g *Getter) Turn(user, server string) (done func(), ok bool) {
	t := &g.turns
	t.mu.Lock()
	defer t.mu.Unlock()
	person, there := reading{user: user}, reading{server: server}
	if server == "" {
		there = person
	}
	if t.now[person] || t.now[there] || len(t.now) >= 2*turnsMost {
		return nil, false
	}
	if t.now == nil {
		t.now = map[reading]bool{}
	}
	t.now[person], t.now[there] = true, true
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		delete(t.now, person)
		delete(t.now, there)
	}, true
}
