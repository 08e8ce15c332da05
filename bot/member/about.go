package member

import (
	"context"

	"verbatim/bot/event"
	"verbatim/bot/reply"
)

// about answers /about.
func (h *Handlers) about(context.Context, *event.Event) reply.Reply {
	kept := keptWithInbox
	if h.Inbox == nil {
		kept = keptWithout
	}
	return reply.Reply{Private: true, Blocks: []reply.Block{reply.Ours(whatItIs), reply.Ours(howItDecides), reply.Ours(howToAsk), reply.Ours(kept)}}
}

const (
	whatItIs = "**Verbatim answers with what official statements say, word for word, who said it, and where it stands.**"

	howItDecides = "**How it decides.** It compares your question with the questions that people have written answers to, " +
		"each with its source. There is no language model in it, and nothing is made up: if nothing fits well " +
		"enough, it says so. *Checked* means that the quote stands, character for character, in the text of its source."

	howToAsk = "**How to ask.** `/ask`, a direct message, or a mention of me in a channel. `/statements` shows what is here. " +
		"`/quote` checks a quotation. Right-click a message, Apps: **Find the source**, **Check quotes**."

	inMemory = "**What it stores.** Your last questions and the server you last asked in, in memory only: to follow " +
		"\"who said that?\", for the buttons, and to know whose facts count. They go by themselves, questions within a " +
		"day, the server within 30 days, and all of it with a restart. "

	keptWithout = inMemory + "Nothing that you ask is written down, so there is nothing to have deleted."

	keptWithInbox = inMemory + "A question asked openly in a server that could not be answered, and one that you pass " +
		"on, is kept for the moderators without your name. Direct messages and private questions are passed on only " +
		"if you say so. If you press **Tell me**, your user id is kept until you were told. Where I showed an answer in " +
		"a channel is kept for a day, to correct it if its fact changes.\n" +
		"**How to have it deleted.** Ask a moderator of the server to dismiss the question."
)
