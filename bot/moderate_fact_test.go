package bot_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
)

func TestAFactIsAddedAndAnswersTheNextQuestion(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	bob, eve := d.Guild("News").Member("bob"), d.Guild("Elsewhere").Member("eve")
	moderate(t, d)
	r := added(t, mia)
	if !r.Private() {
		t.Error("everybody sees what a moderator does")
	}
	shows(t, "the answer", r, cookSays)
	shows(t, "the quote", r, "✅ checked")
	shows(t, "the next question", bob.Slash("ask", "question", cook), cookSays)
	lacks(t, "another server", eve.Slash("ask", "question", cook), cookSays)
	lacks(t, "suggestions in another server", eve.Slash("ask", "question", "engine/who-wrote-the-cookery-book"), cookSays)
}

const jacquard = "It weaves many algebraical patterns just as the Jacquard loom weaves flowers"

func TestAWrongQuoteComesBackAndNothingIsLost(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	r := fill(mia.Slash("fact add", "source", "engine/notes").Form(), cook, cookSays, jacquard)
	shows(t, "a changed quote", r, "does not stand in the text")
	shows(t, "the true words", r, "> It weaves algebraical patterns")
	shows(t, "the differences", r, "**many**")
	form := r.Press("Edit again").Form()
	if form.Value("Question") != cook || form.Value("Answer") != cookSays || form.Value("Quote") != jacquard {
		t.Errorf("the form has\n%s", form.Text())
	}
	r = form.Fill("Quote", "It weaves  algebraical patterns")
	shows(t, "another white space", r, "Use the true words")
	shows(t, "the true words taken", r.Press("Use the true words"), "Saved.")
	shows(t, "the fact", mia.Slash("fact show", "fact", "engine/who-wrote-the-cookery-book"), "> It weaves algebraical patterns\n")
	r = fill(mia.Slash("fact add", "source", "engine/notes").Form(), "What of bread?", "None.", "bread and butter on Tuesdays")
	shows(t, "nothing like it", r, "Nothing in")
	r = mia.Slash("fact add", "source", "engine/notes").Form().Fill("Question", "What of bread?", "Answer", "None.", "Said by", "Babbage")
	shows(t, "nobody of that name", r, "Said by must name who says it: Ada Lovelace, L. F. Menabrea, both sides")
	if got := r.Press("Edit again").Form().Value("Said by"); got != "Babbage" {
		t.Errorf("what was typed is %q", got)
	}
}

func TestAQuoteOfASourceWithoutTextIsNotChecked(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	r := fill(mia.Slash("fact add", "source", "engine/letter").Form(), cook, cookSays, "le cuisinier")
	shows(t, "saved", r, "⚠️ not checked")
	letter := []byte("Voici le cuisinier, et une symphonie.")
	r = mia.Slash("source edit", "source", "engine/letter", "text", discordtest.File{Name: "letter.txt", Type: "text/plain", Body: letter})
	shows(t, "the text arrives", r, "2 quotes of it are checked now")
	shows(t, "the fact", mia.Slash("ask", "question", cook), "✅ checked")
	held, _ := m.library.Source("engine", "letter", d.Guild("News").ID())
	if want := fmt.Sprintf("%x", sha256.Sum256(letter)); held.OriginalSHA256 != want {
		t.Errorf("the hash of the file is %q, want %s", held.OriginalSHA256, want)
	}
}

func TestANearDuplicateIsShownFirst(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	const again = "Can an Analytical Engine think?"
	try := func() *discordtest.Reply {
		r := fill(mia.Slash("fact add", "source", "engine/notes").Form(), again, "No!", weaves)
		shows(t, "a near-duplicate", r, "already answered")
		shows(t, "the fact that answers it", r, "It originates nothing.")
		return r
	}
	shows(t, "cancelled", try().Press("Cancel"), "Nothing was changed")
	shows(t, "the words added", try().Press("Add the words to it"), "Saved.")
	shows(t, "the fact", mia.Slash("fact show", "fact", "engine/originates"), again)
	r := fill(mia.Slash("fact add", "source", "engine/notes").Form(), again, "No!", weaves)
	saved := r.Press("Save anyway")
	shows(t, "saved anyway", saved, "Saved.")
}

