package kb

import (
	"fmt"

	"verbatim/kb/match"
	"verbatim/kb/text"
)

// A Base is knowledge held in memory, ready to be asked. It is safe for use by
// many goroutines once it is made.
type Base struct {
	statements []*Statement
	facts      []heldFact // by match group
	names      names
	index      *match.Index
	model      *match.Linear
	partyOf    map[string]string // the party that a name's word speaks for
	known      map[string]bool   // stems of all that facts say and are asked
}

type heldFact struct {
	statement *Statement
	fact      *Fact
}

// NewBase holds the statements and learns from their phrasings.
func NewBase(statements []*Statement) (*Base, error) {
	b := &Base{
		statements: statements, names: newNames(statements),
		partyOf: speakersFor(statements), known: map[string]bool{},
	}
	b.index = match.New()
	ids := map[string]bool{}
	var texts [][]text.Word
	var groups []int32
	for _, s := range statements {
		if ids[s.ID] {
			return nil, fmt.Errorf("the statement %s is there twice; give one another id", s.ID)
		}
		ids[s.ID] = true
		for i := range s.Facts {
			f, group := &s.Facts[i], int32(len(b.facts))
			b.facts = append(b.facts, heldFact{s, f})
			phrasings := append([]string{f.Question}, f.AlsoAsked...)
			var cut [][]text.Word
			for _, p := range phrasings {
				cut, groups = append(cut, b.words(p)), append(groups, group)
			}
			b.index.Put(group, cut...)
			texts = append(texts, cut...)
			b.learnWords(f, phrasings)
		}
	}
	if len(texts) > 0 {
		b.model = match.Train(texts, groups)
	}
	return b, nil
}

func (b *Base) learnWords(f *Fact, phrasings []string) {
	for _, p := range append(phrasings, f.Answer) {
		for _, w := range b.words(p) {
			b.known[w.Stem] = true
		}
	}
}

// words cuts a text into words, with every name in the form that it has first
// among its aliases.
func (b *Base) words(s string) []text.Word {
	return b.names.replace(text.Words(s))
}
