// Package figures shows what a server asked within some days: as a picture, and
// as text for who cannot see it. It counts nothing and knows no store; package
// moderator calls it for /kb stats.
package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/bot/reply"
	"verbatim/kb/catalog"
)

// Figures are what a server asked within days.
type Figures struct {
	Days   []Day    // every day, the oldest first
	Facts  []Ranked // the most asked
	Missed []Ranked // the most asked questions that wait
}

// Day are the questions of one day, by how they ended.
type Day struct {
	Date                      string // YYYY-MM-DD
	Answered, Passage, Missed int
}

// Ranked is a question with how often it was asked.
type Ranked struct {
	Name  string
	Times int
}

// topMost is how many are listed.
const topMost = 10

// Top are the first of a list, those asked most often in front.
func Top(all []Ranked) []Ranked {
	slices.SortFunc(all, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Name, b.Name))
	})
	return all[:min(len(all), topMost)]
}

// Words are the figures as paragraphs of Markdown.
func (f Figures) Words(l catalog.Language) []string {
	var sum Day
	var busy []string
	for _, d := range f.Days {
		sum.Answered, sum.Passage, sum.Missed = sum.Answered+d.Answered, sum.Passage+d.Passage, sum.Missed+d.Missed
		if d.Answered+d.Passage+d.Missed > 0 {
			busy = append(busy, fmt.Sprintf("%s: %d + %d + %d", d.Date[5:], d.Answered, d.Passage, d.Missed))
		}
	}
	all := []string{l.Say("stats.sum", catalog.Count, sum.Answered+sum.Passage+sum.Missed,
		"Days", l.Say("stats.days", catalog.Count, len(f.Days)), "Answered", sum.Answered, "Passages", sum.Passage, "Missed", sum.Missed)}
	if len(f.Facts) > 0 {
		all = append(all, "**"+l.Say("stats.facts")+"**"+list(f.Facts))
	}
	if len(f.Missed) > 0 {
		all = append(all, "**"+l.Say("stats.missed")+"** (`/inbox`)"+list(f.Missed))
	}
	if len(busy) > 0 {
		all = append(all, "-# "+l.Say("stats.by-day", "Days", strings.Join(busy, " · ")))
	}
	return all
}

func list(all []Ranked) string {
	var s strings.Builder
	for i, r := range all {
		fmt.Fprintf(&s, "\n%d. %s · %d", i+1, reply.OneLine(reply.Label(r.Name, reply.OptionMost)), r.Times)
	}
	return s.String()
}
