package bot_test

import (
	"strings"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb/inbox"
)

const zebra = "Who hides the striped zebra?"

func TestAnUnansweredQuestionIsAnsweredFromTheInbox(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	bob, cai := d.Guild("News").Member("bob"), d.Guild("News").Member("cai")
	eve := d.Guild("Elsewhere").Member("eve", discordtest.ManageServer)
	m := moderate(t, d)
	news := d.Guild("News").ID()
	bob.Slash("ask", "question", zebra).Text()
	asked := cai.Slash("ask", "question", "the striped zebra, who hides it?")
	shows(t, "Tell me", asked.Press("Tell me"), "with the moderators now")
	shows(t, "Tell me, again", asked.Press("Tell me"), "with the moderators now")
	bob.Slash("ask", "question", "And the giraffe?", "private", true).Text()
	until(t, "the questions in the inbox", func() bool {
		all := inbox.New(m.library).Groups(news)
		return len(all) == 1 && all[0].Count == 2 && all[0].Tell == 1
	})
	shows(t, "another server's inbox", eve.Slash("inbox"), "Nothing waits")

	list := mia.Slash("inbox")
	shows(t, "the inbox", list, "1 question waits")
	lacks(t, "the inbox", list, "giraffe")
	one := list.Choose(list.Options()[0])
	shows(t, "one question", one, "In other words")
	shows(t, "one question", one, "1 person to be told")
	form := one.Press("Answer").Choose("Richard Taylor, Sketch of the Analytical Engine, 1 August 1843 · Notes on the Analytical Engine").Form()
	if q := form.Value("Question"); !strings.Contains(q, "zebra") {
		t.Fatalf("the form has %q", q)
	}
	saved := form.Fill("Answer", "The loom does.", "Said by", "Ada Lovelace", "Quote", weaves)
	shows(t, "answered", saved, "out of the inbox")
	shows(t, "the next question", bob.Slash("ask", "question", zebra), "The loom does.")
	until(t, "the direct message", func() bool {
		last := cai.Alone().Last()
		return last != nil && len(inbox.New(m.library).Tells()) == 0
	})
	shows(t, "nothing is left", mia.Slash("inbox"), "Nothing waits")
	told := 0
	for _, sent := range d.Requests("POST /channels/*/messages") {
		if strings.Contains(string(sent.Body), "Your question is answered now") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

func TestAQuestionIsLinkedOrDismissed(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	bob := d.Guild("News").Member("bob").TakesNoDirect()
	m := moderate(t, d)
	news := d.Guild("News").ID()
	bob.Slash("ask", "question", zebra).Press("Tell me").Text()
	until(t, "the question", func() bool { return len(inbox.New(m.library).Groups(news)) == 1 })
	open := func() *discordtest.Reply {
		list := mia.Slash("inbox")
		return list.Choose(list.Options()[0])
	}
	linked := open().Press("Link to a fact").Choose("Could the engine compose music?")
	shows(t, "linked", linked, "Linked.")
	shows(t, "the next question", bob.Slash("ask", "question", zebra), "It might.")
	until(t, "who takes no direct messages is forgotten", func() bool { return len(inbox.New(m.library).Tells()) == 0 })

	bob.Slash("ask", "question", "Where do giraffes sleep at night?").Text()
	until(t, "the next question", func() bool { return len(inbox.New(m.library).Groups(news)) == 1 })
	shows(t, "dismissed", open().Press("Dismiss"), "does not come back")
	bob.Slash("ask", "question", "Where do giraffes sleep at night?").Text()
	bob.Slash("ask", "question", "At night, where do giraffes sleep?").Text()
	bob.Slash("ask", "question", "Where are the keys of the house?").Text()
	until(t, "another question", func() bool { return len(inbox.New(m.library).Groups(news)) == 1 })
	lacks(t, "the inbox", mia.Slash("inbox"), "giraffes")
}

func TestNoticeOfNewQuestions(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	bob := d.Guild("News").Member("bob")
	desk := d.Guild("News").Channel("desk")
	moderate(t, d)
	shows(t, "the setting", mia.Slash("kb settings", "notice-channel", discordtest.Raw{Type: 7, Value: desk.ID()}), "#desk")
	bob.Slash("ask", "question", zebra).Text()
	bob.Slash("ask", "question", "Where do giraffes sleep at night?").Text()
	until(t, "the notice", func() bool { return mia.In(desk).Last() != nil })
	notices := 0
	for _, sent := range d.Requests("POST /channels/*/messages") {
		if strings.Contains(string(sent.Body), "waits in `/inbox`") {
			notices++
		}
	}
	if notices != 1 {
		t.Errorf("there are %d notices within a minute", notices)
	}
}

func TestWhatIsDeliveredTwiceIsSavedOnce(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	d.Twice()
	added(t, mia)
	mia.Slash("source add", "title", "Twice", "publisher", "News", "date", "2026-01-01").Text()
	mia.Slash("ask", "question", zebra).Press("Tell me").Text()
	until(t, "the question", func() bool { return len(inbox.New(m.library).Groups(d.Guild("News").ID())) == 1 })
	facts, sources := 0, 0
	for _, s := range m.library.Statements(d.Guild("News").ID()) {
		facts += len(s.Facts)
		sources += len(s.Sources)
	}
	if facts != 3 || sources != 3 {
		t.Errorf("there are %d facts and %d sources", facts, sources)
	}
	if g := inbox.New(m.library).Groups(d.Guild("News").ID())[0]; g.Count != 1 || g.Tell != 1 {
		t.Errorf("the inbox has %+v", g)
	}
}
