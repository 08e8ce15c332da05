package library

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/store"
)

// A Placed is a whole text as a statement with the id under which it is to be kept.
type Placed struct {
	Statement *kb.Statement
	Was       *kb.Source // the text in whose place it comes; nil if it is new
	Taken     string     // the id that it would have, and another text has; empty if none
}

// placesMost is how many texts of one name there can be.
const placesMost = 1000

// PlaceTexts gives each text, a statement with one source, an id: its own, unless
// another text has that here or before it in the list; then the first of "id-2", "id-3"
// that is free or has an earlier state of it ([SameText]). Where the id was given by a
// person, it is taken as it is, whatever text has it; but a statement with facts of its
// own, or with several sources, is never given up for a text.
func (l *Library) PlaceTexts(ctx context.Context, server string, texts []*kb.Statement, given bool) ([]Placed, error) {
	taken := map[string]*kb.Statement{}
	var all []Placed
	for _, s := range texts {
		p, err := l.placeText(ctx, server, s, taken, given)
		if err != nil {
			return nil, err
		}
		taken[p.Statement.ID] = p.Statement
		all = append(all, p)
	}
	return all, nil
}

func (l *Library) placeText(ctx context.Context, server string, s *kb.Statement, taken map[string]*kb.Statement, given bool) (Placed, error) {
	own := s.ID
	for try := 1; try <= placesMost; try++ {
		id := own
		if try > 1 {
			id = numbered(own, try)
		}
		there := taken[id]
		if there == nil {
			l.View(ctx, server, func(v *index.View) { there = v.Whole(id) })
		}
		p := Placed{Statement: withID(s, id)}
		if try > 1 {
			p.Taken = own
		}
		switch {
		case there == nil:
			return p, nil
		case given && taken[id] != nil:
			return p, kb.Refuse("refusal.same-id", "Name", id)
		case given && !isText(there):
			return p, kb.Refuse("refusal.id-taken", "Name", id, "Title", there.Title)
		case isText(there) && taken[id] == nil && (given || SameText(there.Sources[0].Text, s.Sources[0].Text)):
			p.Was = &there.Sources[0]
			return p, nil
		}
	}
	return Placed{}, kb.Refuse("refusal.name-taken", "Most", placesMost, "Name", own)
}

// numbered is an id with a number behind it, within [kb.MaxID].
func numbered(id string, n int) string {
	number := "-" + strconv.Itoa(n)
	return id[:min(len(id), kb.MaxID-len(number))] + number
}

// withID is a text under another id, which its source has too.
func withID(s *kb.Statement, id string) *kb.Statement {
	c := *s
	c.ID, c.Sources = id, []kb.Source{s.Sources[0]}
	c.Sources[0].ID = id
	return &c
}

// isText says whether a statement is a whole text and nothing else.
func isText(s *kb.Statement) bool {
	return len(s.Facts) == 0 && len(s.Sources) == 1 && s.Sources[0].Text != ""
}

// SameText says whether two texts are states of one: whether at least half of the
// shorter, by paragraphs, stands in the longer.
func SameText(a, b string) bool {
	if a == b {
		return true
	}
	x, y := paragraphSizes(a), paragraphSizes(b)
	whole := func(sizes map[string]int) (n int) {
		for _, size := range sizes {
			n += size
		}
		return n
	}
	common := 0
	for p, size := range x {
		if _, both := y[p]; both {
			common += size
		}
	}
	return 2*common >= min(whole(x), whole(y))
}

func paragraphSizes(s string) map[string]int {
	sizes := map[string]int{}
	for _, p := range kb.Paragraphs(s) {
		sizes[p.Text] = len(p.Text)
	}
	return sizes
}

// TextChange tells in paragraphs what becomes of a text.
func TextChange(was, now string) (left, changed, added int) {
	x, y := paragraphSizes(was), paragraphSizes(now)
	for p := range x {
		if _, both := y[p]; both {
			left++
		}
	}
	gone, come := len(x)-left, len(y)-left
	changed = min(gone, come)
	return left, changed, come - gone
}

// Earlier is the statement of a whole text as it was before its text was last
// replaced, to be loaded again, and since when it was no more. It is [kb.ErrNotHeld]
// when there is no earlier text.
func (l *Library) Earlier(ctx context.Context, server, id string) (*kb.Statement, time.Time, error) {
	var now *kb.Statement
	l.View(ctx, server, func(v *index.View) { now = v.Whole(id) })
	if now == nil || !isText(now) {
		return nil, time.Time{}, kb.ErrNotHeld
	}
	texts, err := l.store.History(ctx, index.SourceKey(server, id, now.Sources[0].ID))
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("read the history of %s: %w", id, err)
	}
	heads, err := l.store.History(ctx, index.StatementKey(server, id))
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("read the history of %s: %w", id, err)
	}
	until := time.Time{}
	for i := len(texts) - 1; i >= 0; i-- {
		source := index.BodyOf[kb.Source](texts[i].Record)
		if source != nil && source.Text != "" && source.Text != now.Sources[0].Text {
			return earlier(heads, texts[i].Rev, now, source), until, nil
		}
		until = time.UnixMilli(texts[i].UpdatedAt)
	}
	return nil, time.Time{}, kb.ErrNotHeld
}

// earlier is a statement as its head was at a write, with a source.
func earlier(heads []store.Revision, rev int64, now *kb.Statement, source *kb.Source) *kb.Statement {
	s := now.Bare()
	for _, h := range heads {
		if p, ok, err := index.Decode(h.Record); err == nil && ok && h.Rev <= rev {
			if head, is := p.Value.(*kb.Statement); is {
				s = head.Bare()
			}
		}
	}
	s.Sources, s.Aliases = []kb.Source{*source}, now.Aliases
	return &s
}
