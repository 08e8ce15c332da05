package bot_test

import (
	"testing"

	"verbatim/bot"
	"verbatim/bot/discordtest"
)

// shared is as a bot is of which there are several with one database.
func shared(c *bot.Config) { c.Shared = true }

func TestAnAnswerInAnotherLanguageIsSavedWhereSeveralProcessesAnswer(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d, shared)
	form := mia.Slash("fact translate", "fact", "engine/originates", "language", "fr").Form()
	shows(t, "the answer in French", form.Fill("Answer in français", "Non. Elle ne crée rien."), "Saved.")
	shows(t, "the fact", mia.Slash("fact show", "fact", "engine/originates"), "fr: Non. Elle ne crée rien.")
}

func TestAnEditedDraftLeadsToTheNextWhereSeveralProcessesAnswer(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d, shared)
	added := mia.Slash("source add", "title", "Accord", "publisher", "Gazette", "date", "2031-03-14", "text", accordFile())
	saved := added.Press("Look at the drafts").Press("Edit").Form().Fill("Answer", "The harbour towns, for ferries.")
	shows(t, "edited", saved, "Saved")
	shows(t, "the next", saved.Press("Next draft"), "3 drafts of 4 are left")
}
