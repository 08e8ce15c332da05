package bot_test

import (
	"path/filepath"
	"strings"
	"testing"

	"verbatim/bot/discordtest"
	"verbatim/kb/inbox"
)

// accord is a text from which four facts can be drafted.
const accord = `Joint Statement of Northland and Westland

Northland thanked the harbour towns for three ferries. Westland announced a loan of 40 million crowns for the northern mills.

Both sides condemned the attack on the lighthouse of Harl. The two sides agreed to open the river market before the winter.
`

func accordFile() discordtest.File {
	return discordtest.File{Name: "accord.txt", Type: "text/plain", Body: []byte(accord)}
}

func TestDraftsOfATextAreApprovedEditedAndSkipped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	d := discordtest.Start(t)
	mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
	t.Run("one evening", func(t *testing.T) {
		moderateOn(t, d, path)
		added := mia.Slash("source add", "title", "Accord", "publisher", "Gazette", "date", "2031-03-14", "text", accordFile())
		shows(t, "the source", added, "4 facts could be drafted from it")
		first := added.Press("Look at the drafts")
		shows(t, "the first draft", first, "4 drafts of 4 are left")
		shows(t, "its question", first, "Whom did Northland thank?")
		shows(t, "its words", first, "> Northland thanked the harbour towns for three ferries.")
		lacks(t, "before it is approved", bob.Slash("ask", "question", "Whom did Northland thank?"), "✅")

		second := first.Press("Approve")
		shows(t, "approved", second, "Answered from now on: Whom did Northland thank?")
		shows(t, "the second draft", second, "3 drafts of 4 are left")
		answer := bob.Slash("ask", "question", "Whom did Northland thank?")
		shows(t, "it answers at once", answer, "three ferries")
		shows(t, "by whom", answer, "Northland")
		shows(t, "its quote", answer, "✅ checked")

		form := second.Press("Edit").Form()
		if q := form.Value("Quote"); q != "Westland announced a loan of 40 million crowns for the northern mills." {
			t.Errorf("the form has %q", q)
		}
		saved := form.Fill("Answer", "40 million crowns, lent for the northern mills.")
		shows(t, "edited", saved, "Saved")
		loan := bob.Slash("ask", "question", "What did Westland announce about a loan of 40 million crowns for the northern mills?")
		shows(t, "a better answer", loan, "lent for the northern mills")
		third := saved.Press("Next draft")
		shows(t, "the third draft", third, "2 drafts of 4 are left")
		fourth := third.Press("Skip")
		shows(t, "skipped", fourth, "1 draft of 4 is left")
		lacks(t, "what was skipped", fourth, "lighthouse")
	})
	t.Run("after a restart", func(t *testing.T) {
		moderateOn(t, d, path)
		left := mia.Slash("source drafts", "source", "accord/accord")
		shows(t, "what is left", left, "1 draft of 4 is left")
		shows(t, "the last", left.Press("Approve"), "Nothing is left to draft")
		lacks(t, "a source without a text", mia.Slash("source drafts", "source", "engine/letter"), "Approve")
	})
}

// Thirty facts are approved in no more than 45 steps from the attachment on.
func TestThirtyFactsTakeFewSteps(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	towns := strings.Fields("Harl Weld Marn Tolva Ister Brask Quill Dorn Evra Fenn Gant Hobb Ilex Jarn Kest Lumm Mork Nadd Orla Pell Rusk Sorn Tarn Ulm Varr Wick Yarl Zell Abba Bram")
	goods := strings.Fields("bread salt copper wool timber glass barley honey rope paper silver chalk leather apples fish bricks candles flax cheese coal ink oars nails bells saddles clocks maps lamps boats flour")
	var text strings.Builder
	text.WriteString("Joint Statement of Northland and Westland\n")
	for i, town := range towns {
		text.WriteString("\nWestland announced a new market of " + goods[i] + " in the harbour of " + town + ".\n")
	}
	r := mia.Slash("source add", "title", "Markets", "publisher", "Gazette", "date", "2031-03-14", "text",
		discordtest.File{Name: "markets.txt", Type: "text/plain", Body: []byte(text.String())})
	r = r.Press("Look at the drafts")
	steps := 2
	for ; !strings.Contains(r.Text(), "Nothing is left to draft"); steps++ {
		button := "Approve"
		if strings.Contains(r.Text(), "answered already") {
			button = "Save anyway"
		} else if strings.Contains(r.Text(), "**Saved") {
			button = "Next draft"
		}
		if r = r.Press(button); steps > 100 {
			t.Fatal(r.Text())
		}
	}
	t.Logf("%d steps", steps)
	if steps > 45 {
		t.Errorf("thirty facts took %d steps", steps)
	}
}

