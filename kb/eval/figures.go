package eval

import (
	"math"
	"slices"
	"time"
)

// Figures are what the scores of a question file come to. Counts of known
// questions are out of Known, counts of unknown ones out of Unknown.
type Figures struct {
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
	Calibration []Tenth  `json:"calibration"`
	P50         int64    `json:"p50_us"` // microseconds a question
	P99         int64    `json:"p99_us"`
	Styles      []Style  `json:"-"` // by name
}

// A Tenth is the questions with a confidence from From up to the next tenth.
type Tenth struct {
	From       float64 `json:"from"`
	Questions  int     `json:"questions"`
	BestRight  int     `json:"best_right"`    // of Questions
	Given      int     `json:"answers"`       // answers given
	GivenRight int     `json:"answers_right"` // of Given
}

// declinedShare is the share of the unknown questions that are declined when
// RightAtNinety counts.
const declinedShare = 0.9

// FiguresOf adds up scores.
func FiguresOf(scores []Score) Figures {
	var f Figures
	for _, s := range scores {
		f.add(s)
	}
	f.RightAtNinety = rightWhenDeclined(scores, declinedShare)
	f.Styles = stylesOf(scores)
	f.AUROC = auroc(scores)
	f.Calibration = calibration(scores)
	took := make([]time.Duration, 0, len(scores))
	for _, s := range scores {
		took = append(took, s.Took)
	}
	slices.Sort(took)
	f.P50, f.P99 = quantile(took, 0.5).Microseconds(), quantile(took, 0.99).Microseconds()
	return f
}

func (f *Figures) add(s Score) {
	if !s.Known {
		f.Unknown++
		if s.Answered {
			f.AnsweredUnknown++
		} else {
			f.DeclinedRightly++
		}
		return
	}
	f.Known++
	switch {
	case !s.Answered:
		f.DeclinedKnown++
	case s.Rank == 1:
		f.AnsweredRight++
	default:
		f.AnsweredWrong++
	}
	if s.Rank == 1 {
		f.RightFirst++
	}
	if 1 <= s.Rank && s.Rank <= 3 {
		f.RightAmongThree++
	}
}

// rightWhenDeclined counts the known questions that would be answered right if
// the least confidence for an answer were the lowest at which a share of the unknown
// ones is declined; nil when there are no unknown ones.
func rightWhenDeclined(scores []Score, share float64) *int {
	var unknown []float64
	for _, s := range scores {
		if !s.Known {
			unknown = append(unknown, s.Confidence)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	declined := int(math.Ceil(share*float64(len(unknown)) - 1e-9))
	highest, right := unknown[declined-1], 0
	for _, s := range scores {
		if s.BestRight() && s.Confidence > highest {
			right++
		}
	}
	return &right
}

// auroc is by ranks: U / (positives · negatives), with the mean rank for ties
// (Mann and Whitney, 1947).
func auroc(scores []Score) *float64 {
	sorted := slices.Clone(scores)
	slices.SortFunc(sorted, func(a, b Score) int {
		if a.Confidence < b.Confidence {
			return -1
		}
		if a.Confidence > b.Confidence {
			return 1
		}
		return 0
	})
	var positives, negatives, below float64
	for i := 0; i < len(sorted); {
		var right, wrong float64
		for tie := sorted[i].Confidence; i < len(sorted) && sorted[i].Confidence == tie; i++ {
			if sorted[i].BestRight() {
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

func calibration(scores []Score) []Tenth {
	table := make([]Tenth, 10)
	for i := range table {
		table[i].From = float64(i) / 10
	}
	for _, s := range scores {
		t := &table[min(max(int(s.Confidence*10), 0), 9)]
		t.Questions++
		if s.BestRight() {
			t.BestRight++
		}
		if s.Answered {
			t.Given++
		}
		if s.Answered && s.BestRight() {
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

// Percent is a share of a whole in per cent; 0 of nothing.
func Percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}
