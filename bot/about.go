package bot

import "context"

// about answers /about.
func (b *Bot) about(context.Context, *Event) Reply {
	return Reply{Private: true, Blocks: []Block{
		ours("**Verbatim answers with what official statements say, word for word, who said it, and where it stands.**"),
		ours("**How it decides.** It compares your question with the questions that people have written answers to, " +
			"each with its source. There is no language model in it, and nothing is made up: if nothing fits well " +
			"enough, it says so. *Checked* means that the quote stands, character for character, in the text of its source."),
		ours("**How to ask.** `/ask`, a direct message, or a mention of me in a channel. `/statements` shows what is here. " +
			"Right-click a message, Apps, **Find the source**."),
		ours("**What it stores.** Your last questions and the server you last asked in, in memory only: to follow " +
			"\"who said that?\", for the buttons, and to know whose facts count. A question asked openly in a server that could " +
			"not be answered, and one that you pass on, is kept for the moderators without your name. Direct messages and " +
			"private questions are passed on only if you say so. If you press **Tell me**, your user id is kept until you were told."),
		ours("**How to have it deleted.** What is in memory goes by itself: questions within a day, the server you last asked in " +
			"within 30 days, all of it with a restart. For a question that was passed on, ask a moderator of the server to dismiss it."),
	}}
}
