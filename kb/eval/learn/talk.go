package main

import (
	_ "embed"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"verbatim/kb/index"
	"verbatim/kb/talk"
	"verbatim/kb/text"
	"verbatim/kb/trust"
)

// What people say to a bot besides asking what a statement says, and what they say
// after an answer, by kind.
var (
	//go:embed said.txt
	saidFile string
	//go:embed after.txt
	afterFile string
)

// talkDecay is how strongly a probe's weights are held small.
const talkDecay = 1e-4

// A phrase is an example of a kind.
type phrase struct {
	text, kind string
}

// phrasesOf reads a file of examples: a kind in brackets, and below it one a line.
func phrasesOf(file string) (kinds []string, all []phrase) {
	for _, line := range strings.Split(file, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			kinds = append(kinds, strings.Trim(line, "[]"))
		default:
			all = append(all, phrase{line, kinds[len(kinds)-1]})
		}
	}
	return kinds, all
}

// A talkCourse is what a probe of talk is taught from. Each kind counts the same, but
// for what is no talk: that counts as much as all others together.
type talkCourse struct {
	kinds   []string
	phrases []phrase
	vectors map[string][][]float32 // of a phrase, as it is and with slips
	none    string                 // the kind of what is no talk
}

// talkCourses are those of the two probes. What the sets ask is no talk.
func talkCourses(reader index.Reader, sets []set) (said, after *talkCourse) {
	said, after = &talkCourse{none: talk.Question}, &talkCourse{none: talk.Other}
	said.kinds, said.phrases = phrasesOf(saidFile)
	after.kinds, after.phrases = phrasesOf(afterFile)
	for _, p := range said.phrases {
		if kind := p.kind; kind == "thanks" || kind == "chatter" || kind == "identity" || kind == "list" || kind == "overview" {
			after.phrases = append(after.phrases, phrase{p.text, talk.Other})
		}
	}
	asked := 0
	for _, s := range sets {
		for _, q := range s.questions {
			if !q.Answerable || q.Style == "greeting" || q.Previous != "" {
				continue
			}
			if asked++; asked%askedStep != 0 {
				continue
			}
			said.phrases = append(said.phrases, phrase{q.Question, talk.Question})
			after.phrases = append(after.phrases, phrase{q.Question, talk.Other})
		}
	}
	for _, t := range []*talkCourse{said, after} {
		t.vectors = map[string][][]float32{}
		for _, p := range t.phrases {
			for _, typed := range hurried(p, t.none) {
				t.vectors[p.text] = append(t.vectors[p.text], vectorOf(reader, typed))
			}
		}
	}
	return said, after
}

// hurried is a phrase as it is and, if it is talk, as people in a hurry type it: a short
// one loses most by a slip, so it is there with several.
func hurried(p phrase, none string) []string {
	all := []string{p.text}
	most := 1
	if len(strings.Fields(p.text)) <= 2 {
		most = 3
	}
	for seed := range most {
		typed := slip(p.text, 1, rand.New(rand.NewPCG(uint64(len(p.text)), uint64(seed))))
		if p.kind != none && !slices.Contains(all, typed) {
			all = append(all, typed)
		}
	}
	return all
}

// askedStep takes one of so many questions of the sets: they are many, and much alike.
const askedStep = 3

// teach teaches a probe by all phrases but those that are left out.
func (t *talkCourse) teach(without func(i int) bool) *trust.Probe {
	count := map[string]float64{}
	for i, p := range t.phrases {
		if !without(i) {
			count[p.kind]++
		}
	}
	place := map[string]int{}
	for i, kind := range t.kinds {
		place[kind] = i
	}
	var examples []trust.Example
	for i, p := range t.phrases {
		if without(i) {
			continue
		}
		weight := 1 / count[p.kind]
		if p.kind == t.none {
			weight *= float64(len(t.kinds) - 1)
		}
		for n, v := range t.vectors[p.text] {
			if n == 1 {
				weight /= 2
			}
			examples = append(examples, trust.Example{Vector: v, Kind: place[p.kind], Weight: weight})
		}
	}
	return trust.Teach(t.kinds, examples, talkDecay)
}

// parts is into how many parts the phrases are divided, each of which is left out in
// turn.
const parts = 4

// report prints how phrases that were left out of the teaching are told.
func (t *talkCourse) report(w io.Writer) {
	type tally struct{ all, right, none int }
	tallies := map[string]*tally{}
	for _, k := range t.kinds {
		tallies[k] = &tally{}
	}
	for part := range parts {
		probe := t.teach(func(i int) bool { return i%parts == part })
		for i, p := range t.phrases {
			if i%parts != part {
				continue
			}
			said := probe.Probabilities(t.vectors[p.text][0])
			best := 0
			for k := range said {
				if said[k] > said[best] {
					best = k
				}
			}
			got := t.kinds[best]
			n := tallies[p.kind]
			n.all++
			switch got {
			case p.kind:
				n.right++
				continue
			case t.none:
				n.none++
			}
			_, _ = fmt.Fprintf(w, "%.2f %-9s for %-9s %s\n", said[best], got, p.kind, p.text)
		}
	}
	for _, k := range t.kinds {
		n := tallies[k]
		_, _ = fmt.Fprintf(w, "%-10s %5d: %5.1f %% right, %5.1f %% taken for %s\n", k, n.all, 100*float64(n.right)/float64(n.all), 100*float64(n.none)/float64(n.all), t.none)
	}
}

// teachTalk teaches both probes, and prints, if misses are wanted, how they tell what they
// were not taught.
func teachTalk(w io.Writer, reader index.Reader, sets []set, misses bool) *talk.Learned {
	said, after := talkCourses(reader, sets)
	if misses {
		said.report(w)
		after.report(w)
	}
	all := func(int) bool { return false }
	return &talk.Learned{Said: said.teach(all), After: after.teach(all), Words: wordsOf(said)}
}

// wordsOf are the words of what is said besides asking, folded and in order.
func wordsOf(t *talkCourse) (all []string) {
	for _, p := range t.phrases {
		if p.kind == t.none {
			continue
		}
		for _, w := range text.Words(p.text) {
			all = append(all, w.Text)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
