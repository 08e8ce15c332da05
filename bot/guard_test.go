package bot_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/time/rate"
	"golang.org/x/tools/txtar"

	"verbatim/bot"
	"verbatim/bot/discordtest"
	"verbatim/bot/discordtest/fault"
)

// library is the knowledge of the conversation "ask".
func opened(t *testing.T, d *discordtest.Discord) *shelf {
	t.Helper()
	a, err := txtar.ParseFile("testdata/ask.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return shelve(t, d, a)
}

const (
	known   = "Can the Analytical Engine think?"
	answer  = "No. It does what we know how to order it to do."
	ownFact = "When is the analytical lunch?"
	ownSays = "At noon."
)

// shows wants a text in what a person sees.
func shows(t testing.TB, about string, r *discordtest.Reply, want string) {
	t.Helper()
	if got := r.Text(); !strings.Contains(got, want) {
		t.Errorf("%s: want %q in\n%s", about, want, got)
	}
}

// lacks wants a text not to be in what a person sees.
func lacks(t testing.TB, about string, r *discordtest.Reply, secret string) {
	t.Helper()
	if got := r.Text(); strings.Contains(got, secret) {
		t.Errorf("%s: %q is in\n%s", about, secret, got)
	}
}

func TestButtonsAreOnlyForTheirPeople(t *testing.T) {
	d := discordtest.Start(t)
	ann, bob := d.Guild("News").Member("ann"), d.Guild("News").Member("bob")
	other := d.Guild("Elsewhere").Member("bob")
	s := stand(t, d, opened(t, d))
	r := ann.Slash("ask", "question", known)
	ids := r.CustomIDs()
	private := ann.Slash("ask", "question", ownFact, "private", true)
	secret := private.CustomIDs()

	shows(t, "a button of somebody else", r.As(bob).Press("Not my question"), "belongs to somebody else")
	shows(t, "a made-up id", r.As(bob).Forge("context:engine-notes-1843/originates-nothing"), "I do not know this button")
	shows(t, "a share of somebody else's private answer", r.As(bob).Forge(secret[3]), "belongs to somebody else")
	shows(t, "a changed id", r.As(bob).Forge(ids[0][:20]+"A"+ids[0][21:]), "I do not know this button")
	shows(t, "a menu's id with a value of no fact", ann.Slash("ask", "question", "analytical?").Forge(menuID(t, ann), "news-own/none"), "not here any more")

	elsewhere := other.Slash("ask", "question", known)
	for _, id := range append(ids, secret...) {
		lacks(t, "a button of another server", elsewhere.Forge(id), ownSays)
	}
	shows(t, "a button of another server", elsewhere.Forge(secret[0]), "cannot be shown here")
	shows(t, "a fact of another server chosen from a menu", elsewhere.Forge(menuID(t, other), "news-own/lunch"), "not here any more")

	s.clock.forward(25 * time.Hour)
	shows(t, "an old button", r.Press("Not my question"), "too old")
	shows(t, "Context of yesterday", r.Press("Context"), "no pretensions")
	s.clock.forward(31 * 24 * time.Hour)
	shows(t, "Context of last month", r.Press("Context"), "too old")
	if !r.Press("Context").Private() {
		t.Error("the sentence about an old button is seen by all")
	}
}

// menuID is the id of the menu of an abstention.
func menuID(t *testing.T, p *discordtest.Person) string {
	t.Helper()
	return p.Slash("ask", "question", "analytical what?").CustomIDs()[0]
}

func TestAServersFactsCountInDirectMessagesForItsMembersOnly(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	eve := d.Guild("Elsewhere").Member("eve")
	s := stand(t, d, opened(t, d))
	lacks(t, "before ann asked in a server", ann.Direct(ownFact), ownSays)
	ann.Slash("ask", "question", known).Text()
	eve.Slash("ask", "question", known).Text()
	said := ann.Direct(ownFact)
	shows(t, "a member of the server last asked in", said, ownSays)
	lacks(t, "somebody of another server", eve.Direct(ownFact), ownSays)
	shows(t, "suggestions in direct messages", ann.Alone().Slash("ask", "question", "news-own/lunch"), ownSays)

	ann.Leaves()
	s.clock.forward(11 * time.Second)
	lacks(t, "somebody who left", ann.Direct(ownFact), ownSays)
	shows(t, "a button on an answer of before", said.As(ann.Alone()).Press("Cite"), "cannot be shown here")
	lacks(t, "an id of that server's fact", ann.Alone().Slash("ask", "question", "news-own/lunch"), ownSays)
}

func TestNobodyIsAMemberWhileDiscordDoesNotSay(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	s := stand(t, d, opened(t, d))
	ann.Slash("ask", "question", known).Text()
	s.clock.forward(11 * time.Second)
	d.FaultAlways("GET /guilds/*/members/*", fault.Status(400))
	lacks(t, "while Discord does not say", ann.Direct(ownFact), ownSays)
	d.Heal()
	shows(t, "once it says so", ann.Direct(ownFact), ownSays)
}

func TestAGroupOfPeopleSeesNoServersFacts(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, opened(t, d))
	ann.Slash("ask", "question", known).Text()
	abroad := d.Foreign("Abroad").Member("ann")
	lacks(t, "in a server without the bot", abroad.Slash("ask", "question", ownFact), ownSays)
	lacks(t, "an id in a server without the bot", abroad.Slash("ask", "question", "news-own/lunch"), ownSays)
}

