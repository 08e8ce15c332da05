package bot

import (
	"encoding/base64"
	"strings"

	"verbatim/kb"
)

// handle is an id as the value of a suggestion or an option: itself, or where
// that is too long for Discord, what stands for it.
func handle(id string) string {
	if units(id) <= optionMost {
		return id
	}
	return shortMark + base64.RawURLEncoding.EncodeToString(short(id))
}

const shortMark = "~"

// take finds what an id or a handle stands for among what counts in a server.
func (b *Bot) take(server, id string) (kb.Answer, bool) {
	if s, isShort := strings.CutPrefix(id, shortMark); isShort {
		about, err := base64.RawURLEncoding.DecodeString(s)
		if err != nil {
			return kb.Answer{}, false
		}
		return b.takeShort(server, about)
	}
	if strings.ContainsAny(id, " \n") || !strings.Contains(id, "/") {
		return kb.Answer{}, false
	}
	return b.Knowledge.Fact(id, server)
}

// takeShort finds what 8 bytes stand for; see short.
func (b *Bot) takeShort(server string, about []byte) (kb.Answer, bool) {
	if len(about) != len(kb.Short{}) {
		return kb.Answer{}, false
	}
	return b.Knowledge.FactByShort(kb.Short(about), server)
}
