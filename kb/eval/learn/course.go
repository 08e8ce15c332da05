package main

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/index"
	"verbatim/kb/match"
	"verbatim/kb/trust"
)

// A course is what is learned from.
type course struct {
	reader  index.Reader
	asked   *trust.Probe
	about   []*trust.Probe // likewise: what is asked of something
	names   []string       // of the statements
	asks    []ask
	without []int          // places of signals that are left out, for an ablation
	beyond  []*trust.Probe // by fold: learned without the statements of the fold; the last from all
}

// An ask is one question that was asked of one knowledge.
type ask struct {
	question
	name   string
	text   bool
	far    bool
	plain  bool // as it is in the set, asked of the whole knowledge
	row    answer.Row
	right  bool // the best candidate is
	weight float64
}

// folds is into how many parts the statements are divided, each of which is left out
// of the learning in turn.
const folds = 6

// fold is the part that a statement is in.
func (c *course) fold(name string) int { return slices.Index(c.names, name) % folds }

// take asks all sets: each as it is, with fewer phrasings, with few of one fact and many
// of another, and with some of its facts taken out, so that what they answered is
// unanswerable now.
func (c *course) take(sets []set) {
	for _, s := range sets {
		if !slices.Contains(c.names, s.name) {
			c.names = append(c.names, s.name)
		}
	}
	c.teachBeyond(sets)
	asks := make([][]ask, len(sets))
	onAllCores(len(sets), func(i int) { asks[i] = c.askSet(sets[i], rand.New(rand.NewPCG(1, uint64(i)))) })
	c.asks = slices.Concat(asks...)
}

// askSet asks one set in all ways.
func (c *course) askSet(s set, random *rand.Rand) []ask {
	asks := c.put(s, s.statements, true)
	changed := func(change func(*kb.Statement) *kb.Statement) {
		asks = append(asks, c.put(s, each(s.statements, change), false)...)
	}
	if s.text {
		changed(func(s *kb.Statement) *kb.Statement { return shortened(s, random) })
		return asks
	}
	for _, most := range s.phrasings() {
		changed(func(s *kb.Statement) *kb.Statement { return thinned(s, func() int { return most }) })
	}
	mixed := func() int { return []int{0, 1, 3, 10, 1000}[random.IntN(5)] }
	changed(func(s *kb.Statement) *kb.Statement { return thinned(s, mixed) })
	changed(func(s *kb.Statement) *kb.Statement { return halved(s, random) })
	return asks
}

func each(statements []*kb.Statement, change func(*kb.Statement) *kb.Statement) (changed []*kb.Statement) {
	for _, s := range statements {
		changed = append(changed, change(s))
	}
	return changed
}

// thinned is a statement whose facts have no more phrasings, besides their questions,
// than most says of each.
func thinned(s *kb.Statement, most func() int) *kb.Statement {
	thin := *s
	thin.Facts = slices.Clone(s.Facts)
	for i := range thin.Facts {
		f := &thin.Facts[i]
		f.AlsoAsked = f.AlsoAsked[:min(len(f.AlsoAsked), most())]
	}
	return &thin
}

// halved is a statement with about half of its facts.
func halved(s *kb.Statement, random *rand.Rand) *kb.Statement {
	half := *s
	half.Facts = slices.DeleteFunc(slices.Clone(s.Facts), func(kb.Fact) bool { return random.Float64() < 0.5 })
	return &half
}

// shortened is a statement with about one paragraph in five of its text.
func shortened(s *kb.Statement, random *rand.Rand) *kb.Statement {
	short := *s
	short.Sources = slices.Clone(s.Sources)
	var left []string
	for _, p := range kb.Paragraphs(s.Sources[0].Text) {
		if random.Float64() < 0.2 {
			left = append(left, p.Text)
		}
	}
	short.Sources[0].Text = strings.Join(left, "\n\n")
	return &short
}