func TestWhatIsOddIsAnsweredPlainly(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	stand(t, d, opened(t, d))
	const noQuestion = "There is no question in that."
	for _, value := range []any{12.0, true, nil, []any{"x"}, map[string]any{"a": 1.0}} {
		shows(t, "an option of another type", ann.Slash("ask", "question", discordtest.Raw{Type: 3, Value: value}), noQuestion)
	}
	shows(t, "an option that says another type", ann.Slash("ask", "question", discordtest.Raw{Type: 5, Value: known}), noQuestion)
	shows(t, "a command without options", ann.Interact(2, map[string]any{"id": "1", "name": "ask", "type": 1}), noQuestion)
	shows(t, "a command that is not known", ann.Interact(2, map[string]any{"id": "1", "name": "rm", "type": 1}), "I do not know that command")
	shows(t, "a message command without its message", ann.Interact(2, map[string]any{
		"id": "1", "name": "Find the source", "type": 3, "target_id": "5",
	}), "no text in that message")
	shows(t, "a form that was never asked for", ann.Interact(5, map[string]any{"custom_id": "x", "components": []any{}}), "I do not know this button")
	shows(t, "a nil member in direct messages", ann.Alone().Slash("ask", "question", known), answer)
	shows(t, "a handler that panics", ann.Slash("ask", "question", "panic"), "Something went wrong")
	shows(t, "the next question", ann.Slash("ask", "question", known), answer)
	shows(t, "10,000 characters", ann.Slash("ask", "question", strings.Repeat("why \u202e", 2000)), "Nothing in what I hold")
}

func TestNobodyIsPingedByAQuestionOrAFact(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	k := opened(t, d)
	fact := &k.of[""][0].Facts[0]
	fact.Answer = "@everyone look at [this](https://evil.example) \u202eabc"
	fact.Citations[0].Quote = "<@1> @here"
	fact.Question = "Is @everyone here?"
	stand(t, d, k)
	r := ann.Slash("ask", "question", "Is @everyone here?")
	shows(t, "the answer", r, `\@everyone look at [this\](https\://evil.example) abc`)
	shows(t, "the quote", r, `> \<@1> \@here`)
	shows(t, "a question of nothing that is known", ann.Mention("@everyone Is there an everyone?"), "Nothing in what I hold")
	// That no request lets anybody be pinged, the stand-in checks of each.
}

func TestWhoAsksTooMuchIsToldSo(t *testing.T) {
	d := discordtest.Start(t)
	ann, bob := d.Guild("News").Member("ann"), d.Guild("News").Member("bob")
	stand(t, d, opened(t, d), func(c *bot.Config) {
		c.Limits = bot.Limits{User: rate.Every(time.Hour), UserBurst: 2, Server: rate.Every(time.Hour), ServerBurst: 4}
	})
	shows(t, "the first question", ann.Slash("ask", "question", known), answer)
	shows(t, "the second", ann.Slash("ask", "question", known), answer)
	third := ann.Slash("ask", "question", known)
	shows(t, "the third", third, "a lot at once")
	if !third.Private() {
		t.Error("everybody sees that somebody asked too much")
	}
	if !ann.Mention(known).Nothing(100 * time.Millisecond) {
		t.Error("who was told already is told again by a message that all see")
	}
	shows(t, "somebody else", bob.Slash("ask", "question", known), answer)
	shows(t, "somebody else", bob.Mention(known), answer)
	shows(t, "one too many in the server", d.Guild("News").Member("cai").Slash("ask", "question", known), "This server asks more")
	shows(t, "elsewhere", d.User("dan").Alone().Direct(known), answer)
}

func TestAQuestionPassedOnIsSavedOnceOrSaidNotToBe(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	s := stand(t, d, opened(t, d))
	s.inbox.fail = errors.New("disk full")
	r := ann.Slash("ask", "question", "Can the analytical engine love?")
	shows(t, "a store that saves nothing", r, "Nothing in what I hold")
	shows(t, "a store that saves nothing", r.Press("Tell me"), "could not be saved")
	s.inbox.mu.Lock()
	s.inbox.fail = nil
	s.inbox.mu.Unlock()
	r.Press("Tell me").Text()
	r.Press("Tell me").Text()
	ann.Slash("ask", "question", "And love?", "private", true).Text()
	ann.Direct("And hate?").Text()
	kept := s.inbox.all()
	if len(kept) != 1 || kept[0].Tell != ann.ID() || kept[0].Server != d.Guild("News").ID() {
		t.Errorf("the inbox has %+v, want one question of News for ann", kept)
	}
}

func TestQuestionsAreInNoLogAtInfo(t *testing.T) {
	d := discordtest.Start(t)
	ann := d.Guild("News").Member("ann")
	s := stand(t, d, opened(t, d))
	ann.Slash("ask", "question", "Who hides the zebra?").Text()
	ann.Direct("Who hides the zebra?").Text()
	for line := range strings.SplitSeq(s.log.String(), "\n") {
		if strings.Contains(line, "zebra") {
			t.Errorf("a question is in the log: %s", line)
		}
	}
}
