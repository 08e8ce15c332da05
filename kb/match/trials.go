package match

import (
	"math/rand/v2"
	"runtime"
	"sync"

	"verbatim/kb/match/linear"
)

// Trials ask the knowledge its own questions with the answer held out: some
// groups whole, so that every candidate is wrong, and some phrasings of the
// others, which are to be found by the rest. No real unanswerable questions are
// needed.
const (
	heldGroups    = 0.15
	heldPhrasings = 0.15
	trialsEnough  = 3000
	foldsMost     = 5
	wrongWeight   = 0.2 // of a trial without a right answer: people ask less of those, and they are easier to tell
	fewTrials     = 25  // with a right answer, below which a fit says nothing
)

func trials(groups []Group, withLinear bool) []trial {
	x := New()
	phrasings := 0
	for _, g := range groups {
		g.Owner = ""
		x.Put(g)
		phrasings += len(g.Phrasings)
	}
	x.settle()
	var all []trial
	random := rand.New(rand.NewPCG(5, 6)) // the same phrasings, the same trials
	var folds []*fold
	for asked := 0; len(folds) < foldsMost && asked < trialsEnough; {
		f := newFold(x, groups, random)
		folds = append(folds, f)
		asked += min(len(f.asked), trialsEnough)
	}
	for _, of := range askAll(folds, withLinear) {
		all = append(all, of...)
	}
	right := 0
	for _, t := range all {
		if t.right {
			right++
		}
	}
	if right < fewTrials {
		return nil
	}
	return all
}

// A fold is a knowledge with some of it held out.
type fold struct {
	index *Index
	out   map[uint32]bool // documents held out
	rows  map[uint32]bool // vectors held out
	kept  []Group
	asked []askedAs
}

// askedAs is a phrasing that was held out, and its group; none if the whole
// group was.
type askedAs struct {
	Question
	group int32
}

func newFold(x *Index, groups []Group, random *rand.Rand) *fold {
	f := &fold{index: x, out: map[uint32]bool{}, rows: map[uint32]bool{}}
	for _, g := range groups {
		whole := random.Float64() < heldGroups
		rest := Group{ID: g.ID}
		f.holdRows(g.ID, whole)
		for i, d := range x.groups[g.ID] {
			if whole || !x.docs[d].about && random.Float64() < heldPhrasings {
				f.out[d] = true
			}
			switch {
			case x.docs[d].about:
			case whole:
				f.asked = append(f.asked, askedAs{g.question(i), -1})
			case f.out[d]:
				f.asked = append(f.asked, askedAs{g.question(i), g.ID})
				f.holdRow(&g, i)
			default:
				rest.Phrasings = append(rest.Phrasings, g.Phrasings[i])
			}
		}
		if len(rest.Phrasings) > 0 {
			f.kept = append(f.kept, rest)
		}
	}
	return f
}

// askAll asks the folds on all cores.
func askAll(folds []*fold, withLinear bool) [][]trial {
	all := make([][]trial, len(folds))
	var asking sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, f := range folds {
		free <- struct{}{}
		asking.Go(func() {
			all[i] = f.ask(withLinear)
			<-free
		})
	}
	asking.Wait()
	return all
}

func (f *fold) ask(withLinear bool) []trial {
	var m *linear.Model
	if withLinear {
		m = train(f.kept)
	}
	var all []trial
	for i, a := range f.asked {
		if i == trialsEnough {
			break
		}
		like := f.index.likenesses(&a.Question, func(int32) bool { return true }, f.rows)
		r := f.index.rank(&a.Question, like, m, func(d uint32) bool { return !f.out[d] })
		if len(r.Candidates) == 0 {
			continue
		}
		t := trial{signals: r.Signals, right: r.Candidates[0].Group == a.group, weight: 1}
		if a.group < 0 {
			t.weight = wrongWeight
		}
		all = append(all, t)
	}
	return all
}

// question is a phrasing as a question.
func (g *Group) question(phrasing int) Question {
	q := Question{Words: g.Phrasings[phrasing]}
	if phrasing < len(g.Vectors) {
		q.Vector = &g.Vectors[phrasing]
	}
	return q
}

// holdRow holds the vector of a group's phrasing out, and holdRows all of the group's
// if it is held out whole. A quote is asked as words alone, so its vector may stay.
func (f *fold) holdRow(group *Group, phrasing int) {
	if v := f.index.vectors[""]; v != nil && phrasing < min(len(group.Vectors), len(v.of[group.ID])) {
		f.rows[v.of[group.ID][phrasing]] = true
	}
}

func (f *fold) holdRows(group int32, whole bool) {
	if v := f.index.vectors[""]; v != nil && whole {
		for _, row := range v.of[group] {
			f.rows[row] = true
		}
	}
}
