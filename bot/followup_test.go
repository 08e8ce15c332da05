package bot_test

import (
	"testing"

	"verbatim/bot/discordtest"
)

// TestWhatIsAskedOfAnAnswerIsALine goes on from an answer of the real knowledge, in
// direct messages, by mention and by a reply.
func TestWhatIsAskedOfAnAnswerIsALine(t *testing.T) {
	d := discordtest.Start(t)
	ann, bob := d.Guild("News").Member("ann"), d.Guild("News").Member("bob")
	moderate(t, d)
	const question, answer = "Can the Analytical Engine think?", "originates nothing"
	const line = "Ada Lovelace said that."
	shows(t, "the answer in a direct message", ann.Direct(question), answer)
	for asked, said := range map[string]string{
		"who said that?":      line,
		"من قال ذلك؟":         "قال ذلك",
		"谁说的？":                "说的",
		"¿quién lo dijo?":     "Lo dijo",
		"Wer hat das gesagt?": "Das hat",
	} {
		told := ann.Direct(asked)
		shows(t, asked, told, said)
		shows(t, asked, told, "Ada Lovelace")
		lacks(t, asked, told, answer)
	}
	shows(t, "thanks", ann.Direct("thank you!"), "welcome")
	shows(t, "the conversation after thanks", ann.Direct("when was that?"), "dated 1 August 1843")

	public := ann.Mention(question)
	shows(t, "a mention", public, answer)
	shows(t, "the next mention", ann.Mention("source?"), "Richard Taylor")
	shows(t, "a reply of somebody else to the answer", bob.Answers(public, "who said that?"), line)
	shows(t, "an overview", ann.Mention("what is the statement about?"), "Notes on the Analytical Engine")
	shows(t, "a public answer repeats the question", bob.Slash("ask", "question", question), "-# "+question)
	lacks(t, "a private answer", bob.Slash("ask", "question", question, "private", true), "-# "+question)
}

func TestOfferedQuestionsAreButtons(t *testing.T) {
	d := discordtest.Start(t)
	bob := d.Guild("News").Member("bob")
	moderate(t, d)
	offered := bob.Slash("ask", "question", "Did the engine compose a waltz in Paris?")
	shows(t, "what is offered", offered, "[💬 Could the engine compose music?]")
	shows(t, "what is picked", offered.Press("Could the engine compose music?"), "It might")
}
