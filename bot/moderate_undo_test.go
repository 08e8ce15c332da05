package bot_test

import (
	"path/filepath"
	"testing"

	"verbatim/bot/discordtest"
)

// textOf is a text as somebody attaches it.
func textOf(body string) discordtest.File {
	return discordtest.File{Name: "text.txt", Type: "text/plain", Body: []byte(body)}
}

// TestACorrectedTextIsPutBackByAButton corrects the text of a server's own source and of
// one that counts everywhere, and undoes that after a restart.
func TestACorrectedTextIsPutBackByAButton(t *testing.T) {
	d := discordtest.Start(t)
	mia, rose := d.Guild("News").Member("mia", discordtest.ManageServer), d.Guild("News").Member("rose", discordtest.ManageServer)
	path := filepath.Join(t.TempDir(), "verbatim.db")
	const four, five = "The council met at noon.\n\nIt opens the lock on day 4.", "The council met at noon.\n\nIt opens the lock on day 5."
	const says, patterns = "It opens the lock on day 4.", "It weaves algebraical patterns just as the Jacquard loom weaves flowers and leaves."
	stands := func(what, words string, is bool) {
		t.Helper()
		r := mia.Slash("quote", "text", words)
		if is {
			shows(t, what, r, "Word for word")
		} else {
			lacks(t, what, r, "Word for word")
		}
	}
	var corrected, shared *discordtest.Reply
	t.Run("corrected", func(t *testing.T) {
		moderateOn(t, d, path)
		added := mia.Slash("source add", "title", "On the lock", "publisher", "Council", "date", "2026-03-01", "text", textOf(four))
		shows(t, "added", added, "Saved")
		stands("at first", says, true)
		corrected = mia.Slash("source edit", "source", "on-the-lock/on-the-lock", "text", textOf(five))
		shows(t, "corrected", corrected, "1 changed")
		stands("corrected", says, false)
		shared = mia.Slash("source edit", "source", "engine/notes", "text", textOf("It weaves nothing."))
		shows(t, "the shared one corrected", shared, "It had another text")
		stands("the shared one corrected", patterns, false)
		shows(t, "by somebody else", rose.Slash("fact list").Forge(corrected.CustomIDs()[0]), "belongs to somebody else")
	})
	t.Run("undone", func(t *testing.T) {
		moderateOn(t, d, path)
		again := corrected.Press("Undo")
		shows(t, "undone", again, "1 changed")
		stands("undone", says, true)
		shows(t, "undone twice", corrected.Press("Undo"), "changed this source first")
		stands("undone twice", says, true)
		shows(t, "undone again", again.Press("Undo"), "1 changed")
		stands("undone again", says, false)
		shows(t, "the shared one undone", shared.Press("Undo"), "Saved")
		stands("the shared one undone", patterns, true)
		shows(t, "the shared one undone twice", shared.Press("Undo"), "changed this source first")
	})
}
