package match

import "math"

// A Calibration gives the probability that a first candidate is right, by
// logistic regression over its signals: their weights, in the order of Signals'
// fields, and the bias.
type Calibration [signalCount + 1]float64

const signalCount = 10

// vector is the signals, and 1 for the bias.
func (s Signals) vector() [signalCount + 1]float64 {
	return [...]float64{
		s.Margin, s.Gap, s.Nearest, s.Covered, s.Pairs, s.Length, s.Phrased, s.PhrasedGap, s.PhrasedLift, s.Told, 1,
	}
}

// Right is the probability that the candidate with these signals is right.
func (c *Calibration) Right(s Signals) float64 {
	z := 0.0
	for i, v := range s.vector() {
		z += c[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

// The calibrations of a knowledge that has too few phrasings to fit its own, and
// those that every fit is drawn to: rounded from fits on the public paragraphs
// in three languages, FAQ pairs, and intents with 2 to 8 phrasings each, which
// are alike.
var (
	beforehand       = Calibration{0, 3.5, 2, 2.7, 1, 0.3, 0, 0, 0, 0, -2.8}
	beforehandLinear = Calibration{2.2, 1.2, 0.5, 1.8, 1, 0.4, 0, 0, 0, 0, -3}
)

// A trial is a question whose answer was held out, and how it went.
type trial struct {
	signals Signals
	right   bool
	weight  float64
}

// pull is how strongly a fit is drawn to the calibration from before (a Gaussian
// prior with variance 1/pull): a few hundred trials outweigh it.
const pull = 2

// fit minimizes the logistic loss over the trials, drawn to before, by Newton's
// method; a step that does not lead down is halved.
func fit(trials []trial, before Calibration) Calibration {
	c := before
	for range 50 {
		gradient, hessian := slope(trials, c, before)
		step := solve(hessian, gradient)
		here := loss(trials, c, before)
		next, moved := c, 0.0
		for range 20 {
			moved = 0
			for i := range c {
				next[i] = c[i] - step[i]
				moved = max(moved, math.Abs(step[i]))
			}
			if loss(trials, next, before) <= here {
				break
			}
			for i := range step {
				step[i] /= 2
			}
		}
		c = next
		if moved < 1e-6 {
			break
		}
	}
	return c
}

func loss(trials []trial, c, before Calibration) float64 {
	sum := 0.0
	for i := range c {
		sum += pull / 2 * (c[i] - before[i]) * (c[i] - before[i])
	}
	for _, t := range trials {
		p := c.Right(t.signals)
		if !t.right {
			p = 1 - p
		}
		sum -= t.weight * math.Log(max(p, 1e-300))
	}
	return sum
}

type square [signalCount + 1][signalCount + 1]float64

// slope gives the first and second derivatives of the loss.
func slope(trials []trial, c, before Calibration) (gradient Calibration, hessian square) {
	for i := range c {
		gradient[i] = pull * (c[i] - before[i])
		hessian[i][i] = pull
	}
	for _, t := range trials {
		p, y := c.Right(t.signals), 0.0
		if t.right {
			y = 1
		}
		x := t.signals.vector()
		for i := range x {
			gradient[i] += t.weight * (p - y) * x[i]
			for j := range x {
				hessian[i][j] += t.weight * p * (1 - p) * x[i] * x[j]
			}
		}
	}
	return gradient, hessian
}

// solve gives x of a·x = b for a positive definite a, by Gaussian elimination.
func solve(a square, b Calibration) Calibration {
	for i := range b {
		for j := i + 1; j < len(b); j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < len(b); k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	for i := len(b) - 1; i >= 0; i-- {
		for k := i + 1; k < len(b); k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
