package kb

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"

	"verbatim/kb/match"
)

// learnedName and learnedFormat name what is kept of learning; the format is
// raised when the same words are learned from in another way.
const (
	learnedName   = "phrasings"
	learnedFormat = "1"
)

// Learn trains what is learned from the phrasings, or takes it from the store
// when it is there, and keeps it there for the next start. It returns when the
// answers have their full quality; questions are answered all the while. What
// is added afterwards is found without it, until it is called again.
func (l *Library) Learn(ctx context.Context) error {
	if err := l.Refresh(ctx); err != nil {
		return err
	}
	b := l.base.Load()
	key := b.learnedKey()
	kept, err := l.store.Learned(ctx, learnedName, key)
	if err != nil {
		l.log.Warn("What was learned cannot be read; learning anew", "error", err)
	}
	if model := decodeModel(kept); model != nil {
		b.model.Store(model)
		return nil
	}
	model := match.Learn(b.lessons())
	l.base.Load().model.Store(model) // it may be another by now; groups go by the words
	blob, err := model.MarshalBinary()
	if err == nil {
		err = l.store.Learn(ctx, learnedName, key, blob)
	}
	if err != nil {
		l.log.Warn("What was learned cannot be kept; the next start learns anew", "error", err)
	}
	return ctx.Err()
}

// decodeModel takes a model back, or gives nil when it has to be learned anew.
func decodeModel(blob []byte) *match.Model {
	model := new(match.Model)
	if len(blob) == 0 || model.UnmarshalBinary(blob) != nil {
		return nil
	}
	return model
}

// learnedKey tells by what words a model was trained, and by which groups.
func (b *Base) learnedKey() string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	sum := sha256.New()
	addTexts(sum, learnedFormat)
	for _, group := range slices.Sorted(maps.Keys(b.facts)) {
		_, _ = sum.Write(binary.BigEndian.AppendUint32(nil, uint32(group))) // a hash never fails
		_, _ = sum.Write(b.facts[group].cut.sum[:])
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// lessons cut what can be asked now into words. The base is locked only while
// that is looked up.
func (b *Base) lessons() []match.Group {
	b.mu.RLock()
	facts := slices.Collect(maps.Values(b.facts))
	names := make([]*names, len(facts))
	groups := make([]int32, len(facts))
	for i, h := range facts {
		names[i], groups[i] = h.scope.names, h.group
	}
	b.mu.RUnlock()
	lessons := make([]match.Group, len(facts))
	for i, h := range facts {
		lessons[i] = groupOf(h.fact, names[i])
		lessons[i].ID = groups[i]
	}
	return lessons
}
