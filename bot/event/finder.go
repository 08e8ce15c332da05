package event

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"sync"

	"verbatim/bot/reply"
	"verbatim/kb"
)

// Short is a text of any length as 8 bytes that stand for it in an id.
func Short(s string) []byte {
	sum := sha256.Sum256([]byte(s))
	return sum[:8]
}

// OptionID is an id as the value of a suggestion or an option: itself, or where
// that is too long for Discord, what stands for it.
func OptionID(id string) string {
	if reply.Units(id) <= reply.OptionMost {
		return id
	}
	return shortMark + base64.RawURLEncoding.EncodeToString(Short(id))
}

const shortMark = "~"

// Facts are the facts and paragraphs that options and buttons stand for, by the
// server in which they count.
type Facts interface {
	// Fact gives one of them by its id, IDs all ids there are.
	Fact(id, server string) (kb.Answer, bool)
	IDs(server string) []string
}

// Finder finds the facts that options and buttons stand for. Its methods may be
// called from many goroutines.
type Finder struct {
	facts Facts
	mu    sync.Mutex
	ids   map[[8]byte]string // by what stands for them; of whatever server
}

// shortsMost is how many ids a Finder knows at most: some 20 MB. One of more
// facts forgets them all, and begins anew.
const shortsMost = 200_000

// NewFinder makes a Finder.
func NewFinder(facts Facts) *Finder {
	return &Finder{facts: facts, ids: map[[8]byte]string{}}
}

// Option finds what the value of a suggestion or an option stands for among
// what counts in a server.
func (f *Finder) Option(server, value string) (kb.Answer, bool) {
	if s, isShort := strings.CutPrefix(value, shortMark); isShort {
		about, err := base64.RawURLEncoding.DecodeString(s)
		if err != nil {
			return kb.Answer{}, false
		}
		return f.Button(server, about)
	}
	if strings.ContainsAny(value, " \n") || !strings.Contains(value, "/") {
		return kb.Answer{}, false
	}
	return f.facts.Fact(value, server)
}

// Button finds what 8 bytes of a button's id stand for among what counts in a
// server; see short. The ids of the server are hashed when these bytes are met
// for the first time, and never again while they are known.
func (f *Finder) Button(server string, about []byte) (kb.Answer, bool) {
	if len(about) != 8 {
		return kb.Answer{}, false
	}
	key := [8]byte(about)
	id, known := f.known(key)
	if !known {
		id, known = f.hash(server, key)
	}
	if !known {
		return kb.Answer{}, false
	}
	return f.facts.Fact(id, server)
}

func (f *Finder) known(key [8]byte) (id string, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	id, ok = f.ids[key]
	return id, ok
}

// hash learns what stands for the ids of a server, and gives the one that a key
// stands for.
func (f *Finder) hash(server string, key [8]byte) (found string, ok bool) {
	all := f.facts.IDs(server)
	keys := make([][8]byte, len(all))
	for i, id := range all {
		keys[i] = [8]byte(Short(id))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.ids)+len(all) > shortsMost {
		clear(f.ids)
	}
	for i, id := range all {
		f.ids[keys[i]] = id
		if keys[i] == key {
			found, ok = id, true
		}
	}
	return found, ok
}