func TestAFactIsEditedRemovedAndRestored(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	eve := d.Guild("Elsewhere").Member("eve")
	moderate(t, d)
	r := mia.Slash("fact edit", "fact", "engine/originates")
	form := r.Form()
	for label, want := range map[string]string{
		"Question": "Can the Analytical Engine think?", "Answer": "No. It originates nothing.",
		"Quote": "no pretensions whatever", "Said by": "Ada Lovelace",
	} {
		if got := form.Value(label); got != want {
			t.Errorf("%s is %q, want %q", label, got, want)
		}
	}
	shows(t, "edited", form.Fill("Answer", "No. It invents nothing."), "Saved.")
	shows(t, "the next question", mia.Slash("ask", "question", known), "No. It invents nothing.")
	shows(t, "elsewhere", eve.Slash("ask", "question", known), "No. It originates nothing.")
	history := mia.Slash("fact history", "fact", "engine/originates")
	shows(t, "who", history, "edit** by @mia")
	shows(t, "what", history, "~~originates~~ **invents**")
	if got := history.Options(); len(got) != 2 {
		t.Fatalf("the revisions are %q", got)
	}
	shows(t, "an earlier revision", history.Choose(history.Options()[1]), "It originates nothing.")
	removed := mia.Slash("fact remove", "fact", "engine/originates").Press("Remove it")
	shows(t, "removed", removed, "Removed:")
	lacks(t, "the next question", mia.Slash("ask", "question", known), "originates nothing")
	if got := mia.Type("fact restore", "fact", "engine think").Suggestions(); !contains(got, "Removed: Can the Analytical Engine think?") {
		t.Errorf("what can be restored: %q", got)
	}
	shows(t, "restored", mia.Type("fact restore", "fact", "think").Take(1), "Restored.")
	shows(t, "the next question", mia.Slash("ask", "question", known), "originates nothing")
	shows(t, "removed again", mia.Slash("fact remove", "fact", "engine/originates").Press("Remove it").Press("Undo"), "Restored.")
}

func TestTwoModeratorsOnOneFact(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	rose := d.Guild("News").Member("rose", discordtest.Administrator)
	moderate(t, d)
	first, second := mia.Slash("fact edit", "fact", "engine/music").Form(), rose.Slash("fact edit", "fact", "engine/music").Form()
	shows(t, "the first", first.Fill("Answer", "It might, with help."), "Saved.")
	r := second.Fill("Answer", "Never.")
	shows(t, "the second", r, "@mia changed this fact first")
	shows(t, "what changed", r, "with help")
	form := r.Press("Edit again").Form()
	if form.Value("Answer") != "Never." {
		t.Errorf("what was typed: %s", form.Text())
	}
	shows(t, "sent again", form.Fill(), "Saved.")
	shows(t, "the question", mia.Slash("ask", "question", "Could the engine compose music?"), "Never.")
}

func TestSuggestionsForEveryID(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	for _, c := range []struct{ command, option, typed, want string }{
		{"fact add", "source", "taylor", "Richard Taylor, Sketch of the Analytical Engine"},
		{"fact add", "topic", "mach", "machines"},
		{"fact add", "party", "", "both sides"},
		{"fact edit", "fact", "music", "Could the engine compose music?"},
		{"fact list", "statement", "engine", "Notes on the Analytical Engine"},
		{"source edit", "source", "geneva", "Geneva Library"},
		{"alias add", "name", "ada", "Ada Lovelace"},
		{"inbox", "source", "", "Richard Taylor"},
	} {
		if got := mia.Type(c.command, c.option, c.typed).Suggestions(); !contains(got, c.want) {
			t.Errorf("/%s %s: %q gives %q", c.command, c.option, c.typed, got)
		}
	}
	shows(t, "a source that is none", mia.Slash("fact add", "source", "no/such"), "There is no such source here.")
	shows(t, "a list", mia.Slash("fact list", "topic", "machines"), "1 fact.")
	long := strings.Repeat("x", 300)
	shows(t, "a fact that is none", mia.Slash("fact show", "fact", long), "There is no such fact here.")
}