// put asks a set's questions of a knowledge.
func (c *course) put(s set, statements []*kb.Statement, whole bool) (asks []ask) {
	x := index.New(c.reader)
	for _, statement := range statements {
		bare := *statement
		if !s.text { // facts alone, so that passages are learned from texts alone
			bare.Sources = slices.Clone(statement.Sources)
			for i := range bare.Sources {
				bare.Sources[i].Text = ""
			}
		}
		x.Apply(index.PartsOf("", &bare))
	}
	x.Use(match.Learn(x.Lessons()))
	learned := &answer.Learned{Asked: c.asked, Beyond: c.beyond[c.fold(s.name)], About: c.about[c.fold(s.name)]}
	for _, q := range s.questions {
		for slips, typed := range q.typed() {
			a := ask{question: q, name: s.name, text: s.text, far: s.far, plain: whole && slips == 0, weight: 1}
			if slips > 0 {
				a.weight = 0.5
			}
			if !whole {
				a.weight /= 2
			}
			x.View("", func(v *index.View) { a.row = answer.RowOf(v, kb.Question{Text: typed}, learned) })
			if a.row.Vector == nil {
				continue
			}
			a.judge(statements)
			asks = append(asks, a)
		}
	}
	return asks
}

// judge tells whether the best candidate is right.
func (a *ask) judge(statements []*kb.Statement) {
	s := statements[0]
	if !a.text {
		a.right = slices.Contains(a.Fact, a.row.Fact)
		return
	}
	for _, p := range kb.Paragraphs(s.Sources[0].Text) {
		if index.PassageID(s.ID, s.Sources[0].ID, p.Number) == a.row.Passage {
			a.right = a.isAnsweredBy(p.Text)
		}
	}
}

// beyondDecay is how strongly the probe's weights are held small: it has to learn how
// people ask, not what these statements are about.
const beyondDecay = 2e-3

// teachBeyond teaches, for each part without its statements, what statements do not tell.
func (c *course) teachBeyond(sets []set) {
	type example struct {
		name  string
		about int
		trust.Example
	}
	var all []example
	for _, s := range sets {
		if s.far {
			continue
		}
		for _, q := range s.questions {
			kind, about := 1, 0
			if q.Answerable {
				kind = 0
			}
			if q.Kind == "mention" {
				about = 1
			}
			for _, typed := range q.typed() {
				all = append(all, example{s.name, about, trust.Example{Vector: vectorOf(c.reader, typed), Kind: kind, Weight: 1}})
			}
		}
	}
	c.beyond, c.about = make([]*trust.Probe, folds+1), make([]*trust.Probe, folds+1)
	onAllCores(folds+1, func(without int) {
		var some, about []trust.Example
		for _, e := range all {
			if c.fold(e.name) != without {
				some = append(some, e.Example)
				e.Kind = e.about
				about = append(about, e.Example)
			}
		}
		c.about[without] = trust.Teach([]string{"no", "about"}, about, kindsDecay)
		c.beyond[without] = trust.Teach([]string{"told", "beyond"}, some, beyondDecay)
	})
}

// onAllCores does so many things, by their numbers from 0, and waits for all.
func onAllCores(n int, do func(i int)) {
	var next atomic.Int64
	var doing sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		doing.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	doing.Wait()
}

func vectorOf(reader index.Reader, s string) []float32 { return answer.Wide(reader.Vector(s)) }

// grow grows the forest of facts, or of passages, without the statements of a part.
func (c *course) grow(text bool, without int) *trust.Forest {
	var samples []trust.Sample
	for _, a := range c.asks {
		row := a.row.FactSignals
		if text {
			row = a.row.PassageSignals
		}
		if a.text == text && !a.far && c.fold(a.name) != without && row != nil {
			samples = append(samples, trust.Sample{Row: c.blind(row), So: a.right, Weight: a.weight})
		}
	}
	signals := answer.FactSignals
	if text {
		signals = answer.PassageSignals
	}
	return trust.Grow(signals, samples, trust.Usual)
}

// blind is a row without the signals that are left out.
func (c *course) blind(row []float64) []float64 {
	if len(c.without) == 0 {
		return row
	}
	row = slices.Clone(row)
	for _, i := range c.without {
		row[i] = 0
	}
	return row
}

// whole is what is learned from all.
func (c *course) whole() *answer.Learned {
	return &answer.Learned{Asked: c.asked, Beyond: c.beyond[folds], About: c.about[folds], Facts: c.grow(false, folds), Passages: c.grow(true, folds)}
}
