package index

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"

	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/text"
)

// learnedFormat is raised when the same words are learned from in another way.
const learnedFormat = "3"

// LearnedKey tells by what words a model was trained, and by which groups: 64
// characters, the same in every process that has the same facts.
func (x *Index) LearnedKey() string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	all := text.AddTexts(nil, learnedFormat)
	for _, group := range slices.Sorted(maps.Keys(x.facts)) {
		all = binary.BigEndian.AppendUint32(all, uint32(group))
		all = append(all, x.facts[group].cut.sum[:]...)
	}
	sum := sha256.Sum256(all)
	return hex.EncodeToString(sum[:])
}

// Lessons cut what can be asked now into words, for [match.Learn]. The index is
// locked only while that is looked up.
func (x *Index) Lessons() []match.Group {
	x.mu.RLock()
	facts := slices.Collect(maps.Values(x.facts))
	names := make([]*lexicon.Names, len(facts))
	groups := make([]int32, len(facts))
	for i, e := range facts {
		names[i], groups[i] = e.layer.names, e.group
	}
	x.mu.RUnlock()
	lessons := make([]match.Group, len(facts))
	for i, e := range facts {
		lessons[i] = groupOf(e.fact, names[i])
		lessons[i].ID = groups[i]
		lessons[i].Vectors, lessons[i].Told = x.asked.Vectors(groups[i])
	}
	return lessons
}

// Use ranks by a model from now on; nil is none.
func (x *Index) Use(m *match.Model) { x.model.Store(m) }

// Model is what facts are ranked by; nil if nothing was learned.
func (x *Index) Model() *match.Model { return x.model.Load() }
