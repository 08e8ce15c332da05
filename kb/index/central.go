package index

import (
	"cmp"
	"slices"

	"verbatim/kb"
	"verbatim/kb/meaning"
)

// Central are the facts that are most like all others of their statement, which so
// stand for what it says; of one statement if that is not empty, of all otherwise. The
// most central come first, and none twice that say nearly the same.
func (v *View) Central(statement string, most int) (all []kb.Nearest) {
	type weighed struct {
		entry  *Entry
		vector meaning.Vector
		sum    float32
	}
	var facts []weighed
	entries := v.Questions(statement)
	step := len(entries)/centralMost + 1
	for i := 0; i < len(entries); i += step {
		if asked, _ := v.Facts.Vectors(entries[i].group); len(asked) > 0 {
			facts = append(facts, weighed{entry: entries[i], vector: asked[0]})
		}
	}
	for i := range facts {
		for j := range facts {
			facts[i].sum += meaning.Cosine(&facts[i].vector, &facts[j].vector)
		}
	}
	slices.SortStableFunc(facts, func(a, b weighed) int { return cmp.Compare(b.sum, a.sum) })
	var taken []weighed
	for _, f := range facts {
		same := slices.ContainsFunc(taken, func(t weighed) bool { return meaning.Cosine(&f.vector, &t.vector) >= sameSense })
		if len(taken) < most && !same {
			taken = append(taken, f)
			all = append(all, kb.Nearest{ID: f.entry.ID(), Question: f.entry.fact.Question})
		}
	}
	return all
}

// centralMost bounds the facts that are compared, each with each: of more, some are
// taken from all over. sameSense is the likeness from which two questions ask for nearly
// the same.
const (
	centralMost = 120
	sameSense   = 0.6
)

// CentralPassages are likewise those of a statement's texts that are most like all
// others.
func (v *View) CentralPassages(statement string, most int) []*Passage {
	all := v.Opening(statement, centralMost)
	vectors, sums := map[*Passage]*meaning.Vector{}, map[*Passage]float32{}
	for group, p := range v.index.passages {
		if asked, _ := v.Passages.Vectors(group); p.statement == statement && len(asked) > 0 {
			vectors[p] = &asked[0]
		}
	}
	for _, p := range all {
		for _, other := range all {
			if p != other && vectors[p] != nil && vectors[other] != nil {
				sums[p] += meaning.Cosine(vectors[p], vectors[other])
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *Passage) int { return cmp.Compare(sums[b], sums[a]) })
	return all[:min(len(all), most)]
}

// Opening are the first passages of a statement's texts.
func (v *View) Opening(statement string, most int) (all []*Passage) {
	for _, p := range v.index.passages {
		if v.layer.countsText(p) && p.statement == statement {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b *Passage) int {
		return cmp.Or(cmp.Compare(a.source.ID, b.source.ID), cmp.Compare(a.Number, b.Number))
	})
	return all[:min(len(all), most)]
}
