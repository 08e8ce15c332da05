// Package quota says how much one server may have of its own, and refuses, in a sentence,
// what would be more. It must never refuse what makes less of something, and it keeps no
// count: kb/index counts, kb/curate asks before it saves, and who runs the bot says what
// the quotas are (cmd).
package quota

import (
	"cmp"

	"verbatim/kb"
)

// A Holding is how much there is of what memory and time are spent on.
type Holding struct {
	Bytes      int // of all texts: of sources, facts, quotes and names
	Paragraphs int // of texts of sources
	Facts      int
	Phrasings  int // questions of facts, and what they are also asked
	Aliases    int // other names
}

// Quotas bound what one server may have of its own, and the citations of each of its
// facts. They are for what moderators do: who runs the bot loads what they like.
type Quotas struct {
	Holding
	Citations int // of a fact
}

// Usual are some hundred statements with their texts: 700,000 words. A byte of text takes
// 5 to 6 of memory, most of it for the words by which it is found
// (TestWhatTheQuotasAllow of kb/curate), so that a full server takes some 25 MB.
var Usual = Quotas{
	Holding:   Holding{Bytes: 4 << 20, Paragraphs: 20_000, Facts: 10_000, Phrasings: 50_000, Aliases: 20_000},
	Citations: 50,
}

// OrUsual has the usual number wherever there is none.
func (q Quotas) OrUsual() Quotas {
	u := Usual
	return Quotas{
		Holding: Holding{
			Bytes: cmp.Or(q.Bytes, u.Bytes), Paragraphs: cmp.Or(q.Paragraphs, u.Paragraphs), Facts: cmp.Or(q.Facts, u.Facts),
			Phrasings: cmp.Or(q.Phrasings, u.Phrasings), Aliases: cmp.Or(q.Aliases, u.Aliases),
		},
		Citations: cmp.Or(q.Citations, u.Citations),
	}
}

// Plus is both together, n times the second; n may be negative.
func (h Holding) Plus(n int, o Holding) Holding {
	h.Bytes += n * o.Bytes
	h.Paragraphs += n * o.Paragraphs
	h.Facts += n * o.Facts
	h.Phrasings += n * o.Phrasings
	h.Aliases += n * o.Aliases
	return h
}

// Refuse is the [kb.Refusal] of a change after which somebody would have now and which
// adds more to it; nil where no quota is full. What makes less of something is never
// refused for it.
func (q Quotas) Refuse(now, more Holding) error {
	for _, one := range []struct {
		most, now, more int
		key             string
	}{
		{q.Bytes, now.Bytes, more.Bytes, "refusal.quota-bytes"},
		{q.Paragraphs, now.Paragraphs, more.Paragraphs, "refusal.quota-paragraphs"},
		{q.Facts, now.Facts, more.Facts, "refusal.quota-facts"},
		{q.Phrasings, now.Phrasings, more.Phrasings, "refusal.quota-phrasings"},
		{q.Aliases, now.Aliases, more.Aliases, "refusal.quota-aliases"},
	} {
		if one.more > 0 && one.now > one.most {
			return kb.Refuse(one.key, "Most", one.most, "Now", one.now)
		}
	}
	return nil
}

// RefuseFact is the [kb.Refusal] of a fact with too many citations, or nil.
func (q Quotas) RefuseFact(f *kb.Fact) error {
	if len(f.Citations) <= q.Citations {
		return nil
	}
	return kb.Refuse("refusal.quota-citations", "Most", q.Citations, "Fact", f.ID, "Now", len(f.Citations))
}

// Of is what there is of a statement (itself, without its lists), a source, a fact or a
// name; nothing of anything else.
func Of(value any) Holding {
	switch v := value.(type) {
	case *kb.Statement:
		return Holding{Bytes: len(v.Title) + len(v.Place) + lengths(v.Parties)}
	case *kb.Source:
		return Holding{
			Bytes:      len(v.Text) + len(v.Title) + len(v.Publisher) + len(v.URL),
			Paragraphs: len(kb.Paragraphs(v.Text)),
		}
	case *kb.Fact:
		return ofFact(v)
	case *kb.Alias:
		return Holding{Bytes: len(v.Name) + lengths(v.Other), Aliases: len(v.Other)}
	}
	return Holding{}
}

func ofFact(f *kb.Fact) Holding {
	h := Holding{Facts: 1, Phrasings: 1 + len(f.AlsoAsked)}
	h.Bytes = len(f.Question) + len(f.Answer) + len(f.Party) + len(f.Speaker) + lengths(f.AlsoAsked) + lengths(f.Topics)
	for _, answer := range f.Answers {
		h.Bytes += len(answer)
	}
	for _, c := range f.Citations {
		h.Bytes += len(c.Quote) + len(c.Locator)
	}
	return h
}

func lengths(texts []string) (n int) {
	for _, t := range texts {
		n += len(t)
	}
	return n
}
