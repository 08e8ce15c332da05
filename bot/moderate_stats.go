package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/kb"
	"verbatim/kb/usage"
)

// Days of the figures.
const (
	daysUsual = 30
	daysMost  = 90
	topMost   = 10
)

// figures are what a server asked within days.
type figures struct {
	days   []dayFigures // every day, the oldest first
	total  dayFigures
	facts  []ranked // the most asked
	missed []ranked // the most asked questions that wait
}

// dayFigures are the questions of one day, or of all.
type dayFigures struct {
	day                       string // YYYY-MM-DD
	answered, passage, missed int
}

type ranked struct {
	name string
	n    int
}

// stats shows what is asked, answered and missed: as a picture, and as text.
func (b *Bot) stats(ctx context.Context, e *Event) Reply {
	days := daysUsual
	if n, err := strconv.Atoi(e.Options[optionDays]); err == nil {
		days = max(1, min(n, daysMost))
	}
	f := b.figures(ctx, e, days)
	words := f.words()
	r := Reply{Blocks: []Block{}}
	for part := range strings.SplitSeq(words, "\n\n") {
		r.Blocks = append(r.Blocks, ours(part))
	}
	picture, err := f.draw()
	if err != nil {
		b.Log.Error("the figures could not be drawn", "id", e.ID, "error", err)
		return r
	}
	r.Files = []*discordgo.File{{Name: "stats.png", ContentType: "image/png", Reader: picture}}
	return r
}

func (b *Bot) figures(ctx context.Context, e *Event, days int) figures {
	var f figures
	now := b.Now().UTC()
	from := now.AddDate(0, 0, 1-days).Format(time.DateOnly)
	counts, err := b.counted(ctx, e.Guild, from)
	if err != nil {
		b.Log.Error("what was counted could not be read", "id", e.ID, "error", err)
	}
	facts := map[string]int{}
	for i := range days {
		day := now.AddDate(0, 0, i+1-days).Format(time.DateOnly)
		d := dayOf(day, counts[day])
		f.days = append(f.days, d)
		f.total.answered += d.answered
		f.total.passage += d.passage
		f.total.missed += d.missed
		for factID, n := range counts[day].Facts {
			facts[factID] += n
		}
	}
	for factID, n := range facts {
		if a, ok := b.Knowledge.Fact(factID, e.Guild); ok {
			f.facts = append(f.facts, ranked{a.Question, n})
		}
	}
	for _, g := range b.Questions.Groups(e.Guild) {
		f.missed = append(f.missed, ranked{g.Questions[0].Question, g.Count})
	}
	f.facts, f.missed = top(f.facts), top(f.missed)
	return f
}

func dayOf(day string, c usage.Count) dayFigures {
	d := dayFigures{day: day}
	for outcome, n := range c.Outcomes {
		switch outcome {
		case string(kb.KindFact):
			d.answered += n
		case string(kb.KindPassage):
			d.passage += n
		case string(kb.ReasonEmpty), outcomeLimited:
		default:
			d.missed += n
		}
	}
	return d
}

func top(all []ranked) []ranked {
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.name, b.name)) })
	return all[:min(len(all), topMost)]
}

// words are the same figures as text, for who cannot see the picture.
func (f figures) words() string {
	all := f.total.answered + f.total.passage + f.total.missed
	var s strings.Builder
	fmt.Fprintf(&s, "**%s within %s**: %d answered with a fact, %d with a passage, %d not answered.",
		count(all, "question"), count(len(f.days), "day"), f.total.answered, f.total.passage, f.total.missed)
	if len(f.facts) > 0 {
		s.WriteString("\n\n**Most asked facts**" + f.list(f.facts))
	}
	if len(f.missed) > 0 {
		s.WriteString("\n\n**Most missed questions** (`/inbox`)" + f.list(f.missed))
	}
	var busy []string
	for _, d := range f.days {
		if n := d.answered + d.passage + d.missed; n > 0 {
			busy = append(busy, fmt.Sprintf("%s: %d + %d + %d", d.day[5:], d.answered, d.passage, d.missed))
		}
	}
	if len(busy) > 0 {
		s.WriteString("\n\n-# By day, facts + passages + not answered: " + strings.Join(busy, " · "))
	}
	return s.String()
}

func (figures) list(all []ranked) string {
	var s strings.Builder
	for i, r := range all {
		fmt.Fprintf(&s, "\n%d. %s · %d", i+1, oneLine(label(r.name, optionMost)), r.n)
	}
	return s.String()
}
