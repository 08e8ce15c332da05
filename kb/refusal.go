package kb

import (
	"errors"
	"strings"

	"verbatim/kb/catalog"
)

// ErrNotHeld is given for what is not there, or not any more.
var ErrNotHeld = errors.New("that is not here any more: look with a list what is")

// A Refusal says why something was not saved, in sentences for who typed it.
type Refusal struct {
	Sentences []string // as they are, in English

	key  string // of the catalog, instead
	args []any
}

// Error gives the sentences in English.
func (r *Refusal) Error() string { return r.Say(catalog.English) }

// Say gives the sentences in a language, as far as the catalog has them.
func (r *Refusal) Say(l catalog.Language) string {
	if r.key != "" {
		return l.Say(r.key, r.args...)
	}
	return strings.Join(r.Sentences, " ")
}

// Refuse is a Refusal of one sentence of the catalog; see [catalog.Language.Say].
func Refuse(key string, args ...any) *Refusal { return &Refusal{key: key, args: args} }
