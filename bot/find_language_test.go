package bot_test

import (
	"context"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb"
)

// polyglot answers each question with the name of the language that it came with.
type polyglot struct{ *shelf }

func (k polyglot) Ask(_ context.Context, q kb.Question) kb.Answer {
	a, _ := k.Fact("engine-notes-1843/originates-nothing", q.Server)
	a.Text, a.Answers = "asked in "+q.Language+".", nil
	return a
}

func TestEveryQuestionSaysInWhichLanguageItIsAnswered(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann").Speaks("fr")
	stand(t, d, polyglot{opened(t, d)})
	ann.Says("La machine pense-t-elle ?")
	shows(t, "Find the source", ann.Apps(ann.Last(), "Find the source"), "asked in fr.")
	words := ann.Direct("Qui a dit “zebras graze at noon tonight”, et la machine pense-t-elle vraiment toute seule ?")
	shows(t, "a message with a quotation", words, "asked in fr.")
}
