package event

import (
	"encoding/base64"
	"strings"

	"verbatim/bot/reply"
	"verbatim/kb"
)

// Short is a text of any length as 8 bytes that stand for it in an id.
func Short(s string) []byte {
	short := kb.ShortID(s)
	return short[:]
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
	// Fact gives one of them by its id, FactByShort by what stands for that.
	Fact(id, server string) (kb.Answer, bool)
	FactByShort(short kb.Short, server string) (kb.Answer, bool)
}

// Finder finds the facts that options and buttons stand for. Its methods may be
// called from many goroutines.
type Finder struct{ facts Facts }

// NewFinder makes a Finder.
func NewFinder(facts Facts) *Finder { return &Finder{facts} }

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
// server; see [Short].
func (f *Finder) Button(server string, about []byte) (kb.Answer, bool) {
	if len(about) != len(kb.Short{}) {
		return kb.Answer{}, false
	}
	return f.facts.FactByShort(kb.Short(about), server)
}
