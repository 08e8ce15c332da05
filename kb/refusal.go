package kb

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNotHeld is given for what is not there, or not any more.
var ErrNotHeld = errors.New("that is not here any more: look with a list what is")

// A Refusal says why something was not saved, in sentences for who typed it.
type Refusal struct{ Sentences []string }

// Error gives the sentences.
func (r *Refusal) Error() string { return strings.Join(r.Sentences, " ") }

// Refuse is a Refusal of one sentence.
func Refuse(format string, args ...any) error {
	return &Refusal{[]string{fmt.Sprintf(format, args...)}}
}
