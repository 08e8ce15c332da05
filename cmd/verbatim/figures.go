package main

import (
	"math"
	"slices"
	"time"
)

// A score is how one question of a question file was answered.
type score struct {
	known      bool // there is an answer to it
	answered   bool
	rank       int     // of the first right candidate, from 1; 0: no candidate is right
	confidence float64 // that the best candidate is right
	took       time.Duration
}

// bestRight says whether the best candidate answers the question, given or not.
func (s score) bestRight() bool { return s.known && s.rank == 1 }

// figures are what the scores of a question file come to. Counts of known
// questions are out of Known, counts of unknown ones out of Unknown.
type figures struct {
	Known           int  `json:"answerable"`
	AnsweredRight   int  `json:"answered_right"`
	AnsweredWrong   int  `json:"answered_wrong"`
	DeclinedKnown   int  `json:"declined_though_known"`
	RightFirst      int  `json:"right_first_without_threshold"`
	RightAmongThree int  `json:"right_among_first_three"`
	Unknown         int  `json:"unanswerable"`
	DeclinedRightly int  `json:"declined_rightly"`
	AnsweredUnknown int  `json:"answered_though_unknown"`
	RightAtNinety   *int `json:"right_when_90_percent_declined"`
	// AUROC is the area under the receiver operating characteristic of the
	// confidence: how likely a question whose best candidate is right has a
	// higher one than a question whose best candidate is not, ties half. All
	// questions count; an unknown one has no right candidate. It is nil when
	// there are none of either.
	AUROC       *float64 `json:"auroc"`
	Calibration []tenth  `json:"calibration"`
	P50         int64    `json:"p50_us"` // microseconds a question
	P99         int64    `json:"p99_us"`
}

// A tenth is the questions with a confidence from From up to the next tenth.
type tenth struct {
	From       float64 `json:"from"`
	Questions  int     `json:"questions"`
	BestRight  int     `json:"best_right"`    // of Questions
	Given      int     `json:"answers"`       // answers given
	GivenRight int     `json:"answers_right"` // of Given
}

// declinedShare is the share of the unknown questions that are declined when
// rightWhenDeclined counts.
const declinedShare = 0.9

func figuresOf(scores []score) figures {
	var f figures
	for _, s := range scores {
		f.add(s)
	}
	f.RightAtNinety = rightWhenDeclined(scores)
	f.AUROC = auroc(scores)
	f.Calibration = calibration(scores)
	took := make([]time.Duration, 0, len(scores))
	for _, s := range scores {
		took = append(took, s.took)
	}
	slices.Sort(took)
	f.P50, f.P99 = quantile(took, 0.5).Microseconds(), quantile(took, 0.99).Microseconds()
	return f
}

func (f *figures) add(s score) {
	if !s.known {
		f.Unknown++
		if s.answered {
			f.AnsweredUnknown++
		} else {
			f.DeclinedRightly++
		}
		return
	}
	f.Known++
	switch {
	case !s.answered:
		f.DeclinedKnown++
	case s.rank == 1:
		f.AnsweredRight++
	default:
		f.AnsweredWrong++
	}
	if s.rank == 1 {
		f.RightFirst++
	}
	if 1 <= s.rank && s.rank <= 3 {
		f.RightAmongThree++
	}
}

// rightWhenDeclined counts the known questions that would be answered right if
// the least confidence for an answer were the lowest at which 90 % of the
// unknown ones are declined; nil when there are no unknown ones.
func rightWhenDeclined(scores []score) *int {
	var unknown []float64
	for _, s := range scores {
		if !s.known {
			unknown = append(unknown, s.confidence)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	declined := int(math.Ceil(declinedShare*float64(len(unknown)) - 1e-9))
	highest, right := unknown[declined-1], 0
	for _, s := range scores {
		if s.bestRight() && s.confidence > highest {
			right++
		}
	}
	return &right
}

// auroc is by ranks: U / (positives · negatives), with the mean rank for ties
// (Mann and Whitney, 1947).
func auroc(scores []score) *float64 {
	sorted := slices.Clone(scores)
	slices.SortFunc(sorted, func(a, b score) int {
		if a.confidence < b.confidence {
			return -1
		}
		if a.confidence > b.confidence {
			return 1
		}
		return 0
	})
	var positives, negatives, below float64
	for i := 0; i < len(sorted); {
		var right, wrong float64
		for tie := sorted[i].confidence; i < len(sorted) && sorted[i].confidence == tie; i++ {
			if sorted[i].bestRight() {
				right++
			} else {
				wrong++
			}
		}
		below += right * (negatives + wrong/2)
		positives, negatives = positives+right, negatives+wrong
	}
	if positives == 0 || negatives == 0 {
		return nil
	}
	area := below / (positives * negatives)
	return &area
}

func calibration(scores []score) []tenth {
	table := make([]tenth, 10)
	for i := range table {
		table[i].From = float64(i) / 10
	}
	for _, s := range scores {
		t := &table[min(max(int(s.confidence*10), 0), 9)]
		t.Questions++
		if s.bestRight() {
			t.BestRight++
		}
		if s.answered {
			t.Given++
		}
		if s.answered && s.bestRight() {
			t.GivenRight++
		}
	}
	return table
}

// quantile is the smallest value that at least the share p of the sorted values
// do not exceed; 0 of none.
func quantile(sorted []time.Duration, p float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(int(math.Ceil(p*float64(len(sorted))))-1, 0)]
}

// percent is a share of a whole in per cent; 0 of nothing.
func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}
