package inbox

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"verbatim/kb/index"
	"verbatim/kb/lexicon"
	"verbatim/kb/match"
	"verbatim/kb/text"
)

// A Group is one question in all the words that it was asked in.
type Group struct {
	Questions []OpenQuestion // those with the most askings first; at least one
	Count     int            // askings of all together
	Last      int64          // Unix time in milliseconds
	Tell      int            // people who want to be told

	came int // when the last of them came, among all
}

// Groups lists the questions that wait in a server, the same in other words
// together, the most asked first; of those that are asked as often, the one that was
// asked last.
func (b *Inbox) Groups(server string) []Group {
	var open []OpenQuestion
	var names *lexicon.Names
	var known func(text.Word) bool
	waiting, came := map[string]int{}, map[string]int{} // people, and the order, by question
	b.library.View(context.Background(), server, func(v *index.View) {
		names, known = v.Names(), v.Facts.HasWord
		for _, t := range index.Records[tell](v, index.RecordTell) {
			waiting[t.Waiting]++
		}
		for id, q := range index.Records[OpenQuestion](v, index.RecordInbox) {
			if q.Question != "" && q.Answered == "" {
				one := *q
				one.ID, came[id] = id, len(came)
				open = append(open, one)
			}
		}
	})
	slices.SortStableFunc(open, func(a, b OpenQuestion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.First, b.First))
	})
	groups := grouped(open, names, known)
	for i := range groups {
		g := &groups[i]
		for _, q := range g.Questions {
			g.Count, g.Last = g.Count+max(q.Count, 1), max(g.Last, q.Last)
			g.Tell, g.came = g.Tell+waiting[q.ID], max(g.came, came[q.ID])
		}
	}
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(b.Last, a.Last), cmp.Compare(b.came, a.came))
	})
	return groups
}

// sameMost is how many of the questions that are most like one are compared
// with it.
const sameMost = 20

// grouped puts the same in other words together, read with names and by which words
// are known.
func grouped(open []OpenQuestion, names *lexicon.Names, known func(text.Word) bool) []Group {
	var groups []Group
	var first []wording
	byKey := map[string]int{} // groups
	ranked := match.New()
	for _, q := range open {
		own, cut := wordingOf(names, q.Question), text.Words(q.Question)
		key := q.Statement + " " + strings.Join(own.key(), " ")
		into, found := byKey[key]
		if !found {
			like := ranked.Rank(match.Question{Words: cut}, nil, func(g int32) bool { return groups[g].Questions[0].Statement == q.Statement })
			for _, c := range like.Candidates[:min(len(like.Candidates), sameMost)] {
				if found = own.same(first[c.Group], known); found {
					into = int(c.Group)
					break
				}
			}
		}
		if found {
			groups[into].Questions = append(groups[into].Questions, q)
			continue
		}
		byKey[key] = len(groups)
		ranked.Put(match.Group{ID: int32(len(groups)), Phrasings: [][]text.Word{cut}})
		groups, first = append(groups, Group{Questions: []OpenQuestion{q}}), append(first, own)
	}
	return groups
}