func TestWhatNoDatabaseCanKeepIsRefusedPlainly(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	r := fill(mia.Slash("fact add", "source", "engine/notes").Form(), "Who hides \x00 here?", cookSays, "")
	lacks(t, "a character that cannot be kept", r, "Saved.")
	lacks(t, "a character that cannot be kept", r, "Tell whoever runs this bot")
	shows(t, "an alias of it", mia.Slash("alias add", "name", "engine", "other", "en\x00gine", "statement", "engine"), "NUL character")
}

func TestTheTrueWordsTakeThePlaceOfTheirOwnCitation(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	m := moderate(t, d)
	const file = `
statement: {id: ferry, title: The Ferry, date: 2031-05-01, place: Weld, parties: [Weld]}
sources:
  - id: text
    title: The Ferry
    publisher: Gazette
    published: 2031-05-01
    language: en
    kind: statement
    text: |-
      The ferry leaves at noon from the northern quay.

      It takes forty passengers and six horses across the river.
facts:
  - id: ferry
    question: Whom does the ferry take?
    answer: Forty passengers.
    party: Weld
    citations:
      - {source: text, quote: The ferry leaves at noon from the northern quay.}
      - {source: text, quote: It takes forty passengers and six horses across the river.}
`
	imports(t, mia, discordtest.File{Name: "ferry.yaml", Type: "text/plain", Body: []byte(file)})
	news := d.Guild("News").ID()
	refused := mia.Slash("fact edit", "fact", "ferry/ferry").Form().Fill("Quote", "The ferry leaves at  noon from the northern quay.")
	shows(t, "another white space", refused, "Use the true words")
	shows(t, "the true words", refused.Press("Use the true words"), "Saved")
	a, _ := m.library.Fact("ferry/ferry", news)
	var quotes []string
	for _, c := range a.Citations {
		quotes = append(quotes, c.Quote)
	}
	if len(quotes) != 2 || quotes[0] != "The ferry leaves at noon from the northern quay." || quotes[1] != "It takes forty passengers and six horses across the river." {
		t.Errorf("the quotes are %q", quotes)
	}
}

func TestATranslationIsNotSavedWhileAQuoteIsFalseAndSaysSo(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	added(t, mia)
	text := discordtest.File{Name: "notes.txt", Type: "text/plain", Body: []byte("The engine has no pretensions whatever.\n\nNothing else is left of the text.")}
	shows(t, "another text", mia.Slash("source edit", "source", "engine/notes", "text", text), "Does not stand in the text")
	r := mia.Slash("fact translate", "fact", "engine/who-wrote-the-cookery-book", "language", "fr").Form().Fill("Answer in français", "Personne ne le sait.")
	shows(t, "a translation", r, "the quote does not stand in the text of its source")
	shows(t, "what was typed", r, "typed.txt")

	again := fill(mia.Slash("fact add", "source", "engine/letter").Form(), cook, cookSays, "")
	shows(t, "the same question", again, "already answered")
	shows(t, "its words added", again.Press("Add the words to it"), "the quote does not stand in the text of its source")
}

func TestAListOfATopicNamesOnlyStatementsThatHaveIt(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	imports(t, mia, bridgeFile(1))
	shows(t, "what has the topic", mia.Slash("fact list", "topic", "machines"), "Notes on the Analytical Engine")
	lacks(t, "what has it not", mia.Slash("fact list", "topic", "machines"), "On the bridge")
	shows(t, "without a topic", mia.Slash("fact list"), "On the bridge")
}
