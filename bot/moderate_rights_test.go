package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/kb/inbox"
)

// everyCommand is one use of each of the moderators' commands.
var everyCommand = [][]any{
	{"fact add", "source", "engine/notes"},
	{"fact edit", "fact", "engine/originates"},
	{"fact remove", "fact", "engine/originates"},
	{"fact restore", "fact", "engine/originates"},
	{"fact show", "fact", "engine/originates"},
	{"fact history", "fact", "engine/originates"},
	{"fact list"},
	{"fact unsaved"},
	{"source add", "title", "x", "publisher", "y"},
	{"source edit", "source", "engine/notes"},
	{"source drafts", "source", "engine/notes"},
	{"source list"},
	{"alias add", "name", "x", "other", "y"},
	{"alias remove", "name", "x"},
	{"alias list"},
	{"inbox"},
	{"kb import", "file", discordtest.File{Name: "x.yaml", Type: "text/plain", Body: []byte("x")}},
	{"kb bring", "file", discordtest.File{Name: "x.csv", Type: "text/plain", Body: []byte("x")}},
	{"kb export"},
	{"kb stats"},
	{"kb settings", "private", true},
	{"kb channel", "channel", "general", "answers", "never"},
}

const refusal = "Only moderators of this server can do that"

func TestNobodyElseDoesWhatModeratorsDo(t *testing.T) {
	d := discordtest.Start(t)
	bob := d.Guild("News").Member("bob")
	abroad := d.Foreign("Abroad").Member("bob", discordtest.Administrator)
	m := moderate(t, d)
	for _, c := range everyCommand {
		name := fmt.Sprint(c[0])
		r := bob.Slash(name, c[1:]...)
		shows(t, "/"+name+" by a member", r, refusal)
		if !r.Private() {
			t.Errorf("/%s: everybody sees that somebody is refused", name)
		}
		shows(t, "/"+name+" by an administrator of a server without the bot", abroad.Slash(name, c[1:]...), "works in a server only")
		shows(t, "/"+name+" alone", bob.Alone().Slash(name, c[1:]...), "works in a server only")
	}
	for _, typed := range [][]any{{"fact edit", "fact", "engine"}, {"fact add", "source", ""}, {"fact list", "topic", ""}, {"alias add", "name", ""}} {
		if got := bob.Type(fmt.Sprint(typed[0]), typed[1:]...).Suggestions(); len(got) != 0 {
			t.Errorf("suggestions for /%s to a member: %q", typed[0], got)
		}
	}
	if h := m.library.Settings(d.Guild("News").ID()); h.Private {
		t.Error("a member has changed the settings")
	}
}

func TestARoleOfTheSettingsMakesAModerator(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	role := d.Guild("News").Role("editors")
	ed := d.Guild("News").Member("ed").Wears("editors")
	other := d.Guild("Elsewhere").Member("ed")
	moderate(t, d)
	everyone := discordtest.Raw{Type: 8, Value: d.Guild("News").ID()}
	shows(t, "everybody as moderators", mia.Slash("kb settings", "role", everyone), "Everybody has that role")
	shows(t, "before it is set", ed.Slash("fact list"), refusal)
	shows(t, "the setting", mia.Slash("kb settings", "role", role), "@editors")
	shows(t, "after", ed.Slash("fact list"), "2 facts.")
	shows(t, "in another server", other.Slash("fact list"), refusal)
	open, refused := ed.Slash("fact add", "source", "engine/notes").Form(), fill(ed.Slash("fact add", "source", "engine/notes").Form(), cook, cookSays, wrongQuote)
	shows(t, "a wrong quote", refused, "Edit again")
	mia.Slash("kb settings", "clear", true).Text()
	shows(t, "when it is taken back", ed.Slash("fact list"), refusal)
	shows(t, "a form that was open then", fill(open, cook, cookSays, ""), refusal)
	shows(t, "a button of then", refused.Press("Edit again"), refusal)
	shows(t, "what was not saved", ed.Slash("fact unsaved"), refusal)
}

