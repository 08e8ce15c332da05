package eval

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func known(rank int, confidence float64, answered bool) Score {
	return Score{Known: true, Answered: answered, Rank: rank, Confidence: confidence}
}

func unknown(confidence float64, answered bool) Score {
	return Score{Answered: answered, Confidence: confidence}
}

func TestEveryQuestionIsCountedOnce(t *testing.T) {
	got := FiguresOf([]Score{
		known(1, 0.9, true), known(2, 0.8, true), known(0, 0.7, true), // one right, two wrong
		known(1, 0.4, false), known(3, 0.3, false), known(4, 0.2, false), // declined
		unknown(0.6, true), unknown(0.1, false), unknown(0.05, false),
	})
	got.Calibration, got.AUROC, got.RightAtNinety, got.Styles = nil, nil, nil, nil
	want := Figures{
		Known: 6, AnsweredRight: 1, AnsweredWrong: 2, DeclinedKnown: 3, RightFirst: 2, RightAmongThree: 4,
		Unknown: 3, DeclinedRightly: 2, AnsweredUnknown: 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAUROC(t *testing.T) {
	for _, c := range []struct {
		what   string
		scores []Score
		want   float64 // negative: not defined
	}{
		{"right ones are surer than all others", []Score{known(1, 0.9, true), known(2, 0.5, true), unknown(0.4, false)}, 1},
		{"right ones are less sure than all others", []Score{known(1, 0.1, true), known(2, 0.5, true), unknown(0.4, false)}, 0},
		{"confidence tells nothing", []Score{known(1, 0.5, true), unknown(0.5, false), known(0, 0.5, false)}, 0.5},
		{"three of four pairs in order", []Score{known(1, 0.8, true), known(1, 0.4, true), unknown(0.6, true), unknown(0.2, true)}, 0.75},
		{"a best candidate that is right counts though it was not given", []Score{known(1, 0.9, false), unknown(0.1, false)}, 1},
		{"nothing is wrong", []Score{known(1, 0.9, true)}, -1},
		{"nothing is right", []Score{unknown(0.9, true)}, -1},
		{"no questions", nil, -1},
	} {
		got := auroc(c.scores)
		if (got == nil) != (c.want < 0) || got != nil && *got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, got, c.want)
		}
	}
}

func TestRightWhenNinetyPercentAreDeclined(t *testing.T) {
	tenUnknown := make([]Score, 10) // 0.0 to 0.9: nine are declined above 0.8
	for i := range tenUnknown {
		tenUnknown[i] = unknown(float64(i)/10, true)
	}
	for _, c := range []struct {
		what   string
		scores []Score
		want   int // negative: not defined
	}{
		{"above the ninth of ten", append(tenUnknown[:10:10], known(1, 0.81, false), known(1, 0.95, true)), 2},
		{"at the ninth of ten an answer would let it through too", append(tenUnknown[:10:10], known(1, 0.8, true)), 0},
		{"a wrong best candidate never counts", append(tenUnknown[:10:10], known(2, 0.99, true)), 0},
		{"one unknown question: it must be declined", []Score{unknown(0.5, false), known(1, 0.4, true), known(1, 0.6, true)}, 1},
		{"no unknown questions", []Score{known(1, 0.4, true)}, -1},
	} {
		got := rightWhenDeclined(c.scores, 0.9)
		if (got == nil) != (c.want < 0) || got != nil && *got != c.want {
			t.Errorf("%s: got %v, want %d", c.what, got, c.want)
		}
	}
}

func TestCalibrationByTenths(t *testing.T) {
	got := calibration([]Score{
		known(1, 1, true), known(1, 0.9, true), known(2, 0.95, true), // the last tenth has both its ends
		known(1, 0.35, false), unknown(0.3, false), unknown(0, false),
	})
	want := map[int]Tenth{
		0: {Questions: 1}, 3: {Questions: 2, BestRight: 1}, 9: {Questions: 3, BestRight: 2, Given: 3, GivenRight: 2},
	}
	if len(got) != 10 {
		t.Fatalf("%d tenths", len(got))
	}
	for i, tenth := range got {
		w := want[i]
		w.From = float64(i) / 10
		if tenth != w {
			t.Errorf("tenth %d: got %+v, want %+v", i, tenth, w)
		}
	}
}

func TestQuantiles(t *testing.T) {
	hundred := make([]time.Duration, 100)
	for i := range hundred {
		hundred[i] = time.Duration(i + 1)
	}
	for _, c := range []struct {
		what   string
		sorted []time.Duration
		p      float64
		want   time.Duration
	}{
		{"half of a hundred", hundred, 0.5, 50},
		{"99 of a hundred", hundred, 0.99, 99},
		{"the only one", hundred[:1], 0.99, 1},
		{"the smaller of two", hundred[:2], 0.5, 1},
		{"none", nil, 0.5, 0},
	} {
		if got := quantile(c.sorted, c.p); got != c.want {
			t.Errorf("%s: got %d, want %d", c.what, got, c.want)
		}
	}
}
