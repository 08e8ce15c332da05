package bot_test

import (
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/kb/inbox"
)

// silentFor is how long nothing comes where the bot is to be silent.
const silentFor = 100 * time.Millisecond

// reads lets a bot read what is not for it.
func reads(c *bot.Config) { c.Reads = true }

// overhears holds a person's message to being answered with some words, or not at all.
func overhears(t *testing.T, about string, p *discordtest.Person, message, want string) {
	t.Helper()
	r := p.Overhears(message)
	if want == "" {
		if !r.Nothing(silentFor) {
			t.Errorf("%s: %q is answered with %s", about, message, r.Text())
		}
		return
	}
	shows(t, about, r, want)
}

func TestInAChannelOfItsOwnTheBotAnswersByItself(t *testing.T) {
	d := discordtest.Start(t, discordtest.AllowPrivileged())
	news := d.Guild("News")
	mia, bob := news.Member("mia", discordtest.ManageServer), news.Member("bob")
	m := moderate(t, d, reads)
	help, forum := news.Channel("help"), news.Channel("forum")
	post := forum.Thread("engines")
	const answer = "originates nothing"
	overhears(t, "where nothing is set", bob.In(help), known, "")
	shows(t, "the setting", mia.Slash("kb channel", "channel", "help", "answers", "itself"), "Answers by itself in: #help")
	mia.Slash("kb channel", "channel", "forum", "answers", "itself").Text()
	overhears(t, "a question", bob.In(help), known, answer)
	overhears(t, "a question with a wide mark", bob.In(help), "Can the Analytical Engine think？", answer)
	overhears(t, "in a post of the forum", bob.In(post), known, answer)
	overhears(t, "elsewhere", bob, known, "")
	overhears(t, "no question", bob.In(help), "The Analytical Engine cannot think.", "")
	overhears(t, "what it does not know", bob.In(help), "Who won the match last night?", "")
	overhears(t, "small talk", bob.In(help), "How are you?", "")
	overhears(t, "what only a text tells", bob.In(help), "What does the Jacquard loom weave?", "")
	overhears(t, "to somebody else", bob.In(help), "<@"+mia.ID()+"> "+known, "")
	if n := len(inbox.New(m.library).Groups(news.ID())); n != 0 {
		t.Errorf("%d questions wait that nobody put to the bot", n)
	}
	overhears(t, "a third time within a minute", bob.In(help), known, answer)
	overhears(t, "a fourth time within a minute", bob.In(help), known, "")
	overhears(t, "another channel then", bob.In(post), known, answer)
	shows(t, "what is asked of it then", bob.In(help).Mention(known), answer)
	mia.Slash("kb channel", "channel", "forum", "answers", "asked").Text()
	overhears(t, "when it is set back", bob.In(post), known, "")
}

func TestInAChannelWhereItNeverAnswersTheBotIsSilent(t *testing.T) {
	d := discordtest.Start(t)
	news := d.Guild("News")
	mia, bob := news.Member("mia", discordtest.ManageServer), news.Member("bob")
	moderate(t, d)
	quiet := news.Channel("quiet")
	shows(t, "the setting", mia.Slash("kb channel", "channel", "quiet", "answers", "never"), "Never answers in: #quiet")
	for _, at := range []*discordtest.Channel{quiet, quiet.Thread("aside")} {
		if r := bob.In(at).Mention(known); !r.Nothing(silentFor) {
			t.Errorf("a mention is answered with %s", r.Text())
		}
		r := bob.In(at).Slash("ask", "question", known)
		shows(t, "a command there", r, "I am not to answer in this channel")
		if !r.Private() {
			t.Error("everybody sees that the bot does not answer")
		}
		shows(t, "a moderator there", mia.In(at).Slash("fact list"), "2 facts")
	}
	shows(t, "elsewhere", bob.Mention(known), "originates nothing")
	shows(t, "alone", bob.Alone().Direct(known), "originates nothing")
}

func TestAChannelThatCannotBeReadIsToldOf(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	shows(t, "without the right to read", mia.Slash("kb channel", "channel", "general", "answers", "itself"), "VERBATIM_READ_MESSAGES")
	lacks(t, "never", mia.Slash("kb channel", "channel", "general", "answers", "never"), "VERBATIM_READ_MESSAGES")
}
