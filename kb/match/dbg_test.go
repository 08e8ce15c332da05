package match

import (
	"fmt"
	"testing"
)

func TestDbgFaq(t *testing.T) {
	groups, questions := loadSet(t, "faq")
	x := indexOf(groups)
	for _, q := range questions {
		if len(q.Expect) == 0 {
			continue
		}
		c := x.Rank(asked(q.Question), nil, nil).Candidates
		if c[0].Group != q.group {
			at := -1
			for i := range c {
				if c[i].Group == q.group {
					at = i
				}
			}
			r := Candidate{}
			if at >= 0 {
				r = c[at]
			}
			fmt.Printf("%q\n   got  %q %.2f %.2f p%.2f\n   want %q %d %.2f %.2f p%.2f\n", q.Question, groups[c[0].Group][0], c[0].Score, c[0].Share, c[0].Likeness.Phrased, groups[q.group][0], at, r.Score, r.Share, r.Likeness.Phrased)
		}
	}
}
