package table

import (
	"context"
	"errors"
)

// How a write ends that wrote nothing.
var (
	errUnchanged = errors.New("nothing to write")
	errRepeated  = errors.New("written before")
)

// Ended is the error of what was given up because the caller's context ended.
type Ended struct{ error }

// End is what ended a context, as the error of what was given up for it.
func End(why error) error { return Ended{why} }

// Unwrap returns what ended it.
func (e Ended) Unwrap() error { return e.error }

// Passed reports whether an error is no failure of a database, and goes on to the
// caller as it is: there was nothing to write, it is not its turn yet, or the caller's
// context has ended.
func Passed(err error) bool {
	var gone Ended
	return errors.As(err, &gone) || errors.Is(err, errUnchanged) || errors.Is(err, errRepeated) || errors.Is(err, errUnderWay)
}

// ErrNoAnswer is the cause when a server takes too long.
var ErrNoAnswer = errors.New("the server does not answer")

// Cause is an error, or what ended the context if that is why.
func Cause(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	if why := context.Cause(ctx); why != ErrNoAnswer {
		return End(why)
	}
	return ErrNoAnswer
}
