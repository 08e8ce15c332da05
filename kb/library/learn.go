package library

import (
	"context"
	"crypto/sha256"

	"verbatim/kb/index"
	"verbatim/kb/match"
)

// learnedName names what is kept of learning, and learnedKeySize is the length of
// what tells by what it was learned, in hexadecimal.
const (
	learnedName    = "phrasings"
	learnedKeySize = 2 * sha256.Size
)

// Learn trains what is learned from the phrasings, or takes it from the store
// when it is there, and keeps it there for the next start. It returns when the
// answers have their full quality; questions are answered all the while. What
// is added afterwards is found without it, until it is called again.
func (l *Library) Learn(ctx context.Context) error {
	if err := l.Refresh(ctx); err != nil {
		return err
	}
	x := l.index.Load()
	key := x.LearnedKey()
	if model := l.learned(ctx, key); model != nil {
		l.index.Load().Use(model) // it may be another by now; groups go by the words
		return nil
	}
	if shipped := readModel(l.shippedModel); shipped.model != nil && shipped.key == key {
		l.index.Load().Use(shipped.model)
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	model := match.Learn(x.Lessons())
	l.index.Load().Use(model)
	blob, err := model.MarshalBinary()
	if err == nil {
		err = l.store.Learn(ctx, learnedName, key, append([]byte(key), blob...))
	}
	if err != nil && ctx.Err() == nil {
		l.log.Warn("What was learned cannot be kept; the next start learns anew", "error", err)
	}
	return ctx.Err()
}

// A learned is what the store has of learning: a model, the key that tells what
// it was trained by, and why it cannot be read.
type learned struct {
	key   string
	model *match.Model // nil if there is none that can be used
	err   error
}

// learned is the model that was trained by what the key says, or nil.
func (l *Library) learned(ctx context.Context, key string) *match.Model {
	var kept learned
	select {
	case kept = <-l.newest:
	case <-ctx.Done():
		return nil
	}
	if kept.key != key {
		kept = l.readLearned(ctx, key)
	}
	if kept.err != nil && ctx.Err() == nil {
		l.log.Warn("What was learned cannot be read; learning anew", "error", kept.err)
	}
	return kept.model
}

// readLearned reads what was learned by the key; the newest, if it is empty. The
// key stands before the model.
func (l *Library) readLearned(ctx context.Context, key string) learned {
	blob, err := l.store.Learned(ctx, learnedName, key)
	kept := readModel(blob)
	kept.err = err
	return kept
}

// Learned is what is learned from the phrasings of an index, after the key that tells
// from which.
func Learned(x *index.Index) ([]byte, error) {
	blob, err := match.Learn(x.Lessons()).MarshalBinary()
	return append([]byte(x.LearnedKey()), blob...), err
}

// readModel reads a model that stands after its key; there is none where it is of
// another version, or nothing.
func readModel(blob []byte) learned {
	if len(blob) < learnedKeySize {
		return learned{}
	}
	kept := learned{key: string(blob[:learnedKeySize]), model: new(match.Model)}
	if kept.model.UnmarshalBinary(blob[learnedKeySize:]) != nil {
		kept.model = nil // of another version: it is learned anew
	}
	return kept
}