// What somebody said in reply to a question that waits answers it, and whoever wanted to
// be told is told.
func TestAMessageIsAddedAsAFact(t *testing.T) {
	d := discordtest.Start(t)
	mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
	m := moderate(t, d)
	news := d.Guild("News").ID()
	bob.Slash("ask", "question", zebra).Press("Tell me").Text()
	until(t, "the question in the inbox", func() bool { return len(inbox.New(m.library).Groups(news)) == 1 })
	asked := bob.Says(zebra)
	said := d.Guild("News").Member("cai").Replies(asked, "The loom hides it.")
	shows(t, "by a member", bob.Apps(said, "Add as a fact"), refusal)
	form := mia.Apps(said, "Add as a fact").Choose("Richard Taylor, Sketch of the Analytical Engine, 1 August 1843 · Notes on the Analytical Engine").Form()
	if q, a := form.Value("Question"), form.Value("Answer"); q != zebra || a != "The loom hides it." {
		t.Errorf("the form has %q and %q", q, a)
	}
	shows(t, "saved", form.Fill("Said by", "Ada Lovelace", "Quote", weaves), "out of the inbox")
	shows(t, "the next question", bob.Slash("ask", "question", zebra), "The loom hides it.")
	until(t, "bob is told", func() bool { return len(inbox.New(m.library).Tells()) == 0 && bob.Alone().Last() != nil })

	quoted := mia.Apps(bob.Says("“The Analytical Engine has no pretensions whatever to originate any thing.”"), "Add as a fact").Form()
	if q := quoted.Value("Quote"); q != "The Analytical Engine has no pretensions whatever to originate any thing." {
		t.Errorf("the quote is %q", q)
	}
}

// Drafts in a knowledge file are told of, and never loaded.
func TestDraftsInAFileAreLeftOut(t *testing.T) {
	d := discordtest.Start(t)
	mia, bob := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("bob")
	moderate(t, d)
	f := bridgeFile(2)
	f.Body = []byte(strings.Replace(string(f.Body), "- {id: f-0,", "- {id: f-0, draft: true,", 1))
	asked := mia.Slash("kb import", "file", f)
	shows(t, "the import", asked, "1 draft in it is left out")
	asked.Press("Import")
	until(t, "the fact", func() bool {
		return strings.Contains(bob.Slash("ask", "question", "When does bridge number 1 open?").Text(), "In May of year 1.")
	})
	lacks(t, "the draft", bob.Slash("ask", "question", "When does bridge number 0 open?"), "In May of year 0.")
}

// A file with pictures may be heavier than one of text.
func TestATextOfManyMegabytesIsFetched(t *testing.T) {
	d := discordtest.Start(t)
	mia := d.Guild("News").Member("mia", discordtest.ManageServer)
	moderate(t, d)
	heavy := discordtest.File{Name: "accord.pdf", Type: "application/pdf", Body: append([]byte("%PDF-1.4\n"), make([]byte, 5<<20)...)}
	r := mia.Slash("source add", "title", "Accord", "publisher", "Gazette", "date", "2031-03-14", "text", heavy)
	lacks(t, "a file of 5 MB", r, "MB")
}
