package kb

import "context"

// Explain answers as Ask does, and says how it came to that.
func (l *Library) Explain(ctx context.Context, q Question) (Answer, Explanation) {
	l.keepUp(ctx)
	return l.base.Load().Explain(q)
}
