package bot_test

import (
	"context"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/kb"
)

// slowly answers after the time within which the bot has to answer.
func slowly(t *testing.T) (*discordtest.Discord, *discordtest.Person, *shelf) {
	d := discordtest.Start(t, discordtest.AcknowledgeWithin(600*time.Millisecond))
	ann := d.Guild("News").Member("ann")
	k := opened(t, d)
	stand(t, d, k, func(c *bot.Config) { c.Defer = 100 * time.Millisecond })
	k.slow = 800 * time.Millisecond
	return d, ann, k
}

func TestWhatTakesLongIsAcknowledgedFirst(t *testing.T) {
	_, ann, _ := slowly(t)
	r := ann.Slash("ask", "question", known)
	shows(t, "the acknowledged question", r, "The answer stands below")
	if !r.Private() {
		t.Error("the acknowledgement is seen by all")
	}
	if took := r.Took(); took > 400*time.Millisecond {
		t.Errorf("it was acknowledged after %v", took)
	}
	shows(t, "the answer", r.Next(), answer)
	if r.Next().Private() {
		t.Error("the answer to a public question is private")
	}
}

func TestAnAbstentionThatTakesLongStaysPrivate(t *testing.T) {
	_, ann, _ := slowly(t)
	r := ann.Slash("ask", "question", "Can the analytical engine love?")
	shows(t, "the abstention", r, "Nothing in what I hold")
	if !r.Private() {
		t.Error("the abstention is seen by all")
	}
	shows(t, "a private answer", ann.Slash("ask", "question", known, "private", true), answer)
	shows(t, "an answer in direct messages", ann.Alone().Slash("ask", "question", known), answer)
}

func TestAPanicThatComesLateIsAnswered(t *testing.T) {
	_, ann, _ := slowly(t)
	shows(t, "a late panic", ann.Slash("ask", "question", "panic"), "Something went wrong")
}

// french answers slowly, and has the conversation go on in French.
type french struct{ *shelf }

func (k french) Ask(ctx context.Context, q kb.Question) kb.Answer {
	a := k.shelf.Ask(ctx, q)
	a.Wants = "fr"
	return a
}

// The race detector looks on when the handler changes the language while a reply waits.
func TestALateAnswerIsInTheLanguageThatWasAskedFor(t *testing.T) {
	d := discordtest.Start(t, discordtest.AcknowledgeWithin(600*time.Millisecond))
	ann := d.Guild("News").Member("ann")
	k := opened(t, d)
	stand(t, d, french{k}, func(c *bot.Config) { c.Defer = 100 * time.Millisecond })
	k.slow = 300 * time.Millisecond
	r := ann.Slash("ask", "question", "Can the analytical engine love?")
	shows(t, "the abstention", r, "Rien de ce que")
}
