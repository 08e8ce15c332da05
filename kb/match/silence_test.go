package match

import (
	"cmp"
	"slices"
	"testing"
)

// An outcome is how sure a first candidate was, and how it was.
type outcome struct {
	confidence          float64
	right, unanswerable bool
}

func outcomes(x *Index, m *Model, questions []setQuestion) (all []outcome) {
	for _, q := range questions {
		o := outcome{unanswerable: len(q.Expect) == 0}
		if c := x.Rank(asked(q.Question), m, nil).Candidates; len(c) > 0 {
			o.confidence, o.right = c[0].Confidence, !o.unanswerable && c[0].Group == q.group
		}
		all = append(all, o)
	}
	return all
}

// rightWhenDeclined gives the part of the answerable that are answered right, in
// per cent, when the confidence to answer is set so that so many of the
// unanswerable are declined.
func rightWhenDeclined(all []outcome, declined float64) float64 {
	var none, some []outcome
	for _, o := range all {
		if o.unanswerable {
			none = append(none, o)
		} else {
			some = append(some, o)
		}
	}
	slices.SortFunc(none, func(a, b outcome) int { return cmp.Compare(a.confidence, b.confidence) })
	least, right := none[int(declined*float64(len(none)))].confidence, 0
	for _, o := range some {
		if o.right && o.confidence >= least {
			right++
		}
	}
	return 100 * float64(right) / float64(len(some))
}

// TestSilence prints and bounds how well the confidence tells what can be
// answered from what cannot.
func TestSilence(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	x, m, questions := intents(t)
	all := outcomes(x, m, questions)
	t.Logf("right when 90 %% of the unanswerable are declined: %.1f %%", rightWhenDeclined(all, 0.9))
	if got := rightWhenDeclined(all, 0.9); got < 88 {
		t.Errorf("right when 90 %% of the unanswerable are declined: %.1f %%, was at least 88 %%", got)
	}
	t.Logf("calibration %.2f", m.calibration)
	for tenth := range 10 {
		n, right := 0, 0
		for _, o := range all {
			if int(o.confidence*10) == tenth {
				n++
				if o.right {
					right++
				}
			}
		}
		t.Logf("confidence 0.%d: %4d questions, %3.0f %% right", tenth, n, 100*float64(right)/float64(max(n, 1)))
	}
}
