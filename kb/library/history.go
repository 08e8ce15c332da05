package library

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"verbatim/kb"
	"verbatim/kb/index"
	"verbatim/kb/quote"
	"verbatim/kb/store"
)

// A Revision is a fact as it was in a server after one change.
type Revision struct {
	Rev     int64 // number of the write, by which it can be restored
	Version int64 // of the record
	Shared  bool  // the change was made to what counts everywhere
	Author  string
	Action  string // such as "add", "edit", "remove", "restore", "load"
	At      time.Time
	Fact    *kb.Fact      // as it counted then; nil when it did not
	Changes []FieldChange // from the revision before
}

// History gives all that ever happened to a fact as it counts in a server,
// the oldest first: to the server's own record, and to the one that counts
// everywhere. It is [kb.ErrNotHeld] when it was never there.
func (l *Library) History(ctx context.Context, server, id string) ([]Revision, error) {
	statement, fact, ok := kb.SplitID(id)
	if !ok {
		return nil, kb.ErrNotHeld
	}
	all, err := l.store.History(ctx, index.FactKey(server, statement, fact))
	if err == nil && server != "" {
		var shared []store.Revision
		shared, err = l.store.History(ctx, index.FactKey("", statement, fact))
		all = append(all, shared...)
	}
	if err != nil {
		return nil, fmt.Errorf("read the history of %s: %w", id, err)
	}
	if len(all) == 0 {
		return nil, kb.ErrNotHeld
	}
	slices.SortStableFunc(all, func(a, b store.Revision) int { return cmp.Compare(a.Rev, b.Rev) })
	return revisions(server, all), nil
}

// revisions tells what each change made of the fact that counts.
func revisions(server string, all []store.Revision) []Revision {
	var own, shared, before *kb.Fact
	hasOwn := false
	var told []Revision
	for _, r := range all {
		now := index.BodyOf[kb.Fact](r.Record)
		if r.Server == server {
			own, hasOwn = now, now != nil
		} else {
			shared = now
		}
		counts := shared
		if hasOwn {
			counts = own
		}
		if counts != nil && counts.Hides() {
			counts = nil
		}
		told = append(told, Revision{
			Rev: r.Rev, Version: r.Version, Shared: r.Server != server, Author: r.Author, Action: r.Action,
			At: time.UnixMilli(r.UpdatedAt), Fact: counts, Changes: Changes(before, counts),
		})
		before = counts
	}
	return told
}

// A FieldChange is what changed in one field, in words.
type FieldChange struct {
	Field string // such as "Answer", or "Quote of memo"
	Diff  []quote.Op
}

// Changes tells what changed from one state of a fact to another; nil is a
// fact that is not there.
func Changes(before, after *kb.Fact) []FieldChange {
	old, now := fieldsOf(before), fieldsOf(after)
	var changes []FieldChange
	for _, f := range old {
		if !slices.ContainsFunc(now, f.isSame) {
			now = append(now, field{name: f.name, nth: f.nth})
		}
	}
	for _, n := range now {
		was := ""
		if i := slices.IndexFunc(old, n.isSame); i >= 0 {
			was = old[i].text
		}
		if was != n.text {
			changes = append(changes, FieldChange{n.name, wordDiff(was, n.text)})
		}
	}
	return changes
}

// A field is one of a fact, by its name; of those of one name, such as two quotes of one
// source, the nth.
type field struct {
	name, text string
	nth        int
}

func (f field) isSame(o field) bool { return f.name == o.name && f.nth == o.nth }

func fieldsOf(f *kb.Fact) []field {
	if f == nil {
		return nil
	}
	var fields []field
	nth := map[string]int{}
	add := func(name, text string) {
		fields = append(fields, field{name, text, nth[name]})
		nth[name]++
	}
	add("Question", f.Question)
	add("Answer", f.Answer)
	add("Said by", kb.SaidBy(*f))
	add("Also asked", strings.Join(f.AlsoAsked, "\n"))
	add("Topics", strings.Join(f.Topics, ", "))
	for _, tag := range slices.Sorted(maps.Keys(f.Answers)) {
		add("Answer in "+tag, f.Answers[tag])
	}
	for _, c := range f.Citations {
		add("Quote of "+c.Source, c.Quote)
		add("Place in "+c.Source, c.Locator)
	}
	return fields
}

// wordsCompared bounds the words that are compared one by one.
const wordsCompared = 1500

// wordDiff compares two texts word by word: what only the first has is dropped,
// what only the second has is added.
func wordDiff(a, b string) []quote.Op {
	x, y := pieces(a), pieces(b)
	var ops []quote.Op
	add := func(op, text string) {
		switch n := len(ops); {
		case text == "":
		case n > 0 && ops[n-1].Op == op:
			ops[n-1].Text += text
		default:
			ops = append(ops, quote.Op{Op: op, Text: text})
		}
	}
	if len(x) > wordsCompared || len(y) > wordsCompared {
		add(quote.Dropped, a)
		add(quote.Added, b)
		return ops
	}
	common := longestCommon(x, y)
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			add(quote.Same, x[i])
			i, j = i+1, j+1
		case j == len(y) || i < len(x) && common[i+1][j] >= common[i][j+1]:
			add(quote.Dropped, x[i])
			i++
		default:
			add(quote.Added, y[j])
			j++
		}
	}
	return ops
}

// longestCommon has, for each pair of ends, the length of what they have in
// common in order.
func longestCommon(x, y []string) [][]int16 {
	table := make([][]int16, len(x)+1)
	for i := range table {
		table[i] = make([]int16, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}

// pieces cuts a text into words and what stands between them (Unicode Standard
// Annex 29); together they are the text.
func pieces(s string) []string {
	var all []string
	state := -1
	for s != "" {
		var word string
		word, s, state = uniseg.FirstWordInString(s, state)
		all = append(all, word)
	}
	return all
}
