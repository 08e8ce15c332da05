package eval_test

import (
	"context"
	"flag"
	"testing"

	"verbatim/kb"
	"verbatim/kb/answer"
	"verbatim/kb/eval"
	"verbatim/kb/index"
)

var curve = flag.Bool("curve", false, "ask the shipped statements with few phrasings a fact, which takes a minute")

// TestCurve logs how many questions are answered rightly where the facts have fewer
// phrasings than those that are shipped, and where one thin fact stands among thick
// ones:
//
//	go test ./kb/eval -run TestCurve -curve -v
func TestCurve(t *testing.T) {
	if !*curve {
		t.Skip("SKIPPED: run it with -curve")
	}
	questions := append(read(t, "kept"), read(t, "unseen")...)
	for _, most := range []int{0, 1, 2, 3, 5, 10, 1000} {
		f := asked(t, thinned(statements(t), most, func(*kb.Fact) bool { return true }), questions)
		t.Logf("%4d phrasings besides the question: %.1f %% right, %.1f %% wrong, %.1f %% guessed", most,
			eval.Percent(f.AnsweredRight, f.Known), eval.Percent(f.AnsweredWrong, f.Known), eval.Percent(f.AnsweredUnknown, f.Unknown))
	}
	right, wrong, all := 0, 0, 0
	for _, thin := range []string{"taiwan", "golan", "sole-government", "exchanges-resume", "syrians-in-china"} {
		some := statements(t)
		id := ""
		thinned(some, 1, func(f *kb.Fact) bool {
			return f.ID == thin
		})
		for _, s := range some {
			for _, f := range s.Facts {
				if f.ID == thin {
					id = s.ID + "/" + thin
				}
			}
		}
		var about []eval.Question
		for _, q := range questions {
			if len(q.Expect) == 1 && q.Expect[0] == id {
				about = append(about, q)
			}
		}
		f := asked(t, some, about)
		right, wrong, all = right+f.AnsweredRight, wrong+f.AnsweredWrong, all+f.Known
	}
	t.Logf("one fact with one more phrasing among those as shipped: %d of %d right, %d wrong", right, all, wrong)
}

// thinned leaves some facts so many phrasings besides their question.
func thinned(statements []*kb.Statement, most int, some func(*kb.Fact) bool) []*kb.Statement {
	for _, s := range statements {
		for i := range s.Facts {
			if f := &s.Facts[i]; some(f) {
				f.AlsoAsked = f.AlsoAsked[:min(len(f.AlsoAsked), most)]
			}
		}
	}
	return statements
}

func asked(t *testing.T, statements []*kb.Statement, questions []eval.Question) eval.Figures {
	t.Helper()
	x, err := index.Of(index.Usual(), statements)
	if err != nil {
		t.Fatal(err)
	}
	scores, err := eval.Run(context.Background(), questions, func(q kb.Question) (a kb.Answer) {
		x.View("", func(v *index.View) { a = answer.To(v, q) })
		return a
	})
	if err != nil {
		t.Fatal(err)
	}
	return eval.FiguresOf(scores)
}
