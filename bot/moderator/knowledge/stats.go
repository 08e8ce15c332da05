package knowledge

import (
	"context"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/command"
	"verbatim/bot/event"
	"verbatim/bot/moderator/figures"
	"verbatim/bot/outbox"
	"verbatim/bot/reply"
	"verbatim/kb"
	"verbatim/kb/usage"
)

// Days of the figures.
const (
	daysUsual = 30
	daysMost  = 90
)

// stats shows what is asked, answered and missed: as a picture, and as text.
func (h *Handlers) stats(ctx context.Context, e *event.Event) reply.Reply {
	days := daysUsual
	if n, err := strconv.Atoi(e.Options[command.OptionDays]); err == nil {
		days = max(1, min(n, daysMost))
	}
	f := h.figures(ctx, e, days)
	var r reply.Reply
	for _, part := range f.Words(e.Language) {
		r.Add(reply.Ours(part))
	}
	picture, err := f.Draw()
	if err != nil {
		h.Log.Error("the figures could not be drawn", "id", e.ID, "error", err)
		return r
	}
	r.Files = []*discordgo.File{{Name: "stats.png", ContentType: "image/png", Reader: picture}}
	return r
}

func (h *Handlers) figures(ctx context.Context, e *event.Event, days int) figures.Figures {
	var f figures.Figures
	now := h.Now().UTC()
	from := now.AddDate(0, 0, 1-days).Format(time.DateOnly)
	counts, err := h.Outbox.Counts(ctx, e.Guild, from)
	if err != nil {
		h.Log.Error("what was counted could not be read", "id", e.ID, "error", err)
	}
	facts := map[string]int{}
	for i := range days {
		date := now.AddDate(0, 0, i+1-days).Format(time.DateOnly)
		f.Days = append(f.Days, dayOf(date, counts[date]))
		for factID, n := range counts[date].Facts {
			facts[factID] += n
		}
	}
	for factID, n := range facts {
		if a, ok := h.Facts.Fact(factID, e.Guild); ok {
			f.Facts = append(f.Facts, figures.Ranked{Name: a.Question, Times: n})
		}
	}
	for _, g := range h.Waiting.Groups(e.Guild) {
		f.Missed = append(f.Missed, figures.Ranked{Name: g.Questions[0].Question, Times: g.Count})
	}
	f.Facts, f.Missed = figures.Top(f.Facts), figures.Top(f.Missed)
	return f
}

func dayOf(date string, c usage.Count) figures.Day {
	d := figures.Day{Date: date}
	for outcome, n := range c.Outcomes {
		switch outcome {
		case string(kb.KindFact):
			d.Answered += n
		case string(kb.KindPassage):
			d.Passage += n
		case string(kb.ReasonEmpty), outbox.OutcomeLimited:
		default:
			d.Missed += n
		}
	}
	return d
}
