package eval_test

import (
	"slices"
	"testing"
	"time"

	"verbatim/kb"
)

// BenchmarkAsk asks the shipped statements the questions of the relevance suite.
func BenchmarkAsk(b *testing.B) {
	ask, questions := shipped(b), read(b, "open")
	var took []time.Duration
	i := 0
	for b.Loop() {
		q := questions[i%len(questions)]
		i++
		start := time.Now()
		ask(kb.Question{Text: q.Question, Previous: q.Previous})
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}