func TestWhoMayAddAnswersQuestionsAndPutsNoneAway(t *testing.T) {
	d := discordtest.Start(t)
	news := d.Guild("News")
	mia, ada, bob := news.Member("mia", discordtest.ManageServer), news.Member("ada").Wears("authors"), news.Member("bob")
	m := moderate(t, d)
	everyone := discordtest.Raw{Type: 8, Value: news.ID()}
	shows(t, "everybody may add", mia.Slash("kb settings", "adding-role", everyone), "Everybody has that role")
	mia.Slash("kb settings", "adding-role", news.Role("authors")).Text()
	bob.Slash("ask", "question", zebra).Text()
	until(t, "the question", func() bool { return len(inbox.New(m.library).Groups(news.ID())) == 1 })
	list := ada.Slash("inbox")
	one := list.Choose(list.Options()[0])
	const ownOnly = "change what you added yourself"
	shows(t, "put away", one.Press("Dismiss"), ownOnly)
	shows(t, "linked to a fact of others", one.Press("Link to a fact").Choose("Could the engine compose music?"), ownOnly)
	added(t, ada)
	shows(t, "linked to a fact of theirs", one.Press("Link to a fact").Choose(cook), "Linked.")
	open := ada.Slash("fact edit", "fact", "engine/who-wrote-the-cookery-book").Form()
	again := fill(ada.Slash("fact add", "source", "engine/notes").Form(), known, "It cannot.", "")
	shows(t, "words added to a fact of others", again.Press("Add the words to it"), ownOnly)
	mia.Slash("kb settings", "clear", true).Text()
	shows(t, "a form that was open when the role was taken back", fill(open, cook, "Somebody.", weaves), refusal)
}

// rightsGo takes the rights of a moderator away.
func rightsGo(p *discordtest.Person) *discordtest.Person {
	p.Leaves() // what Discord then tells of them has no rights
	return p
}

func TestFormsAndButtonsAreCheckedWhenTheyAreUsed(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	eve := d.Guild("Elsewhere").Member("eve", discordtest.ManageServer)
	rose := d.Guild("News").Member("rose", discordtest.ManageServer)
	bob := d.Guild("News").Member("bob")
	moderate(t, d)
	open := mia.Slash("fact add", "source", "engine/notes").Form()
	asking := mia.Slash("fact remove", "fact", "engine/originates")
	ids := asking.CustomIDs()
	mine := bob.Slash("ask", "question", known)
	for _, id := range ids {
		shows(t, "a moderator's button pressed by a member", mine.Forge(id), "belongs to somebody else")
		shows(t, "a moderator's button pressed by another", rose.Slash("fact list").Forge(id), "belongs to somebody else")
		shows(t, "a moderator's button in another server", eve.Slash("fact list").Forge(id), "belongs to somebody else")
	}
	for _, id := range []string{"", "x", strings.Repeat("A", 98)} {
		shows(t, "a forged form", bob.Interact(5, form(id)), "I do not know this button")
		shows(t, "a forged button", mine.Forge("f"+id), "I do not know this button")
	}
	for _, id := range ids {
		shows(t, "a button's id as a form", mia.Interact(5, form(id)), "")
		shows(t, "a form of somebody else", bob.Interact(5, form(id)), "belongs to somebody else")
	}
	rightsGo(mia)
	shows(t, "a form sent when the rights are gone", fill(open, cook, cookSays, ""), refusal)
	shows(t, "a button pressed when they are", asking.Press("Cancel"), refusal)
	shows(t, "the question", bob.Slash("ask", "question", cook), "The whole text is here")
}

// form is the data of a form that was filled in.
func form(customID string) map[string]any {
	return map[string]any{"custom_id": customID, "components": []any{map[string]any{"type": 1, "components": []any{
		map[string]any{"type": 4, "custom_id": "question", "value": "Is this forged?"},
	}}}}
}

func TestAWorkIsOfOnePersonInOneServer(t *testing.T) {
	d := discordtest.Start(t)
	news, elsewhere := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("Elsewhere").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	ids := news.Slash("fact remove", "fact", "engine/originates").CustomIDs()
	shows(t, "a button of one server in another", elsewhere.Slash("fact list").Forge(ids[0]), "cannot be shown here")
	shows(t, "the fact there", elsewhere.Slash("ask", "question", known), "originates nothing")
	asking := news.Slash("fact remove", "fact", "engine/originates")
	asking.Text()
	m.clock.forward(25 * time.Hour)
	shows(t, "a button of yesterday", asking.Press("Remove it"), "too old")
}

func TestWhatIsOddIsRefusedPlainly(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	for what, data := range map[string]map[string]any{
		"no subcommand":         {"id": "1", "name": "fact", "type": 1},
		"an unknown subcommand": {"id": "1", "name": "fact", "type": 1, "options": []any{map[string]any{"name": "x", "type": 1}}},
		"options of no kind":    {"id": "1", "name": "kb", "type": 1, "options": []any{map[string]any{"name": "stats", "type": 1, "options": []any{map[string]any{"name": "days", "type": 4, "value": "x"}}}}},
		"a file that is none":   {"id": "1", "name": "kb", "type": 1, "options": []any{map[string]any{"name": "import", "type": 1, "options": []any{map[string]any{"name": "file", "type": 11, "value": "9"}}}}},
	} {
		if r := mia.Interact(2, data); !r.Answered() || r.Text() == "" {
			t.Errorf("%s is not answered", what)
		}
	}
	shows(t, "a form without inputs", mia.Interact(5, map[string]any{"custom_id": "x", "components": []any{nil, map[string]any{"type": 1}}}), "")
}
